# SPDX-License-Identifier: EUPL-1.2
"""Persons, referrals and bookings of the simulated year, as small as they can be."""

from datetime import UTC, datetime
from typing import Any

from samvern.access.courses import Course
from samvern.cast.field.chance import Luck
from samvern.cast.field.directory import House
from samvern.places.course import BOOKING
from samvern.places.course import WAITING as QUEUE
from samvern.referrals.course import REFERRAL
from samvern.referrals.heartbeat import Beat, Point
from samvern.referrals.matching import Traits


class Broken(AssertionError):
    """The model did what the rooms do not allow, or something is not as is claimed."""


def moment(at: int) -> datetime:
    """Seconds since 1970 as a moment."""
    return datetime.fromtimestamp(at, UTC)


class Moves:
    """The moves of a course, by state and side, as the course itself opens them."""

    def __init__(self, course: Course) -> None:
        sides = {side for move in course.moves for side in move.by}
        self.course = course
        self._open = {
            (state, side, move.name): move
            for state in course.states
            for side in sides
            for move in course.open_to(state, side)
        }

    def end(self, state: str, side: str, name: str, reason: str = "") -> str:
        """Where a move leads.

        Raises:
            Broken: it is not open to that side from there, or its reason is none of the list.
        """
        move = self._open.get((state, side, name))
        if move is None:
            raise Broken(f"{self.course.table}: {name} is not open to the {side} from {state}")
        if move.reasons is not None and reason not in move.reasons:
            raise Broken(f"{self.course.table}: {name} knows no reason {reason!r}")
        return move.end

    def opens(self, state: str, side: str, name: str) -> bool:
        """Whether one side can make a move."""
        return (state, side, name) in self._open


REFERRALS, BOOKINGS, QUEUES = Moves(REFERRAL), Moves(BOOKING), Moves(QUEUE)


class Person:
    """Somebody who was met; ``month`` is the month it happened in."""

    __slots__ = (
        "arrived", "at", "failed", "gone", "live", "luck", "met_at", "minor", "missed",
        "month", "number", "planned", "sent", "standing", "traits", "tried", "wants",
    )  # fmt: skip

    def __init__(
        self, number: int, met_at: int, month: int, at: str, traits: Traits, luck: Luck
    ) -> None:
        self.number, self.met_at, self.month, self.at = number, met_at, month, at
        self.traits, self.luck = traits, luck
        self.minor = traits.ages is not None and traits.ages[1] < 18
        self.wants: list[tuple[str, str]] = []
        self.planned = self.sent = self.arrived = self.missed = self.failed = 0
        self.gone = self.standing = ""
        self.live: list[Referral] = []
        """Referrals from which something may still come."""
        self.tried: dict[str, tuple[str, ...]] = {}
        """By need: the organisations asked."""


class Referral:
    """One person sent to one house for one need; ``turn`` counts its moves."""

    __slots__ = (
        "bed", "due_at", "forgets", "house", "long", "mark", "need", "number", "person", "points",
        "said", "sent_at", "since", "state", "turn", "until", "urgency",
    )  # fmt: skip

    def __init__(self, number: int, person: Person, house: House, need: str, urgency: str) -> None:
        self.number, self.person, self.house = number, person, house
        self.need, self.urgency, self.state = need, urgency, REFERRAL.first
        self.sent_at = self.since = self.due_at = self.until = self.turn = 0
        self.forgets = False
        self.bed: str | None = None
        """The state of its booking."""
        self.mark = ""
        self.points: list[tuple[int, Point]] = []
        """What its clock will say, each with the round that will say it."""
        self.said: dict[str, tuple[str, int]] = {}
        self.long: frozenset[str] = frozenset()
        """What the clock that no question starts anew had said when another clock stopped."""

    def beat(self) -> Beat:
        """As its clock sees it."""
        return Beat(self.urgency, self.state, moment(self.since), moment(self.sent_at))


Tape = list[tuple[int, str, Any, dict[str, Any]]]
"""What happened, in order, for whoever plays it again: when, what, to which referral, how."""
