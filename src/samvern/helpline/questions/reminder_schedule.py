# SPDX-License-Identifier: EUPL-1.2
"""When a desk is to have answered, and who hears of it when it has not. Pure: no clock inside.

Days are working days of the pack's calendar. While the desk waits for the asker its time stands
still: the day it is due moves by as many working days as the asker took.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from samvern.law.dates import Holidays

OSLO = ZoneInfo("Europe/Oslo")
MORNING = time(8)
DESK, LEADER, COORDINATOR, ASKER = "desk", "leader", "coordinator", "asker"
SOON, LATE, SILENT, WAITS = "soon", "late", "silent", "waits"
ESCALATES_AFTER = 2
"""Working days after the leader has heard of it until a coordinator does."""
ASKER_AFTER = 3
"""Working days until an asker is reminded that the desk waits for her."""


@dataclass(frozen=True, slots=True)
class QuestionClock:
    """A question that runs: its last day, and since when it is whose turn."""

    due_on: date
    since: datetime
    with_asker: bool = False


@dataclass(frozen=True, slots=True)
class QuestionReminder:
    """Something to say to one side; ``key`` is the same whenever it is the same thing."""

    key: str
    to: str
    kind: str
    at: datetime


def after(day: date, days: int, holidays: Holidays) -> date:
    """The working day that is ``days`` working days after ``day``."""
    for _each in range(days):
        day = holidays.next_working_day(day + timedelta(days=1))
    return day


def between(start: date, end: date, holidays: Holidays) -> int:
    """Working days after ``start`` up to and with ``end``."""
    span = range(1, (end - start).days + 1)
    return sum(not holidays.off(start + timedelta(days=each)) for each in span)


def due_on(asked: datetime, days: int, holidays: Holidays) -> date:
    """The last day of the time a desk usually takes; a question of a day off comes in the next."""
    return after(holidays.next_working_day(asked.astimezone(OSLO).date()), max(days, 1), holidays)


def moved(due: date, pauses: Iterable[tuple[datetime, datetime]], holidays: Holidays) -> date:
    """The day it is due when the asker was waited for in these times."""
    taken = sum(
        between(start.astimezone(OSLO).date(), end.astimezone(OSLO).date(), holidays)
        for start, end in pauses
    )
    return after(due, taken, holidays)


def plan(watch: QuestionClock, holidays: Holidays) -> list[QuestionReminder]:
    """All that will be said if nobody acts, in order of time."""
    return sorted(_plan(watch, holidays), key=lambda each: each.at)


def due_now(
    watch: QuestionClock, now: datetime, told: Collection[str], holidays: Holidays
) -> list[QuestionReminder]:
    """What is to be said now: a job that runs twice, or not for a week, says nothing twice."""
    return [each for each in plan(watch, holidays) if each.at <= now and each.key not in told]


def _plan(watch: QuestionClock, holidays: Holidays) -> Iterator[QuestionReminder]:
    if watch.with_asker:
        day = after(watch.since.astimezone(OSLO).date(), ASKER_AFTER, holidays)
        yield _reminder(ASKER, WAITS, day, watch)
        return
    before = watch.due_on - timedelta(days=1)
    while holidays.off(before):
        before -= timedelta(days=1)
    passed = after(watch.due_on, 1, holidays)
    yield _reminder(DESK, SOON, before, watch)
    yield _reminder(DESK, LATE, passed, watch)
    yield _reminder(LEADER, LATE, passed, watch)
    yield _reminder(COORDINATOR, SILENT, after(passed, ESCALATES_AFTER, holidays), watch)


def _reminder(to: str, kind: str, day: date, watch: QuestionClock) -> QuestionReminder:
    at = max(datetime.combine(day, MORNING, tzinfo=OSLO).astimezone(UTC), watch.since)
    turn = watch.since.astimezone(UTC).strftime("%Y%m%dT%H%M%S") if to == ASKER else ""
    named = ":".join(filter(None, (kind, to, turn or watch.due_on.isoformat())))
    return QuestionReminder(named, to, kind, at)
