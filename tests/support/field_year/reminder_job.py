# SPDX-License-Identifier: EUPL-1.2
"""The reminding job of the simulated year: it comes every ten minutes, now and then it does not,
and what it says is judged by ``referrals.heartbeat`` alone. When a clock stops, what it said is
held against everything it should have said by then."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from samvern.cases.notices.reminder_clock import Reminder
from samvern.law.dates import Holidays
from samvern.referrals.core.reminders import expiry_move
from samvern.referrals.reminder_schedule import EXPIRES, addressee, due_now, is_long, plan
from samvern.referrals.workflow import TAKEN, WAITING
from support.field_year.entities import SimulatedReferral, SimulationError, moment

ROUND = 600
"""Seconds between two rounds of the job."""
GIVEN_UP = int(EXPIRES.total_seconds())
TIMED = ("sent", "asked_back", "answered_back", "accepted", "ended")
"""States in which a clock starts; no other state has anything to say (``plan`` is empty)."""


@dataclass
class ReminderJob:
    """The job, and the tally of what it said, by who was told."""

    holidays: Holidays
    away: Sequence[tuple[int, int]] = ()
    """Spells in which no round is made, in order."""
    told: Counter[str] = field(default_factory=Counter)
    stopped: int = 0
    """Clocks that were audited."""

    def round_at(self, at: int) -> int:
        """The first round at or after a moment."""
        at = -(-at // ROUND) * ROUND
        place = bisect_right(self.away, at, key=lambda spell: spell[0]) - 1
        if place >= 0 and at < self.away[place][1]:
            return -(-self.away[place][1] // ROUND) * ROUND
        return at

    def turn(self, referral: SimulatedReferral, now: int) -> None:
        """A move was made: a clock that ran on another state stops, the one of this state runs."""
        if referral.state == "seen":
            return  # opening it answers nothing
        timed = referral.state in TIMED
        points = plan(referral.beat(), self.holidays) if timed else []
        own = [point for point in points if not is_long(point.key)]
        mark = own[0].key.partition(":")[2] if own else ""
        if mark != referral.mark:
            self.stop(referral, now)
            referral.long |= {key for key in referral.said if is_long(key)}
            referral.mark, referral.said = mark, {}
            referral.points = [
                (self.round_at(max(now, int(point.at.timestamp()))), point)
                for point in points
                if point.key not in referral.long
            ]

    def next_round(self, referral: SimulatedReferral, since: int) -> int | None:
        """The first round since a moment that has something to say of a referral, or ends it."""
        coming = [
            at for at, point in referral.points if at >= since and point.key not in referral.said
        ]
        if referral.state in WAITING:
            coming.append(self.round_at(min(referral.until, referral.due_at + GIVEN_UP)))
        elif referral.state in TAKEN:
            coming.append(self.round_at(referral.until))
        return min(coming) if coming else None

    def look(self, referral: SimulatedReferral, now: int) -> tuple[str, list[Reminder]]:
        """What a round finds: the move that ends the referral, or what is said of it."""
        beat, here = referral.beat(), moment(now)
        ending = expiry_move(beat, moment(referral.until), moment(referral.due_at), here)
        if ending:
            return ending, []
        due = due_now(beat, here, self.holidays)
        new = [point for point in due if point.key not in {*referral.said, *referral.long}]
        for point in new:  # the database says the same key once
            referral.said[point.key] = (point.to, now)
            self.told[point.to] += 1
        return "", new

    def stop(self, referral: SimulatedReferral, now: int) -> None:
        """Audit what was said on the clock that stops now.

        Raises:
            Broken: something was said early, late, not at all, or that was no more to be said.
        """
        if not referral.mark:
            return
        self.stopped += 1
        if referral.points[0][0] > now and not referral.said:
            return
        expected = expected_by(referral.points, now)
        said = {key: at for key, (_, at) in referral.said.items()}
        certain = {key: at for key, at in expected.items() if at < now}
        if not certain.items() <= said.items() <= expected.items():
            raise SimulationError(
                f"referral {referral.number}, {referral.mark}: {said} is not {expected}"
            )


def expected_by(points: Sequence[tuple[int, Reminder]], now: int) -> dict[str, int]:
    """Each thing that had to be said by a moment, and the round that had to say it.

    Of two that came between the same two rounds, whoever hears both hears the later alone.
    """
    latest = {(addressee(point), at): point.key for at, point in points if at <= now}
    return {key: at for (_, at), key in latest.items()}
