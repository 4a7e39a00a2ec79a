# SPDX-License-Identifier: EUPL-1.2
"""The leader's page: load, what has passed, what nobody answers, and cases without an owner."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from samvern.cases.unit_dashboard.domain import read_unit_dashboard
from support.casework import said
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
LONG_AGO = timezone.localdate() - timedelta(days=30)


def change(workspace: Workspace, statement: str, *values: object) -> None:
    with workspace.superuser() as connection:
        connection.execute(statement, list(values))


def rows_of(workspace: Workspace, name: str) -> Any:
    with workspace.acting(name) as actor:
        return read_unit_dashboard(actor=actor)


def load_of(workspace: Workspace, name: str) -> tuple[int, int, int, int]:
    (load,) = [each for each in rows_of(workspace, "tone").loads if each.member.name == name]
    return load.cases, load.deadlines_late, load.tasks, load.tasks_late


def test_each_at_work_in_the_unit_stands_with_what_she_has_in_hand(workspace: Workspace) -> None:
    loads = {each.member.name: each.cases for each in rows_of(workspace, "tone").loads}
    assert loads == {"Kari Syntetisk": 3, "Jonas Eksempel": 2, "Tone Skisse": 0}
    page = said(Desk(workspace, "tone", "en").see("leader"))
    assert "Kari Syntetisk Koordinering av botilbud 3 0 3 0" in page


@pytest.mark.parametrize("name", ["kari", "jonas", "liv", "amina", "per", "rolf", "guro"])
def test_nobody_else_has_it(workspace: Workspace, name: str) -> None:
    assert Desk(workspace, name).see("leader").status_code == 404


def test_what_has_passed_is_listed_with_its_owner_and_counted(fresh_workspace: Workspace) -> None:
    own = fresh_workspace.cast.cases["own"]
    for table in ("cases_deadline", "cases_task"):
        change(fresh_workspace, f"UPDATE {table} SET due_on = %s WHERE case_id = %s", LONG_AGO, own)
    assert load_of(fresh_workspace, "Kari Syntetisk") == (3, 1, 3, 1)
    (late,) = rows_of(fresh_workspace, "tone").late
    assert (late.case_id, late.owner, late.due) == (own, "Kari Syntetisk", LONG_AGO)
    page = said(Desk(fresh_workspace, "tone").see("leader"))
    assert fresh_workspace.cast.canaries["own/deadline.title"] in page


def test_an_extended_deadline_is_not_late_and_a_stopped_one_neither(
    fresh_workspace: Workspace,
) -> None:
    own, held = (fresh_workspace.cast.cases[name] for name in ("own", "held"))
    change(fresh_workspace, "UPDATE cases_deadline SET due_on = %s", LONG_AGO)
    change(
        fresh_workspace,
        "UPDATE cases_deadline SET extended_to = %s WHERE case_id = %s",
        timezone.localdate(),
        own,
    )
    change(fresh_workspace, "UPDATE cases_deadline SET state = 'stopped' WHERE case_id = %s", held)
    late = {row.case_id for row in rows_of(fresh_workspace, "tone").late}
    expected = {fresh_workspace.cast.cases[name] for name in ("protected", "unit", "colleague")}
    assert late == expected


def test_a_handover_is_hers_after_two_days_without_an_answer(fresh_workspace: Workspace) -> None:
    own, kari = fresh_workspace.cast.cases["own"], Desk(fresh_workspace, "kari")
    jonas = str(fresh_workspace.cast.members["jonas"])
    offer = {"taker_id": jonas, "words": "Jeg slutter."}
    assert kari.send("handover", offer, case_id=own).status_code == 302
    assert rows_of(fresh_workspace, "tone").handovers == []
    change(fresh_workspace, "UPDATE cases_handover SET created_at = now() - interval '3 days'")
    (waiting,) = rows_of(fresh_workspace, "tone").handovers
    assert (waiting.case_id, waiting.who) == (own, "Jonas Eksempel")


def test_a_share_nobody_has_opened_is_listed_until_somebody_does(
    fresh_workspace: Workspace,
) -> None:
    given = fresh_workspace.cast.cases["shared_in"]
    (waiting,) = rows_of(fresh_workspace, "tone").shares
    assert waiting.case_id == given
    assert Desk(fresh_workspace, "kari").see("case", case_id=given).status_code == 200
    assert rows_of(fresh_workspace, "tone").shares == []


def test_a_case_whose_owner_has_left_is_listed(fresh_workspace: Workspace) -> None:
    assert rows_of(fresh_workspace, "tone").ownerless == []
    change(
        fresh_workspace,
        "UPDATE access_member SET until = now() - interval '1 hour' WHERE id = %s",
        fresh_workspace.cast.members["jonas"],
    )
    cases = {row.case_id for row in rows_of(fresh_workspace, "tone").ownerless}
    assert cases == {fresh_workspace.cast.cases[name] for name in ("unit", "colleague")}


def test_another_unit_is_another_leaders(fresh_workspace: Workspace) -> None:
    member = uuid4()
    change(
        fresh_workspace,
        "INSERT INTO access_member SELECT (jsonb_populate_record(m, jsonb_build_object("
        "'id', %s::text, 'role', 'leader', 'name', 'Ny Leder'))).* FROM access_member m"
        " WHERE m.id = %s",
        str(member),
        fresh_workspace.cast.members["liv"],
    )
    change(fresh_workspace, "UPDATE access_member SET until = now() WHERE id = %s",
           fresh_workspace.cast.members["liv"])  # fmt: skip
    change(fresh_workspace, "UPDATE cases_deadline SET due_on = %s", LONG_AGO)
    fresh_workspace.cast.members["leder"] = member
    try:
        found = rows_of(fresh_workspace, "leder")
    finally:
        del fresh_workspace.cast.members["leder"]
    other = fresh_workspace.cast.cases["other_unit"]
    assert [row.case_id for row in found.late] == [other]
    assert {each.member.name: each.cases for each in found.loads} == {
        "Liv Øvelse": 1,
        "Ny Leder": 0,
    }


def test_the_trail_says_how_many_rows_were_shown(fresh_workspace: Workspace) -> None:
    change(fresh_workspace, "UPDATE cases_deadline SET due_on = %s", LONG_AGO)
    found = rows_of(fresh_workspace, "tone")
    Desk(fresh_workspace, "tone").read("leader")
    with fresh_workspace.superuser() as connection:
        row = connection.execute(
            "SELECT d.content ->> 'rows' FROM audit.line l JOIN audit.detail d"
            " USING (chain, number) WHERE l.act = 'leader.see' ORDER BY l.number DESC LIMIT 1"
        ).fetchone()
    lists = (found.endangered, found.late, found.shares)
    shown = sum(each.cases for each in found.loads) + sum(len(each) for each in lists)
    assert row == (str(shown),)
