# SPDX-License-Identifier: EUPL-1.2
"""What signing in leaves alone, and what production does not start with."""

import logging
import os
import subprocess
import sys

import pytest
from django.test import Client, RequestFactory, override_settings
from django.urls import NoReverseMatch, resolve, reverse

from samvern.access.login.demo_accounts import equip_demo_accounts
from samvern.web.logs import AnswerFilter
from samvern.web.production_checks import database_problems
from support.door import Visitor
from support.workspace import Workspace


@pytest.mark.parametrize(
    "page", ["/nb/", "/nn/rettar/", "/en/rights/", "/api/docs", "/nb/workspaceX/"]
)
def test_the_guide_asks_no_visit_and_no_database(page: str) -> None:
    browser = Client()
    browser.cookies["sid"] = "A" * 43
    answer = browser.get(page)
    assert answer.status_code in (200, 404)
    assert "sid" not in answer.cookies
    assert not hasattr(answer.wsgi_request, "session")


@pytest.mark.database
def test_production_does_not_start_where_there_are_made_up_people(house: Workspace) -> None:
    reason = "the database holds made-up people; start from an empty one"
    assert reason in database_problems(house.url())
    with house.superuser() as boss:
        boss.execute("UPDATE access_user SET synthetic = false")
        assert reason in database_problems(house.url())
        boss.execute("UPDATE access_organisation SET synthetic = false")
    assert reason not in database_problems(house.url())


@pytest.mark.database
def test_where_people_are_real_nobody_made_up_signs_in(visitor: Visitor) -> None:
    with override_settings(PRODUCTION=True, SECURE_SSL_REDIRECT=False):
        assert visitor.say_password("kari").status_code == 200
    assert visitor.say_password("kari").status_code == 302


@pytest.mark.database
def test_the_cast_is_not_equipped_in_production(house: Workspace) -> None:
    with (
        override_settings(PRODUCTION=True),
        house.connect("samvern_owner") as owner,
        pytest.raises(PermissionError),
    ):
        equip_demo_accounts(owner)


def test_the_log_does_not_repeat_the_secret_of_an_address() -> None:
    link = "k" * 43
    record = logging.makeLogRecord({"levelname": "WARNING", "status_code": 403})
    record.request = RequestFactory().get(f"/nb/workspace/sign-in/invitation/{link}")
    record.request.resolver_match = resolve(record.request.path)
    AnswerFilter().filter(record)
    assert record.msg == "warning 403 GET /nb/workspace/sign-in/invitation/<str:link>"


def test_the_door_of_the_demonstration_is_nowhere_else() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("login_cast")


@pytest.mark.database
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "mfa_index",
        "account_change_password",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_generate_recovery_codes",
        "account_logout",
    ],
)
def test_every_page_is_in_its_language(workspace: Workspace, language: str, name: str) -> None:
    from support.signed_in import sign_in

    visitor = Visitor(language)
    if name != "account_login":
        sign_in(visitor, workspace.cast.members["kari"])
    page = visitor.see(name).content.decode()
    others = {"nb": ("Sign ", " ikkje "), "nn": ("Sign ", " ikke "), "en": (" ikke ", "Logg inn")}
    shown = page[page.index("<main") :]
    assert f'<html lang="{language}"' in page
    for word in others[language]:
        assert word not in shown


KEPT = (
    "SESSION_COOKIE_NAME",
    "SESSION_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE",
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN",
    "MFA_WEBAUTHN_USER_VERIFICATION",
    "MFA_TRUST_ENABLED",
    "MFA_RECOVERY_CODES_SHOW_ONCE",
)


def test_production_binds_the_cookie_to_the_host_and_passkeys_to_https() -> None:
    code = f"from samvern.web import settings as s; print([getattr(s, name) for name in {KEPT}])"
    production = {"SAMVERN_MODE": "production", "SAMVERN_SECRET_KEY": "k" * 60}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": os.environ["PATH"], **production},
        capture_output=True,
        text=True,
        check=True,
    )
    wanted = ["__Host-sid", True, True, "Strict", False, "required", False, True]
    assert done.stdout.strip() == str(wanted)
