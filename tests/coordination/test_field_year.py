# SPDX-License-Identifier: EUPL-1.2
"""A simulated year through the real system: rows, notices and states are those of the model."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from samvern.cases.core.pack import current_pack
from samvern.demo_data.members_at_work import as_member
from samvern.demo_data.organisations.members import write_members
from samvern.demo_data.organisations.workers import workers
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.table_files import organisations
from samvern.referrals.core.reminders import expiry_move, remind_all
from samvern.referrals.reminder_schedule import due_now
from support.field_year.entities import Tape, moment
from support.field_year.simulation import LAST, simulate
from support.field_year.year import Setting, Year
from support.playing import Player
from support.volume_referrals import Staff, referral_id, write_year
from support.workspace import Workspace

pytestmark = pytest.mark.database
FEW, SOME, MANY = 5, 60, 1000
NOTICES = (
    "SELECT DISTINCT about_id, split_part(key, ':', 3) || ':' || split_part(key, ':', 4) || ':' "
    "|| split_part(key, ':', 5) FROM cases_notice WHERE key LIKE 'referral:%%'"
)
LONG_OVERDUE = """SELECT count(*) FROM referrals_referral r
    WHERE r.state IN ('sent', 'seen', 'asked_back', 'answered_back')
    AND greatest(r.due_at,
        CASE r.state WHEN 'asked_back' THEN r.state_since + interval '14 days' END)
        < %(now)s - interval '16 days' AND NOT EXISTS (
        SELECT 1 FROM cases_notice n JOIN access_member m ON m.id = n.member_id
        WHERE n.about_id = r.id AND n.kind = 'referral-unanswered' AND m.role = 'coordinator')"""
UNLED = """SELECT count(*) FROM referrals_referral r
    WHERE r.state IN ('sent', 'seen', 'answered_back')
    AND r.due_at < %(now)s - interval '16 days' AND NOT EXISTS (
        SELECT 1 FROM cases_notice n JOIN access_member m ON m.id = n.member_id
        WHERE n.about_id = r.id AND n.kind = 'referral-late' AND m.role = 'leader'
        AND m.organisation_id = r.receiver_id)"""
UNARRIVED = """SELECT count(*) FROM referrals_referral r WHERE r.state = 'accepted'
    AND r.state_since < %(now)s - interval '30 days' AND NOT EXISTS (
        SELECT 1 FROM cases_notice n JOIN access_member m ON m.id = n.member_id
        WHERE n.about_id = r.id AND n.kind = 'referral-lost' AND m.role = 'coordinator')"""
TWICE = """SELECT count(*) FROM (SELECT 1 FROM cases_notice WHERE key LIKE 'referral:%%'
    GROUP BY member_id, key HAVING count(*) > 1) t"""
COUNT = """SELECT (SELECT count(*) FROM cases_notice),
    (SELECT count(*) FROM referrals_referralstep)"""
ASTRAY = """SELECT count(*) FROM referrals_referral r JOIN LATERAL (
        SELECT finish FROM referrals_referralstep s WHERE s.of_id = r.id
        ORDER BY s.created_at DESC LIMIT 1) last ON true WHERE last.finish <> r.state"""


@pytest.fixture
def staffed(fresh_workspace: Workspace) -> Iterator[tuple[Workspace, Staff]]:
    """The cast's organisations with everybody who works there."""
    people = workers(Draws("samvern"))
    with fresh_workspace.superuser() as connection:
        cast = write_members(connection, organisations(), people)
    fresh_workspace.cast.services.update(cast.services)
    fresh_workspace.cast.members.update(cast.members)
    yield fresh_workspace, Staff.of(fresh_workspace.cast, people)


def year_of(size: int, tape: Tape, **values: Any) -> Year:
    return simulate(Setting(LAST, size, regions=(), **values), tape)


def ask(workspace: Workspace, statement: str, **values: Any) -> list[tuple[Any, ...]]:
    with workspace.superuser() as connection:
        return connection.execute(statement, values).fetchall()


def play(staffed: tuple[Workspace, Staff], size: int) -> None:
    """The year played through the domain functions leaves exactly what the model says."""
    tape: Tape = []
    year = year_of(size, tape)
    player = Player(*staffed)
    player.play(tape)
    workspace = staffed[0]
    said = {
        (player.ids[referral.number], key)
        for _, what, referral, how in tape if what == "round" for _, key in how["said"]
    }  # fmt: skip
    assert set(ask(workspace, NOTICES)) == said
    states = dict(ask(workspace, "SELECT state, count(*) FROM referrals_referral GROUP BY 1"))
    assert states == {state: n for state, n in year.books.states.items() if n}
    steps = dict(ask(workspace, "SELECT move, count(*) FROM referrals_referralstep GROUP BY 1"))
    assert steps == dict(year.books.moves)
    now = moment(year.end)
    for statement in (LONG_OVERDUE, UNLED, UNARRIVED, TWICE, ASTRAY):
        assert ask(workspace, statement, now=now) == [(0,)]
    print(
        f"{size} people, {year.books.sent} referrals, {sum(steps.values())} steps, {len(said)} said"
    )


def test_a_year_of_a_few_people(staffed: tuple[Workspace, Staff]) -> None:
    play(staffed, FEW)


@pytest.mark.long
def test_a_year_of_more(staffed: tuple[Workspace, Staff], short: bool) -> None:
    play(staffed, 15 if short else SOME)


@pytest.mark.long
def test_one_round_after_a_hundred_days(staffed: tuple[Workspace, Staff], short: bool) -> None:
    """The job was away: one round of each organisation says and ends all that is due, a second
    one nothing."""
    workspace, staff = staffed
    tape: Tape = []
    end = Setting(LAST).end
    year = year_of(200 if short else MANY, tape, away=[(end - 100 * 86_400, end + 86_400)])
    with workspace.superuser() as connection:
        write_year(connection, year, tape, staff)
    ended, due = expected(year)
    assert ended["expire"] and ended["run_out"] and due
    assert ask(workspace, LONG_OVERDUE, now=moment(year.end)) > [(0,)]
    made = go_round(workspace, year)
    assert set(ask(workspace, NOTICES)) == due
    found = dict(ask(workspace, "SELECT state, count(*) FROM referrals_referral GROUP BY 1"))
    states = Counter(year.books.states)
    for move, number in ended.items():
        states["expired" if move == "expire" else "closed"] += number
    assert found["expired"] == states["expired"]
    assert found["closed"] == states["closed"]
    assert sum(found.values()) == year.books.sent
    for statement in (LONG_OVERDUE, UNLED, UNARRIVED, TWICE, ASTRAY):
        assert ask(workspace, statement, now=moment(year.end)) == [(0,)]
    count = (
        "SELECT (SELECT count(*) FROM cases_notice), (SELECT count(*) FROM referrals_referralstep)"
    )
    before = ask(workspace, count)
    assert go_round(workspace, year) == 0
    assert ask(workspace, COUNT) == before
    print(f"{len(year.people)} people, {year.books.sent} referrals: {made} notices of {len(due)} "
          f"points, {ended.total()} ended")  # fmt: skip


def test_where_nobody_is_left_others_hear(staffed: tuple[Workspace, Staff]) -> None:
    """Everybody has left the crisis centre and the owners of the cases have left too: leaders and
    the coordinator hear of what waits there; and the search for what is forgotten finds it."""
    workspace, staff = staffed
    tape: Tape = []
    end = Setting(LAST).end
    year = year_of(60, tape, away=[(end - 100 * 86_400, end + 86_400)])
    with workspace.superuser() as connection:
        write_year(connection, year, tape, staff)
        gone = list(map(workspace.cast.members.get, staff.desks.values()))
        left = "UPDATE access_member SET until = now() - interval '1 day' WHERE "
        owners = left + "id = ANY (%s) AND role = 'case_worker'"
        connection.execute(owners, [gone])  # type: ignore[arg-type]
        house = left + "organisation_id = %s AND role <> 'service'"
        connection.execute(house, [workspace.cast.organisations["krisesenter"]])
    assert ask(workspace, LONG_OVERDUE, now=moment(year.end)) > [(0,)]
    go_round(workspace, year)
    assert ask(workspace, LONG_OVERDUE, now=moment(year.end)) == [(0,)]
    with workspace.superuser() as connection:
        connection.execute("DELETE FROM cases_notice WHERE kind = 'referral-unanswered'")
    assert ask(workspace, LONG_OVERDUE, now=moment(year.end)) > [(0,)]


def expected(year: Year) -> tuple[Counter[str], set[tuple[Any, str]]]:
    """What a round at the year's end must do, by the rules of the clock alone."""
    now, days = moment(year.end), current_pack().ruleset.holidays
    ended: Counter[str] = Counter()
    due = set()
    for referral in (each for person in year.people for each in person.live):
        beat = referral.beat()
        move = expiry_move(beat, moment(referral.until), moment(referral.due_at), now)
        if move:
            ended[move] += 1
        else:
            points = due_now(beat, now, days)
            due |= {(referral_id(referral), point.key) for point in points}
    return ended, due


def go_round(workspace: Workspace, year: Year) -> int:
    made = 0
    for service in workspace.cast.services.values():
        with as_member(service) as actor:
            made += remind_all(actor=actor, now=moment(year.end))
    return made
