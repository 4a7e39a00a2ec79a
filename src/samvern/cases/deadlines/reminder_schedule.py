# SPDX-License-Identifier: EUPL-1.2
"""Who is reminded of a deadline, and when: its owner before it ends, then the leader.

A reminder falls on a morning somebody is at work: a point on a day off is moved to the working day
before, never past the deadline. Whoever was away meets the nearest reminder, not all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from samvern.cases.notices.reminder_clock import (
    OSLO,
    Reminder,
    at_hour,
    last_working_day,
    local_day,
    unsaid,
    working_days_after,
)
from samvern.law.dates import Duration, Holidays, shift

OWNER, LEADER = "owner", "leader"
SOON, LAST, OVERDUE, UNANSWERED = "soon", "last", "overdue", "unanswered"
DAYS_TO_ANSWER = 2
"""Working days an owner has to open a reminder before her leader hears of it."""
A_WHILE = timedelta(hours=1)
"""The least time to open a reminder in, however near the end is."""
HOURS_BEFORE = (24, 6)
OWN_WARNINGS = (Duration(0, 7, "7 days"), Duration(0, 1, "1 day"))
"""For a deadline of our own, which no pack says when to warn of."""


@dataclass(frozen=True, slots=True)
class WatchedDeadline:
    """A running deadline: its last day, and its hour where hours count."""

    due_on: date
    made_at: datetime
    warnings: tuple[Duration, ...] = OWN_WARNINGS
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SentReminder:
    """A reminder that was given, and whether it has been opened."""

    at: datetime
    read: bool


def plan_reminders(
    watch: WatchedDeadline, holidays: Holidays, zone: ZoneInfo = OSLO
) -> list[Reminder]:
    """Every reminder a deadline will give if nobody acts, in order of time."""
    points = _hours(watch) if watch.due_at else _days(watch, holidays, zone)
    late = [replace(point, at=max(point.at, watch.made_at)) for point in sorted(points, key=_when)]
    return sorted(late, key=_when)


def _when(point: Reminder) -> datetime:
    return point.at


def reminders_due(
    watch: WatchedDeadline,
    now: datetime,
    told: Mapping[str, SentReminder],
    holidays: Holidays,
    zone: ZoneInfo = OSLO,
) -> list[Reminder]:
    """What is to be said now. A job that runs twice, or not for a week, says nothing twice."""
    come = [point for point in plan_reminders(watch, holidays, zone) if point.at <= now]
    mine = [point for point in come if point.to == OWNER]
    leaders = [point for point in come if point.to == LEADER]
    found = unsaid([*mine[-1:], *leaders], now, told)
    keys = {point.key for point in mine}
    return found + list(_unanswered(watch, now, told, keys, holidays, zone))


def _days(watch: WatchedDeadline, holidays: Holidays, zone: ZoneInfo) -> Iterator[Reminder]:
    due = watch.due_on
    for warning in watch.warnings:
        day = last_working_day(shift(due, warning, -1), holidays)
        yield _point(watch, OWNER, SOON, at_hour(day, zone=zone), warning.text)
    yield _point(watch, OWNER, LAST, at_hour(last_working_day(due, holidays), zone=zone))
    after = _passed(watch, zone)
    late = max(after, watch.made_at + timedelta(days=1))
    yield _point(watch, OWNER, OVERDUE, after)
    yield _point(watch, LEADER, OVERDUE, late)


def _hours(watch: WatchedDeadline) -> Iterator[Reminder]:
    assert watch.due_at
    for hours in HOURS_BEFORE:
        at = watch.due_at - timedelta(hours=hours)
        yield _point(watch, OWNER, SOON, at, f"{hours} hours")
    yield _point(watch, OWNER, OVERDUE, watch.due_at)
    yield _point(watch, LEADER, OVERDUE, watch.due_at)


def _unanswered(
    watch: WatchedDeadline,
    now: datetime,
    told: Mapping[str, SentReminder],
    keys: Iterable[str],
    holidays: Holidays,
    zone: ZoneInfo,
) -> Iterator[Reminder]:
    """The leader hears of the newest reminder nobody opened, once."""
    given = [(told[key].at, key) for key in keys if key in told]
    if not given or now >= _passed(watch, zone):  # of that the leader hears anyway
        return
    at, key = max(given)
    late = max(min(_answer_by(at, holidays, zone), _end(watch, zone)), at + A_WHILE)
    new_key = f"{UNANSWERED}:{key}"
    if not told[key].read and now >= late and new_key not in told:
        yield Reminder(new_key, LEADER, late, UNANSWERED)


def _answer_by(at: datetime, holidays: Holidays, zone: ZoneInfo) -> datetime:
    day = working_days_after(local_day(at, zone), DAYS_TO_ANSWER, holidays)
    return at_hour(day, zone=zone)


def _end(watch: WatchedDeadline, zone: ZoneInfo) -> datetime:
    return watch.due_at or at_hour(watch.due_on, zone=zone)


def _passed(watch: WatchedDeadline, zone: ZoneInfo) -> datetime:
    return watch.due_at or at_hour(watch.due_on + timedelta(days=1), zone=zone)


def _point(watch: WatchedDeadline, to: str, kind: str, at: datetime, extra: str = "") -> Reminder:
    due = watch.due_at.astimezone(UTC).isoformat() if watch.due_at else watch.due_on.isoformat()
    key = ":".join(filter(None, (kind, extra.replace(" ", "-"), to, due)))
    return Reminder(key, to, at, kind)
