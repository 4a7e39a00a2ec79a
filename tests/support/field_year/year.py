# SPDX-License-Identifier: EUPL-1.2
"""The year itself: events in the order of time, and the moves that the courses allow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from typing import Any

from samvern.cases.notices.reminder_clock import OSLO
from samvern.law.dates import Holidays
from samvern.referrals.reminder_schedule import answer_by, heard_by
from support.field_year import beds
from support.field_year.directory import (
    REGIONS,
    SimulatedDirectory,
    SimulatedService,
)
from support.field_year.entities import (
    REFERRALS,
    SimulatedPerson,
    SimulatedReferral,
    Tape,
    moment,
)
from support.field_year.ledger import LIVE, YearLedger
from support.field_year.reminder_job import ReminderJob

Act = Callable[["Year", Any], None]
ALWAYS = -1
"""In place of a turn: the event happens however often its referral has moved since."""
ROUNDS_LAST = 1 << 60
"""Of what happens in one second the round of the job is last: it sees where everybody stands."""


@dataclass(frozen=True)
class Setting:
    """Which year, how many people, and where. ``away``: when the reminding job does not run."""

    last: date
    size: int = 100
    seed: str = "samvern"
    regions: Sequence[str] = REGIONS
    away: Sequence[tuple[int, int]] = ()
    until: int = 0
    """Where the year is cut off, in seconds since 1970; 0 is the midnight that ends it."""

    @property
    def end(self) -> int:
        """The first second that is not of the year."""
        return self.until or at_midnight(self.last + timedelta(days=1))


def at_midnight(day: date) -> int:
    """When a day begins in Norway."""
    return int(datetime.combine(day, time(), tzinfo=OSLO).timestamp())


class Year:
    """All that goes on; ``now`` is the moment that has come."""

    def __init__(
        self, setting: Setting, holidays: Holidays, look: Act, tape: Tape | None = None
    ) -> None:
        self.setting, self.end, self.tape = setting, setting.end, tape
        self.look = look
        """What a round of the job does to a referral."""
        self.directory = SimulatedDirectory(setting.regions, setting.size / 100)
        self.clocks, self.books = ReminderJob(holidays, setting.away), YearLedger()
        self.people: list[SimulatedPerson] = []
        self.now = self.events = 0
        self.queue: dict[int, SimulatedService] = {}
        """Whoever waits for a bed, by her number, and in which house."""
        self._heap: list[tuple[int, int, Act, Any, int]] = []
        self._pushed = 0

    def after(self, at: int, act: Act, thing: Any, turn: int = ALWAYS) -> None:
        """Let something happen later, unless its referral has moved by then."""
        if at < self.end:
            self._pushed += 1
            place = self._pushed + (ROUNDS_LAST if act is self.look else 0)
            heappush(self._heap, (at, place, act, thing, turn))

    def run(self) -> None:
        """Let the year pass; every clock that still runs is audited at its end.

        Raises:
            Broken: a claim about the year does not hold.
        """
        heap = self._heap
        while heap:
            self.now, _, act, thing, turn = heappop(heap)
            if turn in (ALWAYS, getattr(thing, "turn", ALWAYS)):
                self.events += 1
                act(self, thing)
        self.now = self.end
        for person in self.people:
            for referral in person.live:
                self.clocks.stop(referral, self.now)
        self.books.check(self.people)
        beds.check(self)

    def send(
        self, person: SimulatedPerson, house: SimulatedService, need: str, urgency: str, until: int
    ) -> SimulatedReferral:
        """A referral begins, and with it the receiver's clock."""
        self.books.send()
        referral = SimulatedReferral(self.books.sent, person, house, need, urgency)
        referral.sent_at = referral.since = self.now
        referral.due_at = self._due(urgency)
        referral.until = max(until, self._first_end(urgency))
        person.sent += 1
        person.live.append(referral)
        person.tried[need] = (*person.tried.get(need, ()), house.at)
        self.note("send", referral)
        beds.hold(self, referral)
        self._follow(referral)
        return referral

    def move(self, referral: SimulatedReferral, name: str, side: str, reason: str = "") -> None:
        """Make a move of the course.

        Raises:
            Broken: it is not open to that side.
        """
        start, person = referral.state, referral.person
        end = REFERRALS.end(start, side, name, reason)
        self.note(name, referral, side=side, reason=reason)
        referral.state, referral.since = end, self.now
        referral.turn += 1
        if name == "answer":
            referral.due_at = self._due(referral.urgency)
        person.arrived += name == "arrive"
        person.missed += name == "miss"
        if end not in LIVE:
            person.live.remove(referral)
        self.books.move(name, start, end)
        beds.follow(self, referral, name, reason)
        self._follow(referral)

    def note(self, what: str, referral: SimulatedReferral, **how: Any) -> None:
        """Write it on the tape, if there is one."""
        if self.tape is not None:
            self.tape.append((self.now, what, referral, how))

    def _due(self, urgency: str) -> int:
        due = answer_by(urgency, moment(self.now), self.clocks.holidays)
        return int(due.timestamp())

    def _first_end(self, urgency: str) -> int:
        """The end of the earliest last day a sender may choose."""
        heard = heard_by(urgency, moment(self.now), self.clocks.holidays)
        return at_midnight(heard.astimezone(OSLO).date() + timedelta(days=1))

    def _follow(self, referral: SimulatedReferral) -> None:
        self.clocks.turn(referral, self.now)
        self.books.restate(referral.person)
        self.expect_round(referral, self.now)

    def expect_round(self, referral: SimulatedReferral, since: int) -> None:
        """Let the job look at a referral when it next has something to say of it."""
        at = self.clocks.next_round(referral, since)
        if at is not None:
            self.after(at, self.look, referral, referral.turn)
