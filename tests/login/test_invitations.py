# SPDX-License-Identifier: EUPL-1.2
"""The one way to a password: a link from an administrator, and always a second factor after it."""

import re

import pytest

from samvern.access.errors import ReauthenticationRequired, Rejected
from support.door import Visitor
from support.invitations import CODE, PASSWORD, SECRET, TWICE, code_shown, invite, name_shown
from support.workspace import Workspace

pytestmark = pytest.mark.database


def test_an_invitation_leads_by_password_and_app_into_the_workspace(house: Workspace) -> None:
    _member, link = invite(house)
    visitor = Visitor()
    page = visitor.see("login_invitation", link=link)
    assert "Ny Kollega" in page.content.decode()
    login = name_shown(page)
    assert re.fullmatch(r"ny\.\d{4}@eksempel\.no", login)
    visitor.send("login_invitation", TWICE, link=link)
    assert not visitor.is_in()
    enrol = visitor.see("login_enrol")
    done = visitor.send("login_enrol", {"app-code": code_shown(enrol)})
    assert done.headers["Location"] == "/nb/workspace/account/codes"
    assert visitor.is_in()
    shown = CODE.findall(visitor.see("mfa_view_recovery_codes").content.decode())
    assert len(shown) == 10
    assert CODE.findall(visitor.see("mfa_view_recovery_codes").content.decode()) == []
    later = Visitor()
    later.say_password(login, PASSWORD)
    assert later.say_code(shown[0]).headers["Location"] == "/nb/workspace/"
    again = Visitor()
    again.say_password(login, PASSWORD)
    assert again.say_code(shown[0]).status_code == 200
    assert again.say_code(shown[1]).status_code == 302


def test_the_code_that_made_the_app_does_not_sign_in_as_well(house: Workspace) -> None:
    _member, link = invite(house)
    visitor = Visitor()
    login = name_shown(visitor.see("login_invitation", link=link))
    visitor.send("login_invitation", TWICE, link=link)
    code = code_shown(visitor.see("login_enrol"))
    visitor.send("login_enrol", {"app-code": code})
    other = Visitor()
    other.say_password(login, PASSWORD)
    assert other.say_code(code).status_code == 200


def test_a_link_is_good_once(house: Workspace) -> None:
    _member, link = invite(house)
    visitor = Visitor()
    visitor.send("login_invitation", TWICE, link=link)
    visitor.send("login_enrol", {"app-code": code_shown(visitor.see("login_enrol"))})
    assert Visitor().see("login_invitation", link=link).status_code == 404
    assert Visitor().send("login_invitation", TWICE, link=link).status_code == 404


def test_of_two_who_use_one_link_at_once_one_gets_in(house: Workspace) -> None:
    _member, link = invite(house)
    pair = [Visitor(), Visitor()]
    pages = []
    for each in pair:
        each.send("login_invitation", TWICE, link=link)
        pages.append(each.see("login_enrol"))
    for each, page in zip(pair, pages, strict=True):
        if SECRET.search(page.content.decode()):
            each.send("login_enrol", {"app-code": code_shown(page)})
    assert sorted(each.is_in() for each in pair) == [False, True]


def test_who_stops_half_way_needs_the_link_again(house: Workspace) -> None:
    _member, link = invite(house)
    login = name_shown(Visitor().see("login_invitation", link=link))
    Visitor().send("login_invitation", TWICE, link=link)
    visitor = Visitor()
    stopped = visitor.say_password(login, PASSWORD)
    assert stopped.headers["Location"] == "/nb/workspace/sign-in/stopped"
    assert visitor.see("login_enrol").status_code == 302
    assert Visitor().see("login_invitation", link=link).status_code == 200


def test_a_wrong_code_makes_no_app(house: Workspace) -> None:
    _member, link = invite(house)
    visitor = Visitor()
    visitor.send("login_invitation", TWICE, link=link)
    page = visitor.see("login_enrol")
    wrong = visitor.send("login_enrol", {"app-code": "000000"})
    assert wrong.status_code == 200
    assert not visitor.is_in()
    assert SECRET.search(wrong.content.decode())[1] == SECRET.search(page.content.decode())[1]  # type: ignore[index]


def test_a_link_lasts_three_days(house: Workspace) -> None:
    _member, link = invite(house)
    with house.superuser() as boss:
        boss.execute("UPDATE gate.invitation SET expires_at = expires_at - interval '3 days'")
    assert Visitor().see("login_invitation", link=link).status_code == 404


@pytest.mark.parametrize("link", ["x", "a" * 43, "..%2f", "a" * 300])
def test_a_guessed_link_opens_nothing(house: Workspace, link: str) -> None:
    assert Visitor().see("login_invitation", link=link).status_code == 404


def test_no_job_and_nobody_in_another_s_unit_is_invited(house: Workspace) -> None:
    with pytest.raises(Rejected):
        invite(house, role="service")
    with pytest.raises(Rejected):
        invite(
            house,
            unit_id=next(iter(house.cast.units[k] for k in house.cast.units if k[0] == "politi")),
        )


def test_it_asks_for_a_fresh_second_factor(house: Workspace) -> None:
    token = house.token("guro")
    with house.superuser() as boss:
        boss.execute("UPDATE gate.session SET authenticated_at = now() - interval '6 minutes'")
    assert token
    with pytest.raises(ReauthenticationRequired):
        invite(house)


def test_while_signed_in_an_invitation_waits(house: Workspace) -> None:
    _member, link = invite(house)
    visitor = Visitor()
    visitor.enter("per")
    assert visitor.send("login_invitation", TWICE, link=link).status_code == 200
    assert visitor.is_in()
    assert Visitor().see("login_invitation", link=link).status_code == 200


LOOKALIKES = [
    "k\u0430ri", "kari\u200b", "\u200bkari", "kari.", ".kari", "ka..ri", "ka\u00adri", "kar\u0131",
    "ka ri",
    "kar\u03b9", "kåri", "ka\u0301ri", "kari/", "ⲕari", "ｋаｒｉ",
]  # fmt: skip


@pytest.mark.parametrize("login", LOOKALIKES)
def test_a_name_that_could_be_taken_for_another_is_refused_in_words(
    house: Workspace, login: str
) -> None:
    with pytest.raises(Rejected, match="fra a til z"):
        invite(house, login=login)


@pytest.mark.parametrize("login", ["KARI", " kari ", "ｋａｒｉ", "\u212aari"])
def test_the_same_name_written_otherwise_is_the_same_name(house: Workspace, login: str) -> None:
    _made, link = invite(house, login=login)
    name = name_shown(Visitor().see("login_invitation", link=link))
    assert re.fullmatch(r"kari\.\d{4}", name)


def test_names_of_letters_digits_and_single_signs_are_taken(house: Workspace) -> None:
    for login in ("NY@eksempel.no", "anne-marie_2", "b+c.d"):
        invite(house, login=login)


@pytest.mark.parametrize("login", ["program.lege", "PROGRAM.lege@eksempel.no"])
def test_nobody_gets_a_name_that_is_for_programs(house: Workspace, login: str) -> None:
    with pytest.raises(Rejected) as refused:
        invite(house, login=login)
    assert "Choose another" in str(refused.value) or "Velg et annet" in str(refused.value)
