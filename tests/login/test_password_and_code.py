# SPDX-License-Identifier: EUPL-1.2
"""Password and code: the way in, and every way past them that must be shut."""

from urllib.parse import urlsplit

import pytest

from samvern.access.login.demo_accounts import demo_password
from support.door import Visitor, code_of, same
from support.workspace import Workspace

pytestmark = pytest.mark.database


def goes_to(answer: object) -> str:
    return urlsplit(answer.headers["Location"]).path  # type: ignore[attr-defined]


def test_password_and_code_lead_to_the_workbench(visitor: Visitor) -> None:
    first = visitor.say_password("kari")
    assert (first.status_code, goes_to(first)) == (302, "/nb/workspace/sign-in/code")
    assert not visitor.is_in()
    second = visitor.say_code(code_of("kari"))
    assert (second.status_code, goes_to(second)) == (302, "/nb/workspace/")
    assert visitor.is_in()


def test_the_login_name_may_be_written_in_capitals(visitor: Visitor) -> None:
    assert goes_to(visitor.say_password(" KARI ")) == "/nb/workspace/sign-in/code"


def test_one_is_led_back_to_where_one_was_going(visitor: Visitor) -> None:
    wanted = "/nb/workspace/account/"
    asked = visitor.get(wanted)
    assert asked.status_code == 302
    visitor.post(asked.headers["Location"], {"login": "kari", "password": demo_password()})
    assert goes_to(visitor.say_code(code_of("kari"))) == wanted


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:a()"])
def test_one_is_led_nowhere_else(visitor: Visitor, elsewhere: str) -> None:
    words = {"login": "kari", "password": demo_password(), "next": elsewhere}
    visitor.send("account_login", words)
    assert goes_to(visitor.say_code(code_of("kari"))) == "/nb/workspace/"


@pytest.mark.parametrize("page", ["workspace:home", "mfa_index", "account_change_password"])
def test_a_password_alone_opens_nothing(visitor: Visitor, page: str) -> None:
    visitor.say_password("kari")
    assert goes_to(visitor.see(page)) == "/nb/workspace/sign-in/"


def test_a_code_is_good_once(visitor: Visitor, house: Workspace) -> None:
    code = code_of("kari")
    visitor.enter("kari")
    other = Visitor()
    other.say_password("kari")
    assert other.say_code(code).status_code == 200
    assert not other.is_in()
    assert goes_to(other.say_code(code_of("kari", 1))) == "/nb/workspace/"


def test_an_earlier_code_is_no_good_after_a_later_one(visitor: Visitor) -> None:
    visitor.enter("kari", later=1)
    other = Visitor()
    other.enter("kari", later=0)
    assert not other.is_in()


@pytest.mark.parametrize("later", [-3, -2, 2, 3, 100])
def test_a_code_of_another_time_is_no_good(visitor: Visitor, later: int) -> None:
    visitor.enter("kari", later)
    assert not visitor.is_in()


def test_somebody_else_s_code_is_no_good(visitor: Visitor) -> None:
    visitor.say_password("kari")
    visitor.say_code(code_of("per"))
    assert not visitor.is_in()


def test_unknown_and_known_names_get_the_same_answer(visitor: Visitor, house: Workspace) -> None:
    answers = {
        same(Visitor().say_password(login, "not the password")).replace(login.encode(), b"-")
        for login in ("kari", "nobody", "jobb.nord", "per")
    }
    assert len(answers) == 1


def test_somebody_who_may_no_longer_sign_in_is_as_unknown(
    visitor: Visitor, house: Workspace
) -> None:
    with house.superuser() as boss:
        boss.execute("UPDATE access_user SET is_active = false WHERE login = 'kari'")
    inactive = same(visitor.say_password("kari")).replace(b"kari", b"-")
    unknown = same(Visitor().say_password("nobody")).replace(b"nobody", b"-")
    assert inactive == unknown


def test_five_wrong_passwords_stop_the_sixth_though_it_is_right(visitor: Visitor) -> None:
    for _ in range(5):
        Visitor().say_password("kari", "wrong")
    assert visitor.say_password("kari").status_code == 200
    assert goes_to(visitor.say_password("per")) == "/nb/workspace/sign-in/code"


def test_five_wrong_codes_stop_the_sixth_though_it_is_right(visitor: Visitor) -> None:
    visitor.say_password("kari")
    for _ in range(5):
        visitor.say_code("000000")
    assert visitor.say_code(code_of("kari")).status_code == 200
    assert not visitor.is_in()


def test_without_a_second_factor_a_password_ends_nowhere(
    visitor: Visitor, house: Workspace
) -> None:
    with house.superuser() as boss:
        boss.execute("DELETE FROM mfa_authenticator")
    assert goes_to(visitor.say_password("kari")) == "/nb/workspace/sign-in/stopped"
    for name in ("login_enrol", "mfa_activate_totp", "mfa_add_webauthn", "workspace:home"):
        assert goes_to(visitor.see(name)) == "/nb/workspace/sign-in/"


@pytest.mark.parametrize("path", ["signup/", "password/reset/", "email/", "sign-up", "cast"])
def test_what_allauth_also_offers_is_not_there(visitor: Visitor, path: str) -> None:
    for base in ("/nb/workspace/", "/nb/workspace/sign-in/", "/nb/workspace/account/"):
        assert visitor.get(base + path).status_code == 404
