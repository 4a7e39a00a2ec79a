# SPDX-License-Identifier: EUPL-1.2
"""Taking out too much: it stops, the trail says so, and leader and auditor are told by name."""

from typing import Any

import psycopg
import pytest
from django.utils import timezone

from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
TEXT = "Somebody has taken out more than the work should need"


@pytest.fixture
def short(fresh_workspace: Workspace) -> Workspace:
    """A workspace in which two searches an hour are enough."""
    with fresh_workspace.superuser() as connection:
        connection.execute("UPDATE gate.allowance SET hourly = 2 WHERE what = 'case.search'")
    return fresh_workspace


def search(workspace: Workspace, name: str, times: int) -> list[int]:
    desk = Desk(workspace, name, "en")
    return [desk.see("cases", f"?reference=AB{n}").status_code for n in range(times)]


def told(workspace: Workspace) -> dict[str, int]:
    """How many alarms each member has."""
    names = {id: name for name, id in workspace.cast.members.items()}
    with workspace.superuser() as connection:
        rows: list[Any] = connection.execute(
            "SELECT member_id, count(*) FROM cases_notice WHERE kind = 'allowance' GROUP BY 1"
        ).fetchall()
    return {names[member]: count for member, count in rows}


def test_within_the_allowance_nobody_is_told(short: Workspace) -> None:
    assert (search(short, "kari", 2), told(short)) == ([200, 200], {})


def test_beyond_it_she_is_stopped_and_those_who_should_know_are_told_once(
    short: Workspace,
) -> None:
    assert search(short, "kari", 5) == [200, 200, 429, 429, 429]
    assert told(short) == {"tone": 1, "rolf": 1}


def test_who_takes_too_much_is_not_the_one_who_is_told(short: Workspace) -> None:
    search(short, "tone", 3)
    assert told(short) == {"rolf": 1}


def test_another_units_leader_is_not_told(short: Workspace) -> None:
    search(short, "liv", 3)
    assert told(short) == {"rolf": 1}


def test_it_stands_in_the_trail_as_refused(short: Workspace) -> None:
    search(short, "kari", 4)
    today = timezone.localdate().isoformat()
    asked = f"?since={today}&until={today}&kind=allowance"
    page = Desk(short, "rolf", "en").read("auditor", asked)
    lines = page.partition("Who looked, and what was done")[2]
    assert lines.count("Used up an allowance") == 2
    with short.superuser() as connection:
        found = connection.execute(
            "SELECT l.outcome, d.content ->> 'item', count(*) FROM audit.line l"
            " JOIN audit.detail d USING (chain, number)"
            " WHERE l.act = 'allowance.exceeded' GROUP BY 1, 2"
        ).fetchall()
    assert found == [("refused", "case.search", 2)]


@pytest.mark.parametrize(("name", "page"), [("tone", "leader"), ("rolf", "auditor")])
def test_the_alarm_names_her_and_leads_to_where_it_is_dealt_with(
    short: Workspace, name: str, page: str
) -> None:
    search(short, "kari", 3)
    desk = Desk(short, name, "en")
    assert f"{TEXT}: Kari Syntetisk" in desk.read("inbox")
    with short.superuser() as connection:
        row = connection.execute(
            "SELECT id FROM cases_notice WHERE kind = 'allowance' AND member_id = %s",
            [short.cast.members[name]],
        ).fetchone()
    assert row
    answer = desk.send("notice", notice_id=row[0])
    assert answer.headers["Location"] == desk.address(page)
    assert desk.see(page).status_code == 200


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT gate.alarm('case.search')",
        "DELETE FROM cases_notice",
        "UPDATE gate.allowance SET hourly = 9999",
        "DELETE FROM gate.budget",
    ],
)
def test_the_application_can_neither_raise_nor_hide_it(
    workspace: Workspace, statement: str
) -> None:
    with workspace.connect() as connection:
        connection.execute(
            "SELECT set_config('samvern.token', %s, false)", [workspace.token("kari")]
        )
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement)
