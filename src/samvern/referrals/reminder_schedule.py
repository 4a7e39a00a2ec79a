# SPDX-License-Identifier: EUPL-1.2
"""When a referral is spoken of again while nobody moves it: to whom, and what is due.

The clock of the one who has the next move runs from when the move became hers. Tonight is counted
in hours as they pass; days fall on the morning of a working day, in Norwegian time, never before
the stated number of days. A move stops the clock.

Two things no move puts off. Asking back starts the clock anew, so once something was asked a
second clock runs from sending, whatever is asked and answered: at twice the time for an answer both
leaders hear, at three times the coordinator, once each (tonight 4 and 6 hours, soon 6 and 9 days,
ordinary 28 and 42). And a person who was accepted is asked for until somebody says that she came or
did not: both sides, both again, both leaders, the coordinator (tonight after 6, 12, 18 and 24
hours; soon after 3 days and 1, 2 and 3 working days more; ordinary after 14 days and 2, 3 and 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from samvern.cases.notices.reminder_clock import (
    Reminder,
    at_hour,
    local_day,
    stamp,
    working_days_after,
)
from samvern.law.dates import Holidays

AFTERNOON = time(15)
TONIGHT, DAYS3, DAYS14 = "tonight", "days3", "days14"
RECEIVER, AGAIN = "receiver", "receiver_again"
RECEIVER_LEADER, SENDER, SENDER_LEADER = "receiver_leader", "sender", "sender_leader"
COORDINATOR, ANSWERER = "coordinator", "answerer"
ARRIVAL, ARRIVAL_THERE = "arrival", "arrival_there"
ARRIVAL_AGAIN, ARRIVAL_THERE_AGAIN = "arrival_again", "arrival_there_again"
ARRIVAL_LEADER, ARRIVAL_LEADER_THERE = "arrival_leader", "arrival_leader_there"
ARRIVAL_COORDINATOR = "arrival_coordinator"
RECEIVER_LEADER_LONG, SENDER_LEADER_LONG = "receiver_leader_long", "sender_leader_long"
COORDINATOR_LONG = "coordinator_long"
DELETER, DELETER_LEADER = "deleter", "deleter_leader"
SAME = {AGAIN: RECEIVER, ARRIVAL_AGAIN: ARRIVAL, ARRIVAL_THERE_AGAIN: ARRIVAL_THERE}
"""A second reminder goes to the same."""
THEIRS = ("sent", "seen", "answered_back")
ASKED = ("asked_back", "answered_back")
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
LONG = {RECEIVER_LEADER_LONG: 2, SENDER_LEADER_LONG: 2, COORDINATOR_LONG: 3}
"""How many times the time for an answer after it was sent, once something was asked back."""
ARRIVES = (
    (ARRIVAL, ARRIVAL_THERE),
    (ARRIVAL_AGAIN, ARRIVAL_THERE_AGAIN),
    (ARRIVAL_LEADER, ARRIVAL_LEADER_THERE),
    (ARRIVAL_COORDINATOR,),
)
"""Who is asked whether she came, rung by rung."""
ARRIVES_HOURS = (6, 12, 18, 24)
"""Tonight: hours after it was accepted, by rung."""
ARRIVES_AFTER = {DAYS3: (0, 1, 2, 3), DAYS14: (0, 2, 3, 5)}
"""Working days after as many days as an answer may take, by rung."""
DELETES = {DELETER: 3, DELETER_LEADER: 7}
EXPIRES = timedelta(days=60)
"""How long after its due time a referral nobody answered is given up, with word to both."""


@dataclass(frozen=True, slots=True)
class ReferralClock:
    """A referral as its clock sees it: ``since`` its present state was reached."""

    urgency: str
    state: str
    since: datetime
    sent_at: datetime


def addressee(reminder: Reminder) -> str:
    """To whom a reminder goes, as the database knows them."""
    return SAME.get(reminder.to, reminder.to)


def answer_by(urgency: str, since: datetime, holidays: Holidays) -> datetime:
    """When an answer is due to somebody who has had the next move since then."""
    if urgency == TONIGHT:
        return since.astimezone(UTC) + HOURS[RECEIVER_LEADER]
    last = local_day(since) + timedelta(days=LAST[urgency])
    return at_hour(holidays.next_working_day(last), AFTERNOON)


def heard_by(urgency: str, since: datetime, holidays: Holidays) -> datetime:
    """When the last who hears of a referral nobody answers has heard of it."""
    return _wait(urgency, COORDINATOR, since, holidays)


def plan(beat: ReferralClock, holidays: Holidays) -> list[Reminder]:
    """Everything that will be said if nobody moves, in order of time.

    Two reminders to the same that fall on one morning are one.
    """
    mark, points = _clock(beat, holidays)
    made = [Reminder(f"{to}:{mark}", to, at) for to, at in points]
    if beat.state in ASKED:
        long = f"long:{stamp(beat.sent_at)}"
        made += [
            Reminder(f"{to}:{long}", to, _long(beat, times, holidays)) for to, times in LONG.items()
        ]
    apart = {(addressee(point), point.at): point for point in made}
    return sorted(apart.values(), key=lambda point: point.at)


def is_long(key: str) -> bool:
    """Whether a point is of the clock that no question starts anew."""
    return ":long:" in key


def due_now(beat: ReferralClock, now: datetime, holidays: Holidays) -> list[Reminder]:
    """The newest of what has come, for each who is to hear; whoever was away hears it once."""
    newest: dict[str, Reminder] = {}
    for point in plan(beat, holidays):
        if point.at <= now:
            newest[addressee(point)] = point
    return sorted(newest.values(), key=lambda point: (point.at, point.to))


def is_over(beat: ReferralClock, due_at: datetime, now: datetime) -> bool:
    """Whether a referral has waited so long that it is given up."""
    return beat.state in (*THEIRS, "asked_back") and now >= due_at + EXPIRES


def _clock(beat: ReferralClock, holidays: Holidays) -> tuple[str, list[tuple[str, datetime]]]:
    """The clock of a state: its name, and who hears when."""
    since, urgency = beat.since, beat.urgency
    if beat.state in THEIRS:
        # Opening it answers nothing: until then the clock is the one that started with sending.
        since = since if beat.state == "answered_back" else beat.sent_at
        return f"answer:{stamp(since)}", [(to, _wait(urgency, to, since, holidays)) for to in HOURS]
    if beat.state == "asked_back":
        return f"question:{stamp(since)}", [
            (ANSWERER, _wait(urgency, RECEIVER, since, holidays)),
            (SENDER_LEADER, _wait(urgency, RECEIVER_LEADER, since, holidays)),
            (COORDINATOR, _wait(urgency, COORDINATOR, since, holidays)),
        ]
    if beat.state == "accepted":
        return f"arrival:{stamp(since)}", [
            (to, _asks(urgency, rung, since, holidays))
            for rung, both in enumerate(ARRIVES)
            for to in both
        ]
    if beat.state == "ended":
        return f"deletion:{stamp(since)}", [
            (to, _morning(local_day(since), days, 0, holidays)) for to, days in DELETES.items()
        ]
    return "", []


def _wait(urgency: str, to: str, since: datetime, holidays: Holidays) -> datetime:
    if urgency == TONIGHT:  # in UTC: an hour is an hour on the night the clock is moved
        return since.astimezone(UTC) + HOURS[to]
    if to in BEFORE[urgency]:
        return _morning(local_day(since), BEFORE[urgency][to], 0, holidays)
    return _morning(local_day(since), LAST[urgency], AFTER[urgency][to], holidays)


def _asks(urgency: str, rung: int, since: datetime, holidays: Holidays) -> datetime:
    if urgency == TONIGHT:
        return since.astimezone(UTC) + timedelta(hours=ARRIVES_HOURS[rung])
    return _morning(local_day(since), LAST[urgency], ARRIVES_AFTER[urgency][rung], holidays)


def _long(beat: ReferralClock, times: int, holidays: Holidays) -> datetime:
    if beat.urgency == TONIGHT:
        return beat.sent_at.astimezone(UTC) + times * HOURS[RECEIVER_LEADER]
    return _morning(local_day(beat.sent_at), times * LAST[beat.urgency], 0, holidays)


@lru_cache(maxsize=8192)
def _morning(day: date, days: int, more: int, holidays: Holidays) -> datetime:
    """The morning of the first working day that many days later, and some working days on.

    A year of days is looked up once.
    """
    first = holidays.next_working_day(day + timedelta(days=days))
    return at_hour(working_days_after(first, more, holidays))
