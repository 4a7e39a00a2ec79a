# SPDX-License-Identifier: EUPL-1.2
"""Signing in through an identity provider, and every way of forging it."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import override_settings

from support.door import Visitor
from support.oidc_sign_in import go, there
from support.openid import PERSON, Op
from support.workspace import Workspace

pytestmark = pytest.mark.database
LINKED = {"purpose": "link"}


def test_a_linked_identity_lets_its_person_in(linked: Workspace, visitor: Visitor) -> None:
    answer = go(visitor)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/nb/workspace/")
    assert visitor.is_in()
    assert "flow" not in {n for n, m in visitor.cookies.items() if m.value}


def test_one_goes_on_to_where_one_was_going(linked: Workspace, visitor: Visitor) -> None:
    answer = go(visitor, next="/nb/workspace/account/")
    assert answer.headers["Location"] == "/nb/workspace/account/"


def test_an_identity_linked_to_nobody_lets_nobody_in(op: Op, visitor: Visitor) -> None:
    assert go(visitor).status_code == 400
    assert not visitor.is_in()


def test_an_identity_is_one_person_s(linked: Workspace) -> None:
    other = Visitor()
    other.enter("per")
    assert go(other, "link").status_code == 400


def test_linking_asks_for_somebody_signed_in(op: Op, visitor: Visitor) -> None:
    sent = visitor.get(visitor.address("login_provider"), LINKED)
    assert urlsplit(sent.headers["Location"]).path == "/nb/workspace/sign-in/prove"


def test_only_the_high_level_works_with_cases(linked: Workspace, op: Op, visitor: Visitor) -> None:
    op.person["acr"] = "idporten-loa-substantial"
    assert go(visitor).headers["Location"] == "/nb/workspace/sign-in/choose"
    assert not visitor.is_in()
    with override_settings(OIDC_CASEWORK="substantial"):
        other = Visitor()
        assert go(other).headers["Location"] == "/nb/workspace/"


def test_a_long_token_does_not_burst_the_cookie(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    op.person["authorization_details"] = ["a" * 4000]
    assert go(visitor).headers["Location"] == "/nb/workspace/"
    assert visitor.is_in()


def test_the_level_that_work_with_cases_asks_is_asked_for(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    there(visitor)
    asked = next(iter(op.codes.values()))
    assert (asked["acr_values"], asked["prompt"]) == ("idporten-loa-high", "login")


def test_another_person_at_the_provider_is_not_she(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    op.person["pid"] = "01010112345"
    assert go(visitor).status_code == 400


def test_a_state_that_is_not_this_browser_s_is_refused(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    address = urlsplit(there(visitor))
    words = dict(parse_qsl(address.query))
    for other in ({**words, "state": "x"}, {k: v for k, v in words.items() if k != "state"}):
        fresh = Visitor()
        fresh.cookies.update(visitor.cookies)
        assert fresh.get(address.path, other).status_code == 400
    assert Visitor().get(address.path, words).status_code == 400
    assert op.tokens == 1


def test_the_answer_of_another_issuer_is_refused(linked: Workspace, visitor: Visitor) -> None:
    address = urlsplit(there(visitor))
    words = {**dict(parse_qsl(address.query)), "iss": "https://evil.example"}
    assert visitor.get(address.path, words).status_code == 400


def test_an_answer_is_good_once(linked: Workspace, visitor: Visitor) -> None:
    address = urlsplit(there(visitor))
    visitor.get(address.path, dict(parse_qsl(address.query)))
    copy = Visitor()
    copy.cookies.update(visitor.cookies)
    assert visitor.see("login_provider_finish").status_code == 302
    assert copy.see("login_provider_finish").status_code == 400
    assert not copy.is_in()


def test_a_code_is_asked_for_once(linked: Workspace, op: Op, visitor: Visitor) -> None:
    address = urlsplit(there(visitor))
    copy = Visitor()
    copy.cookies.update(visitor.cookies)
    words = dict(parse_qsl(address.query))
    assert visitor.get(address.path, words).status_code == 200
    assert copy.get(address.path, words).status_code == 400


def test_a_provider_that_does_not_answer_is_said_to(visitor: Visitor, op: Op) -> None:
    with override_settings(OIDC_ISSUER="http://127.0.0.1:1"):
        answer = visitor.get(visitor.address("login_provider"))
    assert answer.status_code == 400
    assert b"http-equiv" not in answer.content


def test_who_has_the_provider_alone_proves_herself_there(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    with linked.superuser() as boss:
        boss.execute("DELETE FROM mfa_authenticator")
    go(visitor)
    with linked.superuser() as boss:
        boss.execute("UPDATE gate.session SET authenticated_at = now() - interval '6 minutes'")
    wanted = visitor.address("account_change_password")
    asked = visitor.get(visitor.get(wanted).headers["Location"])
    sent = urlsplit(asked.headers["Location"])
    assert sent.path == visitor.address("login_provider")
    words = dict(parse_qsl(sent.query))
    assert words == {"purpose": "prove", "next": wanted}
    op.person["pid"] = "01010112345"
    assert go(visitor, **words).status_code == 400
    assert visitor.get(wanted).status_code == 302
    op.person["pid"] = PERSON["pid"]
    assert go(visitor, **words).headers["Location"] == wanted
    assert visitor.get(wanted).status_code == 200


def test_the_database_holds_no_national_number(linked: Workspace, op: Op) -> None:
    with linked.superuser() as boss:
        rows = str(boss.execute("SELECT v::text FROM gate.vouched v").fetchall())
    for secret in (op.person["pid"], op.person["sub"], op.issuer):
        assert secret not in rows
        assert secret.encode().hex() not in rows


def test_where_no_provider_is_set_its_pages_lead_to_the_first(visitor: Visitor) -> None:
    for name in ("login_provider", "login_provider_back", "login_provider_finish"):
        assert visitor.see(name).status_code in (302, 400)
    assert not visitor.is_in()
