# SPDX-License-Identifier: EUPL-1.2
"""Beginning anew after a lost phone: never past the second factor, never past one's own house."""

import pytest

from samvern.access.errors import NotFound, Rejected
from support.door import Visitor
from support.invitations import TWICE, code_shown, invite, renew
from support.workspace import Workspace

pytestmark = pytest.mark.database


def test_renewing_ends_factors_and_visits_and_never_skips_the_second_factor(
    house: Workspace,
) -> None:
    before, other = Visitor(), Visitor()
    before.enter("kari")
    other.enter("kari", later=1)
    link = renew(house, "kari")
    assert before.is_in(), "the link alone changes nothing"
    visitor = Visitor()
    sent = visitor.send("login_invitation", TWICE, link=link)
    assert sent.headers["Location"] == "/nb/workspace/sign-in/enrol"
    assert [each.is_in() for each in (before, other, visitor)] == [False, False, False]
    for name in ("workspace:home", "mfa_index", "login_choose"):
        assert visitor.see(name).headers["Location"].startswith("/nb/workspace/sign-in/")
    old = Visitor()
    assert old.say_password("kari").status_code == 200
    visitor.send("login_enrol", {"app-code": code_shown(visitor.see("login_enrol"))})
    assert visitor.is_in()


def test_a_newer_link_ends_the_older(house: Workspace) -> None:
    first, second = renew(house, "kari"), renew(house, "kari")
    assert Visitor().see("login_invitation", link=first).status_code == 404
    assert Visitor().see("login_invitation", link=second).status_code == 200


@pytest.mark.parametrize("by", ["kari", "tone", "rolf"])
def test_only_an_administrator_lets_people_in(house: Workspace, by: str) -> None:
    with pytest.raises(NotFound):
        invite(house, by)
    with pytest.raises(NotFound):
        renew(house, "jonas", by)


def test_an_administrator_renews_nobody_of_another_organisation(house: Workspace) -> None:
    with pytest.raises(NotFound):
        renew(house, "per")


def test_an_administrator_does_not_renew_herself(house: Workspace) -> None:
    with pytest.raises(Rejected):
        renew(house, "guro")


def test_who_also_works_elsewhere_is_not_renewed_by_one_alone(house: Workspace) -> None:
    with house.superuser() as boss:
        boss.execute(
            "INSERT INTO access_member (id, created_at, user_id, organisation_id, role, name,"
            " email, since) SELECT gen_random_uuid(), now(), k.user_id, p.organisation_id,"
            " 'case_worker', k.name, '', now() FROM access_member k, access_member p"
            " WHERE k.id = %s AND p.id = %s",
            [house.cast.members["kari"], house.cast.members["per"]],
        )
    with pytest.raises(Rejected):
        renew(house, "kari")
