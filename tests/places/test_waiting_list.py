# SPDX-License-Identifier: EUPL-1.2
"""Who waits: nobody is overtaken; a room is offered in turn; and what the clock does."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samvern.cases.core.models import Case, Person
from samvern.places.bookings.domain import apply_move, get_booking
from samvern.places.jobs import expire_holds, remind_of_ends, run_place_jobs, timezone
from samvern.places.models import WaitingListEntry
from samvern.places.waiting_list.domain import own_queue_positions, start_waiting
from samvern.web.jobs.service_members import acting_as_service
from support.providing import hold, make_place, needs
from support.workspace import Workspace

pytestmark = pytest.mark.database
HOLDERS = [("kari", "own"), ("jonas", "unit"), ("liv", "other_unit"), ("per", "foreign"),
           ("amina", "shared_in")]  # fmt: skip


def wait(workspace: Workspace, member: str, case: str, **values: Any) -> UUID:
    with workspace.acting(member) as actor:
        return start_waiting(
            actor=actor,
            case=Case.objects.get(pk=workspace.cast.cases[case]),
            person=Person.objects.get(pk=workspace.cast.persons[case]),
            needs=needs(**values),
        ).pk


def place_of(workspace: Workspace, member: str, waits: UUID) -> tuple[int, int]:
    with workspace.acting(member) as actor:
        line = own_queue_positions(actor)
        return next((e.position, e.waiting) for e in line if e.row.pk == waits)


def sweep(workspace: Workspace, code: str) -> None:
    with acting_as_service(workspace.cast.services[code], "job:rooms", ["case"]) as actor:
        run_place_jobs(actor=actor)


def notices(workspace: Workspace, kind: str) -> list[tuple[str, bool]]:
    """Who was told, and whether the notice names a case."""
    with workspace.superuser() as look:
        return look.execute(
            "SELECT u.login, n.case_id IS NOT NULL FROM cases_notice n JOIN access_member m "
            "ON m.id = n.member_id JOIN access_user u ON u.id = m.user_id WHERE n.kind = %s "
            "ORDER BY 1", [kind]
        ).fetchall()  # fmt: skip


def backdate(workspace: Workspace, statement: str, *values: Any) -> None:
    with workspace.superuser() as owner:
        owner.execute(statement, values)


WHO = st.lists(
    st.tuples(st.booleans(), st.integers(0, 2), st.integers(0, 40)), min_size=5, max_size=5
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(WHO)
def test_nobody_is_overtaken(workspace: Workspace, who: list[tuple[bool, int, int]]) -> None:
    """Five in four houses: danger first, then children, then time; each sees the same line."""
    backdate(workspace, "DELETE FROM places_waiting")
    rows: list[tuple[int, datetime, UUID, str]] = []
    for (member, case), (danger, children, hours) in zip(HOLDERS, who, strict=True):
        waits = wait(workspace, member, case, danger=danger, children=children)
        backdate(
            workspace,
            "UPDATE places_waiting SET created_at = created_at - %s * interval '1 hour' "
            "WHERE id = %s",
            hours,
            waits,
        )
        with workspace.acting(member):
            row = WaitingListEntry.objects.get(pk=waits)
        rows.append((row.urgency, row.created_at, waits, member))
        assert row.urgency == (0 if danger and children else 1 if danger else 2 if children else 3)
    for position, (_urgency, _since, waits, member) in enumerate(sorted(rows), 1):
        assert place_of(workspace, member, waits) == (position, 5)


def test_the_first_in_line_is_told_and_then_the_next(fresh_workspace: Workspace) -> None:
    _place, (room,) = make_place(fresh_workspace)
    booking = hold(fresh_workspace, room)
    first = wait(fresh_workspace, "jonas", "unit")
    second = wait(fresh_workspace, "per", "foreign")
    for code in ("havn", "politi"):
        sweep(fresh_workspace, code)
    assert notices(fresh_workspace, "place-free") == []
    with fresh_workspace.acting("kari") as actor:
        apply_move(actor=actor, booking=get_booking(actor, booking), move="release")
    for code in ("politi", "havn", "politi"):
        sweep(fresh_workspace, code)
    assert notices(fresh_workspace, "place-free") == [("jonas", True)]
    late = "UPDATE places_waiting SET told_at = told_at - interval '3 hours' WHERE id = %s"
    backdate(fresh_workspace, late, first)
    for code in ("havn", "politi"):
        sweep(fresh_workspace, code)
    assert notices(fresh_workspace, "place-free") == [("jonas", True), ("per", True)]
    assert place_of(fresh_workspace, "per", second) == (2, 2), "who was told keeps her place"


def test_whom_nothing_fits_keeps_nobody_from_being_told(fresh_workspace: Workspace) -> None:
    make_place(fresh_workspace, sexes=["woman"])
    wait(fresh_workspace, "jonas", "unit", sex="man", danger=True)
    wait(fresh_workspace, "per", "foreign")
    for code in ("politi", "havn", "politi"):
        sweep(fresh_workspace, code)
    assert notices(fresh_workspace, "place-free") == [("per", True)]


def test_a_confirmed_place_ends_the_wait(fresh_workspace: Workspace) -> None:
    _place, (room,) = make_place(fresh_workspace)
    waits = wait(fresh_workspace, "kari", "own")
    booking = hold(fresh_workspace, room)
    sweep(fresh_workspace, "havn")
    assert place_of(fresh_workspace, "kari", waits) == (1, 1), "a hold is not a place yet"
    with fresh_workspace.acting("amina") as actor:
        apply_move(actor=actor, booking=get_booking(actor, booking), move="confirm")
    sweep(fresh_workspace, "havn")
    with fresh_workspace.acting("kari"):
        assert WaitingListEntry.objects.get(pk=waits).state == "placed"


def test_a_hold_nobody_confirms_runs_out_once(fresh_workspace: Workspace) -> None:
    _place, (room,) = make_place(fresh_workspace)
    booking = hold(fresh_workspace, room, hours=1)
    for code in ("havn", "krisesenter"):
        sweep(fresh_workspace, code)
    with fresh_workspace.acting("kari") as actor:
        assert get_booking(actor, booking).state == "held", "none early"
    past = "UPDATE places_booking SET held_until = now() - interval '1 second'"
    backdate(fresh_workspace, past)
    for code in ("krisesenter", "havn", "krisesenter"):
        sweep(fresh_workspace, code)
    with fresh_workspace.acting("kari") as actor:
        assert get_booking(actor, booking).state == "expired"
        assert expire_holds(actor) == 0
    told = notices(fresh_workspace, "booking-expired")
    assert told == [("amina", False), ("kari", True)]
    assert hold(fresh_workspace, room, "jonas", "unit") is not None


def test_a_stay_that_ends_soon_is_told_once_for_each_day(
    fresh_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty simulated days, looked at every six hours, by both houses: none early, none twice."""
    _place, (room,) = make_place(fresh_workspace)
    wanted = needs(days=20)
    booking = hold(fresh_workspace, room, wanted=wanted)
    with fresh_workspace.acting("amina") as actor:
        apply_move(actor=actor, booking=get_booking(actor, booking), move="confirm")
    with fresh_workspace.acting("kari") as actor:
        apply_move(actor=actor, booking=get_booking(actor, booking), move="arrive")
    told: list[float] = []
    for quarter in range(81):
        now = wanted.since + timedelta(hours=6 * quarter)
        with monkeypatch.context() as clock:
            clock.setattr(timezone, "now", lambda now=now: now)
            for member in ("kari", "amina"):
                with fresh_workspace.acting(member) as actor:
                    remind_of_ends(actor)
        number = len(
            [who for who, _case in notices(fresh_workspace, "booking-ends") if who == "kari"]
        )
        told += [(wanted.until - now) / timedelta(days=1)] * (number - len(told))
    assert told == [7.0, 1.0]
    assert ("amina", False) in notices(fresh_workspace, "booking-ends")
    late = [who for who, _case in notices(fresh_workspace, "booking-late")]
    assert late.count("kari") == 1
