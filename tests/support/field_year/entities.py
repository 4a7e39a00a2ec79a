# SPDX-License-Identifier: EUPL-1.2
"""Persons, referrals and bookings of the simulated year, as small as they can be."""

from datetime import UTC, datetime
from typing import Any

from samvern.access.workflow import StateMachine
from samvern.cases.notices.reminder_clock import Reminder
from samvern.places.workflow import BOOKING
from samvern.places.workflow import WAITING as QUEUE
from samvern.referrals.matching.domain import PersonTraits
from samvern.referrals.reminder_schedule import ReferralClock
from samvern.referrals.workflow import REFERRAL
from support.field_year.directory import SimulatedService
from support.field_year.random_stream import RandomStream


class SimulationError(AssertionError):
    """The model did what the rooms do not allow, or something is not as is claimed."""


def moment(at: int) -> datetime:
    """Seconds since 1970 as a moment."""
    return datetime.fromtimestamp(at, UTC)


class CourseMoves:
    """The moves of a course, by state and side, as the course itself opens them."""

    def __init__(self, course: StateMachine) -> None:
        sides = {side for move in course.transitions for side in move.by}
        self.course = course
        self._open = {
            (state, side, move.name): move
            for state in course.states
            for side in sides
            for move in course.transitions_from(state, side)
        }

    def end(self, state: str, side: str, name: str, reason: str = "") -> str:
        """Where a move leads.

        Raises:
            Broken: it is not open to that side from there, or its reason is none of the list.
        """
        move = self._open.get((state, side, name))
        if move is None:
            raise SimulationError(
                f"{self.course.table}: {name} is not open to the {side} from {state}"
            )
        if move.reasons is not None and reason not in move.reasons:
            raise SimulationError(f"{self.course.table}: {name} knows no reason {reason!r}")
        return move.end

    def opens(self, state: str, side: str, name: str) -> bool:
        """Whether one side can make a move."""
        return (state, side, name) in self._open


REFERRALS, BOOKINGS, QUEUES = CourseMoves(REFERRAL), CourseMoves(BOOKING), CourseMoves(QUEUE)


class SimulatedPerson:
    """Somebody who was met; ``month`` is the month it happened in."""

    __slots__ = (
        "arrived", "at", "failed", "gone", "live", "luck", "met_at", "minor", "missed",
        "month", "number", "planned", "sent", "standing", "traits", "tried", "wants",
    )  # fmt: skip

    def __init__(
        self,
        number: int,
        met_at: int,
        month: int,
        at: str,
        traits: PersonTraits,
        luck: RandomStream,
    ) -> None:
        self.number, self.met_at, self.month, self.at = number, met_at, month, at
        self.traits, self.luck = traits, luck
        self.minor = traits.ages is not None and traits.ages[1] < 18
        self.wants: list[tuple[str, str]] = []
        self.planned = self.sent = self.arrived = self.missed = self.failed = 0
        self.gone = self.standing = ""
        self.live: list[SimulatedReferral] = []
        """Referrals from which something may still come."""
        self.tried: dict[str, tuple[str, ...]] = {}
        """By need: the organisations asked."""


class SimulatedReferral:
    """One person sent to one house for one need; ``turn`` counts its moves."""

    __slots__ = (
        "bed", "due_at", "forgets", "house", "long", "mark", "need", "number", "person", "points",
        "said", "sent_at", "since", "state", "turn", "until", "urgency",
    )  # fmt: skip

    def __init__(
        self, number: int, person: SimulatedPerson, house: SimulatedService, need: str, urgency: str
    ) -> None:
        self.number, self.person, self.house = number, person, house
        self.need, self.urgency, self.state = need, urgency, REFERRAL.first
        self.sent_at = self.since = self.due_at = self.until = self.turn = 0
        self.forgets = False
        self.bed: str | None = None
        """The state of its booking."""
        self.mark = ""
        self.points: list[tuple[int, Reminder]] = []
        """What its clock will say, each with the round that will say it."""
        self.said: dict[str, tuple[str, int]] = {}
        self.long: frozenset[str] = frozenset()
        """What the clock that no question starts anew had said when another clock stopped."""

    def beat(self) -> ReferralClock:
        """As its clock sees it."""
        return ReferralClock(self.urgency, self.state, moment(self.since), moment(self.sent_at))


Tape = list[tuple[int, str, Any, dict[str, Any]]]
"""What happened, in order, for whoever plays it again: when, what, to which referral, how."""
