# SPDX-License-Identifier: EUPL-1.2
"""An invitation tells nobody whether a login name is taken."""

import re
import secrets
from typing import Any

import pytest

from support.colleague import Colleague, text
from support.door import Visitor
from support.invitations import PASSWORD, TWICE, code_shown, come_in, invite, name_shown
from support.workspace import Workspace

pytestmark = pytest.mark.database
LINK = re.compile(r"/invitation/[\w-]{43}|[\w-]{43}")
TAKEN, FREE = "kari", "nobody.has.this.name"
INVITE = "SELECT gate.invite(%s, %s, 'X', '', 'case_worker', NULL)"
FILL = (
    "INSERT INTO access_user (id, created_at, password, login, is_active, synthetic) "
    "SELECT gen_random_uuid(), now(), '!', 'full.' || lpad(n::text, 4, '0'), true, true "
    "FROM generate_series(0, 9999) n"
)


def shown(link: str) -> str:
    return name_shown(Visitor().see("login_invitation", link=link))


def test_an_administrator_meets_the_same_page_for_a_name_that_is_taken(house: Workspace) -> None:
    guro = Colleague(house, "guro")
    pages = []
    for login in (TAKEN, FREE):
        sent = guro.send("colleague_invite",
                         {"name": "Ny Kollega", "login": login, "role": "case_worker"})  # fmt: skip
        pages.append((sent.status_code, LINK.sub("", text(sent))))
    assert pages[0] == pages[1]
    assert pages[0][0] == 200
    assert "Give this link to Ny Kollega in person." in pages[0][1]


@pytest.mark.parametrize("login", [TAKEN, FREE, "kari@eksempel.no"])
def test_the_invited_person_reads_a_name_with_digits_and_enters_by_it(
    house: Workspace, login: str
) -> None:
    _made, link = invite(house, login=login)
    name = shown(link)
    before, at, after = login.partition("@")
    assert re.fullmatch(rf"{re.escape(before)}\.\d{{4}}{re.escape(at + after)}", name)
    visitor = Visitor()
    visitor.send("login_invitation", TWICE, link=link)
    visitor.send("login_enrol", {"app-code": code_shown(visitor.see("login_enrol"))})
    assert visitor.is_in()
    later = Visitor()
    assert later.say_password(name, PASSWORD).status_code == 302


def test_in_sql_a_name_that_is_taken_is_answered_as_one_that_is_free(house: Workspace) -> None:
    """Nor can the digits be foreseen: the session's own chance is not used."""
    answers = []
    with house.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [house.token("guro")])
        for login in (TAKEN, FREE, TAKEN):
            app.execute("SELECT setseed(0.5)")
            found: Any = app.execute(INVITE, [secrets.token_bytes(32), login]).fetchone()
            answers.append(found[0])
        for wrong in ("k\u0430ri", "kari ", "Kari", "a" * 141, None):
            found = app.execute(INVITE, [secrets.token_bytes(32), wrong]).fetchone()
            assert found == (None,), wrong
    with house.superuser() as behind:
        names = [row[0] for made in answers for row in behind.execute(
            "SELECT u.login FROM access_user u JOIN access_member m ON m.user_id = u.id "
            "WHERE m.id = %s", [made])]  # fmt: skip
    assert [re.sub(r"\d{4}$", "", name) for name in names] == ["kari.", FREE + ".", "kari."]
    assert len(set(names)) == 3


def test_when_every_short_name_is_taken_a_longer_one_is_given(fresh_workspace: Workspace) -> None:
    with fresh_workspace.superuser() as behind:
        behind.execute(FILL)
    _made, link = invite(fresh_workspace, login="full")
    assert re.fullmatch(r"full\.\d{8}", shown(link))
    assert come_in(link).is_in()
