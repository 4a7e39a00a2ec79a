# SPDX-License-Identifier: EUPL-1.2
"""The course of a booking, and that the room is hers all the way."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from samvern.access.errors import NotFound, Rejected
from samvern.access.workflow import StaleState
from samvern.places.bookings.domain import apply_move, get_booking, moves_of, read_needs_of
from samvern.places.database import RoomTaken
from samvern.places.inventory.rooms import close_room
from samvern.places.matching.search import search_places
from samvern.places.models import Booking, Room
from support.providing import hold, make_place, needs
from support.workspace import Workspace

pytestmark = pytest.mark.database


def move(workspace: Workspace, booking: UUID, member: str, name: str, **values: Any) -> str:
    with workspace.acting(member) as actor:
        return apply_move(
            actor=actor, booking=get_booking(actor, booking), move=name, **values
        ).state


def taken(workspace: Workspace, room: UUID) -> list[tuple[Any, ...]]:
    with workspace.superuser() as look:
        return look.execute(
            "SELECT during, live, booking_id FROM places_occupancy WHERE room_id = %s AND live "
            "ORDER BY during",
            [room],
        ).fetchall()


def free(workspace: Workspace, member: str = "kari") -> set[UUID]:
    with workspace.acting(member) as actor:
        return {each.room_id for each in search_places(actor=actor, needs=needs()).offers}


def test_from_a_hold_to_the_end_of_the_stay(fresh_workspace: Workspace) -> None:
    _place, (room,) = make_place(fresh_workspace)
    assert free(fresh_workspace) == {room}
    booking = hold(fresh_workspace, room, "jonas", "unit")
    assert free(fresh_workspace) == set()
    with fresh_workspace.acting("amina") as actor:
        told = read_needs_of(get_booking(actor, booking))
        assert told is not None and (told.sex, told.ages) == ("woman", "25-39")
    assert move(fresh_workspace, booking, "amina", "confirm") == "booked"
    assert move(fresh_workspace, booking, "jonas", "arrive") == "arrived"
    assert move(fresh_workspace, booking, "amina", "end") == "ended"
    assert free(fresh_workspace) == {room}
    with fresh_workspace.acting("amina") as actor:
        row = get_booking(actor, booking)
        assert read_needs_of(row) is None, "what a provider was told closes with the stay"
        assert moves_of(actor, row) == {}


@pytest.mark.parametrize(
    ("member", "name", "values"),
    [("amina", "decline", {"reason": "full"}), ("kari", "release", {})],
)
def test_a_no_gives_the_room_back_at_once(
    fresh_workspace: Workspace, member: str, name: str, values: dict[str, str]
) -> None:
    _place, (room,) = make_place(fresh_workspace)
    booking = hold(fresh_workspace, room)
    move(fresh_workspace, booking, member, name, **values)
    assert free(fresh_workspace) == {room}
    assert taken(fresh_workspace, room) == []
    with pytest.raises(StaleState):
        move(fresh_workspace, booking, "amina", "confirm")


def test_a_no_has_a_reason(fresh_workspace: Workspace) -> None:
    _place, (room,) = make_place(fresh_workspace)
    booking = hold(fresh_workspace, room)
    with pytest.raises(Rejected):
        move(fresh_workspace, booking, "amina", "decline")


def test_the_second_who_presses_gets_a_clear_no(fresh_workspace: Workspace) -> None:
    _place, (room,) = make_place(fresh_workspace)
    hold(fresh_workspace, room)
    with pytest.raises(RoomTaken, match="først"):
        hold(fresh_workspace, room, member="jonas", case="unit")
    assert len(taken(fresh_workspace, room)) == 1


def test_nobody_overlaps_whoever_writes(fresh_workspace: Workspace) -> None:
    """The owner of the tables cannot book twice either."""
    _place, (room,) = make_place(fresh_workspace)
    hold(fresh_workspace, room)
    copy = (
        "INSERT INTO places_occupancy (id, created_at, room_id, organisation_id, booking_id, "
        "case_id, during, live, why) SELECT gen_random_uuid(), now(), room_id, organisation_id, "
        "booking_id, case_id, {}, true, why FROM places_occupancy WHERE room_id = %s LIMIT 1"
    )
    later = "tstzrange(upper(during), upper(during) + interval '1 day')"
    with fresh_workspace.superuser() as owner:
        with pytest.raises(psycopg.errors.ExclusionViolation):
            owner.execute(copy.format("during"), [room])
        owner.execute(copy.format(later), [room])


def test_a_stay_grows_only_into_free_time(fresh_workspace: Workspace) -> None:
    _place, (room,) = make_place(fresh_workspace)
    wanted = needs(days=3)
    booking = hold(fresh_workspace, room, wanted=wanted)
    hold(fresh_workspace, room, "jonas", "unit", wanted=needs(2, wanted.until + timedelta(days=2)))
    move(fresh_workspace, booking, "amina", "confirm")
    longer = wanted.until + timedelta(days=1)
    move(fresh_workspace, booking, "kari", "wish", until=longer)
    assert taken(fresh_workspace, room)[0][0].upper == wanted.until
    move(fresh_workspace, booking, "amina", "extend", until=longer)
    assert taken(fresh_workspace, room)[0][0].upper == longer
    with pytest.raises(RoomTaken):
        move(fresh_workspace, booking, "amina", "extend", until=longer + timedelta(days=3))
    assert taken(fresh_workspace, room)[0][0].upper == longer, "what she had, she keeps"
    with fresh_workspace.acting("kari") as actor:
        assert get_booking(actor, booking).during.upper == longer


def test_a_move_is_never_without_a_bed(fresh_workspace: Workspace) -> None:
    _place, (first, second) = make_place(fresh_workspace, rooms=2)
    wanted = needs(days=5)
    booking = hold(fresh_workspace, first, wanted=wanted)
    other = hold(fresh_workspace, second, "jonas", "unit", wanted=wanted)
    move(fresh_workspace, booking, "amina", "confirm")
    move(fresh_workspace, booking, "amina", "arrive")
    with pytest.raises(RoomTaken):
        move(fresh_workspace, booking, "amina", "move_on", room_id=second)
    assert [row[2] for row in taken(fresh_workspace, first)] == [booking]
    move(fresh_workspace, other, "amina", "decline", reason="full")
    move(fresh_workspace, booking, "amina", "move_on", room_id=second)
    before, after = taken(fresh_workspace, first)[0], taken(fresh_workspace, second)[0]
    assert before[0].upper == after[0].lower and after[0].upper == wanted.until
    assert (before[2], after[2]) == (booking, booking)
    move(fresh_workspace, booking, "amina", "extend_stay", until=wanted.until + timedelta(days=1))
    assert taken(fresh_workspace, second)[0][0].upper == wanted.until + timedelta(days=1)
    assert taken(fresh_workspace, first)[0][0].upper == before[0].upper


def test_only_the_side_whose_move_it_is(fresh_workspace: Workspace) -> None:
    _place, (room,) = make_place(fresh_workspace)
    booking = hold(fresh_workspace, room)
    with pytest.raises(StaleState):
        move(fresh_workspace, booking, "kari", "confirm")
    with pytest.raises(StaleState):
        move(fresh_workspace, booking, "amina", "release")
    for stranger in ("per", "liv", "rolf", "guro", "sara"):
        with pytest.raises(NotFound):
            move(fresh_workspace, booking, stranger, "release")


def test_a_closed_room_is_held_by_nobody_and_a_held_one_is_not_closed(
    fresh_workspace: Workspace,
) -> None:
    _place, (room, other) = make_place(fresh_workspace, rooms=2)
    wanted = needs()
    times = {"since": wanted.since, "until": wanted.until, "why": "repair"}
    with fresh_workspace.acting("amina") as actor:
        close_room(actor=actor, room=Room.objects.get(pk=room), **times)
    assert free(fresh_workspace) == {other}
    with pytest.raises(RoomTaken):
        hold(fresh_workspace, room, wanted=wanted)
    hold(fresh_workspace, other, wanted=wanted)
    with fresh_workspace.acting("amina") as actor, pytest.raises(RoomTaken):
        close_room(actor=actor, room=Room.objects.get(pk=other), **times)


def test_a_room_that_is_too_small_is_refused_by_the_database(fresh_workspace: Workspace) -> None:
    _place, (room,) = make_place(fresh_workspace, beds=1)
    with pytest.raises(Rejected, match="senger"):
        hold(fresh_workspace, room, wanted=needs(children=2))
    assert Booking.objects.count() == 0
