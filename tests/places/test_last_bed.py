# SPDX-License-Identifier: EUPL-1.2
"""Eight at once after the last bed: one gets it, seven get a clear no, whatever else goes on."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from samvern.access.errors import Rejected
from samvern.places.bookings.domain import apply_move, get_booking
from samvern.places.matching.needs import Needs
from support.providing import hold, make_place, needs
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.long]
CLIENTS = [("kari", "own"), ("jonas", "unit"), ("liv", "other_unit"), ("per", "foreign")] * 2
TAKEN = "SELECT count(*) FROM places_occupancy WHERE room_id = %s AND live"


@pytest.fixture
def rounds(short: bool) -> int:
    return 25 if short else 1000


@pytest.fixture
def unlimited(fresh_workspace: Workspace) -> Workspace:
    """Nobody's allowance is used up by a thousand rounds."""
    with fresh_workspace.superuser() as owner:
        owner.execute("UPDATE gate.allowance SET hourly = 1000000, daily = 1000000")
    for name, _case in CLIENTS:
        fresh_workspace.token(name)
    fresh_workspace.token("amina")
    return fresh_workspace


class Crowd:
    """Eight threads with a connection each, which all begin at the same moment."""

    def __init__(self) -> None:
        self.pool, self.barrier = ThreadPoolExecutor(8), Barrier(8)

    def at_once(self, acts: list[Callable[[], object]]) -> Counter[str]:
        """What the eight met: ``yes``, or the kind of the no."""
        assert len(acts) == 8
        return Counter(self.pool.map(self._one, acts))

    def leave(self) -> None:
        """Close the connections."""
        self.at_once([lambda: connection.close()] * 8)
        self.pool.shutdown()

    def _one(self, act: Callable[[], object]) -> str:
        self.barrier.wait(20)
        try:
            act()
        except Rejected as no:
            assert no.messages and no.messages[0]
            return type(no).__name__
        return "yes"


@pytest.fixture
def crowd(unlimited: Workspace) -> Iterator[Crowd]:
    made = Crowd()
    yield made
    made.leave()


def holder(workspace: Workspace, room: UUID, at: int, wanted: Needs) -> Callable[[], object]:
    member, case = CLIENTS[at]
    return lambda: hold(workspace, room, member, case, wanted=wanted)


def test_the_last_bed_is_held_once(unlimited: Workspace, crowd: Crowd, rounds: int) -> None:
    _place, (room,) = make_place(unlimited)
    start = needs().since
    with unlimited.superuser() as look:
        for number in range(rounds):
            wanted = needs(1, start + timedelta(days=2 * number))
            met = crowd.at_once([holder(unlimited, room, at, wanted) for at in range(8)])
            assert met == {"yes": 1, "RoomTaken": 7}, (number, met)
            assert look.execute(TAKEN, [room]).fetchone() == (number + 1,)
        asked = look.execute("SELECT count(*), count(DISTINCT during) FROM places_booking")
        assert asked.fetchone() == (rounds, rounds)


def test_overlapping_wishes_for_two_rooms_and_a_move(
    unlimited: Workspace, crowd: Crowd, rounds: int
) -> None:
    """Six want overlapping days in either room while the provider moves somebody between them:
    no deadlock that is left standing, never two in a room, and she who is moved has a room."""
    _place, (first, second) = make_place(unlimited, rooms=2)
    start = needs().since
    overlaps = (
        "SELECT count(*) FROM places_occupancy a JOIN places_occupancy b ON a.room_id = b.room_id "
        "AND a.id < b.id AND a.live AND b.live AND a.during && b.during"
    )
    with unlimited.superuser() as look:
        for number in range(max(rounds // 5, 5)):
            begin = start + timedelta(days=1 + 10 * number)
            stay = hold(unlimited, first, wanted=needs(2, begin))
            with unlimited.acting("amina") as actor:
                apply_move(actor=actor, booking=get_booking(actor, stay), move="confirm")
            acts = [mover(unlimited, stay, second), mover(unlimited, stay, second)]
            for at in range(6):
                wanted = needs(3, begin + timedelta(days=at % 3))
                acts.append(holder(unlimited, (first, second)[at % 2], at, wanted))
            met = crowd.at_once(acts)
            assert sum(met.values()) == 8
            assert look.execute(overlaps).fetchone() == (0,)
            rooms = look.execute(
                "SELECT o.room_id = b.room_id, o.during = b.during FROM places_booking b JOIN "
                "places_occupancy o ON o.booking_id = b.id AND o.live WHERE b.id = %s", [stay]
            ).fetchall()  # fmt: skip
            assert rooms == [(True, True)], "one room, the whole time"


def test_confirm_and_release_at_once_have_one_winner(
    unlimited: Workspace, crowd: Crowd, rounds: int
) -> None:
    _place, (room,) = make_place(unlimited)
    start = needs().since
    with unlimited.superuser() as look:
        for number in range(max(rounds // 5, 5)):
            booking = hold(unlimited, room, wanted=needs(1, start + timedelta(days=2 * number)))
            met = crowd.at_once(
                [mover(unlimited, booking, None, "amina", "decline", reason="full")] * 4
                + [mover(unlimited, booking, None, "kari", "release")] * 4
            )
            assert met == {"yes": 1, "StaleState": 7}
            steps = look.execute(
                "SELECT count(*), (SELECT state FROM places_booking WHERE id = %s) = max(finish) "
                "FROM places_bookingstep WHERE of_id = %s", [booking, booking]
            ).fetchone()  # fmt: skip
            assert steps == (1, True), "no update is lost"
            assert look.execute(TAKEN, [room]).fetchone() == (0,)


def mover(
    workspace: Workspace,
    booking: UUID,
    room: UUID | None,
    member: str = "amina",
    move: str = "move",
    **values: str,
) -> Callable[[], object]:
    def act() -> None:
        more = {"room_id": room} if room else {}
        with workspace.acting(member) as actor:
            row = get_booking(actor, booking)
            apply_move(actor=actor, booking=row, move=move, **values, **more)

    return act
