# SPDX-License-Identifier: EUPL-1.2
"""A name that nobody has ever signed in by is given no case, by page or in SQL."""

from typing import Any
from uuid import UUID

import psycopg
import pytest

from support.colleague import Colleague, mistakes, text
from support.invitations import come_in, invite
from support.workspace import Workspace

pytestmark = pytest.mark.database
UNIT = "havn", "Koordinering av botilbud"
GIVEN = {
    "team": "INSERT INTO access_teammember (id, created_at, case_id, member_id, is_owner, "
    "added_by_id) VALUES (gen_random_uuid(), now(), %(case)s, %(new)s, false, %(me)s)",
    "owner": "UPDATE cases_case SET owner_id = %(new)s WHERE id = %(case)s",
    "handover": "INSERT INTO cases_handover (id, created_at, case_id, created_by_id, giver_id, "
    "taker_id, state, words_sealed, version, changed_at) VALUES (gen_random_uuid(), now(), "
    "%(case)s, %(me)s, %(me)s, %(new)s, 'offered', 'x', 0, now())",
    "deadline": "UPDATE cases_deadline SET owner_id = %(new)s WHERE case_id = %(case)s",
    "task": "INSERT INTO cases_task (id, created_at, version, changed_at, case_id, created_by_id, "
    "owner_id, text_sealed) VALUES (gen_random_uuid(), now(), 0, now(), %(case)s, %(me)s, "
    "%(new)s, 'x')",
}


def confirm(w: Workspace, member: UUID) -> None:
    """As a leader does: here also for one who has not come yet."""
    with w.superuser() as behind:
        behind.execute("UPDATE access_member SET confirmed_at = now() WHERE id = %s", [member])


def given(w: Workspace, what: str, member: UUID) -> str:
    """What the database answers when the application gives it to her in Kari's name."""
    names: dict[str, Any] = {"case": w.cast.cases["own"], "new": member,
                             "me": w.cast.members["kari"]}  # fmt: skip
    with w.connect() as bare:
        try:
            with bare.transaction():
                bare.execute("SELECT set_config('samvern.token', %s, true)", [w.token("kari")])
                bare.execute(GIVEN[what].encode(), names)
                raise psycopg.Rollback
        except psycopg.Error as error:
            return error.sqlstate or "?"
    return "done"


def test_a_name_nobody_has_signed_in_by_is_not_offered_and_not_accepted(
    fresh_workspace: Workspace,
) -> None:
    w = fresh_workspace
    made, link = invite(w, unit_id=w.cast.units[UNIT])
    confirm(w, made)
    kari = Colleague(w, "kari")
    for page, field in (("member_add", "member_id"), ("handover", "taker_id")):
        shown = text(kari.see(page, case_id="own"))
        assert str(made) not in shown
        assert "The list has colleagues who have signed in at least once" in shown
        sent = kari.send(page, {field: str(made)}, case_id="own")
        assert sent.status_code == 400
    me = str(w.cast.members["kari"])
    leaving = text(Colleague(w, "tone").see("leaving", member_id=me))
    assert (str(made) in leaving, str(w.cast.members["jonas"]) in leaving) == (False, True)
    come_in(link)
    confirm(w, made)
    assert str(made) in text(kari.see("member_add", case_id="own"))
    assert kari.send("member_add", {"member_id": str(made)}, case_id="own").status_code == 302


@pytest.mark.parametrize("what", GIVEN)
def test_the_database_gives_her_no_part_of_a_case(fresh_workspace: Workspace, what: str) -> None:
    w = fresh_workspace
    made, _link = invite(w, unit_id=w.cast.units[UNIT])
    confirm(w, made)
    assert given(w, what, made) == "SV412"
    with w.superuser() as behind:
        behind.execute("UPDATE access_user SET last_login = now()")
    assert given(w, what, made) == "done"


def test_the_cast_has_signed_in_so_what_is_refused_is_refused_for_that(
    workspace: Workspace,
) -> None:
    with workspace.connect() as bare, bare.transaction():
        bare.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token("kari")])
        entered = {row[0] for row in bare.execute("SELECT member FROM gate.entered()")}
    cast = workspace.cast.members
    assert {name for name in ("kari", "jonas", "tone", "liv", "per") if cast[name] in entered} == {
        "kari", "jonas", "tone", "liv"}  # fmt: skip


def test_who_has_never_signed_in_can_be_shut_out(fresh_workspace: Workspace) -> None:
    made, _link = invite(fresh_workspace)
    kari = Colleague(fresh_workspace, "kari")
    assert str(made) in text(kari.see("member_bar", case_id="own"))
    sent = kari.send("member_bar", {"member_id": str(made), "sure": "on"}, case_id="own")
    assert (sent.status_code, mistakes(sent)) == (302, [])
