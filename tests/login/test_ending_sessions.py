# SPDX-License-Identifier: EUPL-1.2
"""Who may end a visit, and that it is over then."""

import pytest

from samvern.access.login.sessions import active as visits
from support.door import Visitor, count, digest
from support.workspace import Workspace

pytestmark = pytest.mark.database


def test_signing_out_ends_visit_and_token(visitor: Visitor, house: Workspace) -> None:
    visitor.enter("kari")
    cookie = visitor.cookie
    assert visitor.send("account_logout", {}).headers["Location"] == "/nb/workspace/signed-out"
    other = Visitor()
    other.cookies["sid"] = cookie
    assert (visitor.is_in(), other.is_in(), count(house, "gate.visit")) == (False, False, 0)


def test_a_link_does_not_sign_out(visitor: Visitor) -> None:
    visitor.enter("kari")
    visitor.see("account_logout")
    assert visitor.is_in()


def test_signing_out_everywhere_ends_every_browser(visitor: Visitor) -> None:
    other, stranger = Visitor(), Visitor()
    visitor.enter("kari")
    other.enter("kari", later=1)
    stranger.enter("per")
    visitor.send("login_end_visits", {"everywhere": "1"})
    assert [each.is_in() for each in (visitor, other, stranger)] == [False, False, True]


def test_one_may_end_another_browser_of_one_s_own_and_nobody_else_s(
    visitor: Visitor, house: Workspace
) -> None:
    other, stranger = Visitor(), Visitor()
    visitor.enter("kari")
    other.enter("kari", later=1)
    stranger.enter("per")
    with house.superuser() as boss:
        rows = boss.execute("SELECT handle, token_hash FROM gate.visit").fetchall()
    for handle, token in rows:
        if token != digest(visitor):
            visitor.send("login_end_visits", {"visit": str(handle)})
    assert [each.is_in() for each in (visitor, other, stranger)] == [True, False, True]


def test_an_administrator_ends_visits_for_her_organisation_alone(
    visitor: Visitor, house: Workspace
) -> None:
    stranger = Visitor()
    visitor.enter("kari")
    stranger.enter("per")
    members = house.cast.members
    with house.acting("guro"):
        assert visits.end_member_sessions(member_id=members["kari"]) == 1
        assert visits.end_member_sessions(member_id=members["per"]) == 0
    with house.acting("tone"):
        assert visits.list_member_sessions(members["kari"]) == []
    assert (visitor.is_in(), stranger.is_in()) == (False, True)


def test_an_ended_membership_is_out_at_the_next_page(visitor: Visitor, house: Workspace) -> None:
    visitor.enter("kari")
    with house.superuser() as boss:
        boss.execute(
            "UPDATE access_member SET until = now() WHERE id = %s", [house.cast.members["kari"]]
        )
    assert not visitor.is_in()
    page = visitor.get(visitor.see("workspace:home").headers["Location"])
    assert page.headers["Location"] == "/nb/workspace/sign-in/choose"
    assert visitor.see("login_choose").status_code == 200
