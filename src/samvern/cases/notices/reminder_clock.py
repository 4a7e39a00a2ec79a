# SPDX-License-Identifier: EUPL-1.2
"""When somebody is reminded: on mornings of working days, in Norwegian time. No clock inside.

Deadlines, referrals and questions each say who hears of what, and how long before or after it is
due; the days, the hours and what was said before are worked out here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from samvern.law.dates import Holidays

OSLO = ZoneInfo("Europe/Oslo")
MORNING = time(8)


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to say. ``key`` is the same whenever it is the same thing."""

    key: str
    to: str
    at: datetime
    kind: str = ""


def unsaid(plan: Iterable[Reminder], now: datetime, said: Collection[str]) -> list[Reminder]:
    """What has come and was not said: a job that runs twice, or not for a week, repeats nothing."""
    return [each for each in plan if each.at <= now and each.key not in said]


def local_day(moment: datetime, zone: ZoneInfo = OSLO) -> date:
    """The day it is there at that moment."""
    return moment.astimezone(zone).date()


def at_hour(day: date, hour: time = MORNING, zone: ZoneInfo = OSLO) -> datetime:
    """That hour of the day there, as a moment in UTC."""
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)


def working_days_after(day: date, days: int, holidays: Holidays) -> date:
    """The working day that is ``days`` working days after ``day``; with none, ``day`` itself."""
    for _ in range(days):
        day = holidays.next_working_day(day + timedelta(days=1))
    return day


def working_days_between(start: date, end: date, holidays: Holidays) -> int:
    """How many working days come after ``start``, up to and with ``end``."""
    span = range(1, (end - start).days + 1)
    return sum(not holidays.off(start + timedelta(days=each)) for each in span)


def last_working_day(day: date, holidays: Holidays) -> date:
    """``day`` itself, or the last working day before it."""
    while holidays.off(day):
        day -= timedelta(days=1)
    return day


def stamp(moment: datetime) -> str:
    """A moment as part of a key."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%S")
