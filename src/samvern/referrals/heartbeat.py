# SPDX-License-Identifier: EUPL-1.2
"""When a referral is spoken of again while nobody moves it: to whom, and what is due.

The clock of the one who has the next move runs from when the move became hers. Tonight is counted
in hours as they pass; days fall on the morning of a working day, in Norwegian time, never before
the stated number of days. A move stops the clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from samvern.law.dates import Holidays

OSLO = ZoneInfo("Europe/Oslo")
MORNING, AFTERNOON = time(8), time(15)
TONIGHT, DAYS3, DAYS14 = "tonight", "days3", "days14"
RECEIVER, AGAIN = "receiver", "receiver_again"
RECEIVER_LEADER, SENDER, SENDER_LEADER = "receiver_leader", "sender", "sender_leader"
COORDINATOR, ANSWERER = "coordinator", "answerer"
ARRIVAL, ARRIVAL_THERE = "arrival", "arrival_there"
DELETER, DELETER_LEADER = "deleter", "deleter_leader"
THEIRS = ("sent", "seen", "answered_back")
HOURS = {
    RECEIVER: timedelta(minutes=30),
    AGAIN: timedelta(hours=1),
    RECEIVER_LEADER: timedelta(hours=2),
    SENDER: timedelta(hours=2),
    SENDER_LEADER: timedelta(hours=3),
    COORDINATOR: timedelta(hours=4),
}
"""Tonight: how long after, to whom."""
BEFORE = {DAYS3: {RECEIVER: 1, AGAIN: 2}, DAYS14: {RECEIVER: 7, AGAIN: 12}}
"""Days after it was sent, each moved to the next working day."""
AFTER = {
    DAYS3: {RECEIVER_LEADER: 1, SENDER: 1, SENDER_LEADER: 2, COORDINATOR: 3},
    DAYS14: {RECEIVER_LEADER: 1, SENDER: 1, SENDER_LEADER: 3, COORDINATOR: 5},
}
"""Working days after the last day for an answer: nobody hears of a delay before there is one."""
LAST = {DAYS3: 3, DAYS14: 14}
ARRIVES = {TONIGHT: 1, DAYS3: 3, DAYS14: 14}
"""Days after it was accepted on which both sides are asked whether she came."""
DELETES = {DELETER: 3, DELETER_LEADER: 7}
EXPIRES = timedelta(days=60)
"""How long after its due time a referral nobody answered is given up, with word to both."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A referral as its clock sees it: ``since`` its present state was reached."""

    urgency: str
    state: str
    since: datetime
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Point:
    """Something to say. ``key`` is the same whenever it is the same thing."""

    key: str
    to: str
    at: datetime

    @property
    def target(self) -> str:
        """To whom, as the database knows them; the second reminder goes to the same."""
        return RECEIVER if self.to == AGAIN else self.to


def answer_by(urgency: str, since: datetime, holidays: Holidays) -> datetime:
    """When an answer is due to somebody who has had the next move since then."""
    if urgency == TONIGHT:
        return since.astimezone(UTC) + HOURS[RECEIVER_LEADER]
    return _at(_working(since, LAST[urgency], holidays), AFTERNOON)


def plan(beat: Beat, holidays: Holidays) -> list[Point]:
    """Everything that will be said if nobody moves, in order of time.

    Two reminders to the same that fall on one morning are one.
    """
    if beat.state in THEIRS:
        # Opening it answers nothing: until then the clock is the one that started with sending.
        since = beat.since if beat.state == "answered_back" else beat.sent_at
        mark = f"answer:{_stamp(since)}"
        points = [(to, _wait(beat.urgency, to, since, holidays)) for to in HOURS]
    elif beat.state == "asked_back":
        mark = f"question:{_stamp(beat.since)}"
        points = [
            (ANSWERER, _wait(beat.urgency, RECEIVER, beat.since, holidays)),
            (SENDER_LEADER, _wait(beat.urgency, RECEIVER_LEADER, beat.since, holidays)),
            (COORDINATOR, _wait(beat.urgency, COORDINATOR, beat.since, holidays)),
        ]
    elif beat.state == "accepted":
        mark = f"arrival:{_stamp(beat.since)}"
        came = _at(_working(beat.since, ARRIVES[beat.urgency], holidays), MORNING)
        points = [(ARRIVAL, came), (ARRIVAL_THERE, came)]
    elif beat.state == "ended":
        mark = f"deletion:{_stamp(beat.since)}"
        points = [
            (to, _at(_working(beat.since, days, holidays), MORNING)) for to, days in DELETES.items()
        ]
    else:
        return []
    made = [Point(f"{to}:{mark}", to, at) for to, at in points]
    apart = {(point.target, point.at): point for point in made}
    return sorted(apart.values(), key=lambda point: point.at)


def due_now(beat: Beat, now: datetime, holidays: Holidays) -> list[Point]:
    """The newest of what has come, for each who is to hear; whoever was away hears it once."""
    newest: dict[str, Point] = {}
    for point in plan(beat, holidays):
        if point.at <= now:
            newest[point.target] = point
    return sorted(newest.values(), key=lambda point: (point.at, point.to))


def is_over(beat: Beat, due_at: datetime, now: datetime) -> bool:
    """Whether a referral has waited so long that it is given up."""
    return beat.state in (*THEIRS, "asked_back") and now >= due_at + EXPIRES


def _wait(urgency: str, to: str, since: datetime, holidays: Holidays) -> datetime:
    if urgency == TONIGHT:  # in UTC: an hour is an hour on the night the clock is moved
        return since.astimezone(UTC) + HOURS[to]
    return _morning(urgency, to, since.astimezone(OSLO).date(), holidays)


@lru_cache(maxsize=8192)
def _morning(urgency: str, to: str, sent_on: date, holidays: Holidays) -> datetime:
    """When somebody hears of what was sent on a day: a year of days is looked up once."""
    if to in BEFORE[urgency]:
        days = timedelta(days=BEFORE[urgency][to])
        return _at(holidays.next_working_day(sent_on + days), MORNING)
    day = holidays.next_working_day(sent_on + timedelta(days=LAST[urgency]))
    for _ in range(AFTER[urgency][to]):
        day = holidays.next_working_day(day + timedelta(days=1))
    return _at(day, MORNING)


def _working(since: datetime, days: int, holidays: Holidays) -> date:
    """The first working day that many calendar days later."""
    return holidays.next_working_day(since.astimezone(OSLO).date() + timedelta(days=days))


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=OSLO).astimezone(UTC)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%S")
