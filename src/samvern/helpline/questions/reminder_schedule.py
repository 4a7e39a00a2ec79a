# SPDX-License-Identifier: EUPL-1.2
"""When a desk is to have answered, and who hears of it when it has not. Pure: no clock inside.

Days are working days of the pack's calendar. While the desk waits for the asker its time stands
still: the day it is due moves by as many working days as the asker took.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samvern.cases.notices.reminder_clock import (
    Reminder,
    at_hour,
    last_working_day,
    local_day,
    stamp,
    unsaid,
    working_days_after,
    working_days_between,
)
from samvern.law.dates import Holidays

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


def due_on(asked: datetime, days: int, holidays: Holidays) -> date:
    """The last day of the time a desk usually takes; a question of a day off comes in the next."""
    return working_days_after(holidays.next_working_day(local_day(asked)), max(days, 1), holidays)


def moved(due: date, pauses: Iterable[tuple[datetime, datetime]], holidays: Holidays) -> date:
    """The day it is due when the asker was waited for in these times."""
    taken = sum(
        working_days_between(local_day(start), local_day(end), holidays) for start, end in pauses
    )
    return working_days_after(due, taken, holidays)


def plan(watch: QuestionClock, holidays: Holidays) -> list[Reminder]:
    """All that will be said if nobody acts, in order of time."""
    return sorted(_plan(watch, holidays), key=lambda each: each.at)


def due_now(
    watch: QuestionClock, now: datetime, told: Collection[str], holidays: Holidays
) -> list[Reminder]:
    """What is to be said now and was not said before."""
    return unsaid(plan(watch, holidays), now, told)


def _plan(watch: QuestionClock, holidays: Holidays) -> Iterator[Reminder]:
    if watch.with_asker:
        day = working_days_after(local_day(watch.since), ASKER_AFTER, holidays)
        yield _reminder(ASKER, WAITS, day, watch)
        return
    before = last_working_day(watch.due_on - timedelta(days=1), holidays)
    passed = working_days_after(watch.due_on, 1, holidays)
    silent = working_days_after(passed, ESCALATES_AFTER, holidays)
    yield _reminder(DESK, SOON, before, watch)
    yield _reminder(DESK, LATE, passed, watch)
    yield _reminder(LEADER, LATE, passed, watch)
    yield _reminder(COORDINATOR, SILENT, silent, watch)


def _reminder(to: str, kind: str, day: date, watch: QuestionClock) -> Reminder:
    turn = stamp(watch.since) if to == ASKER else ""
    named = ":".join(filter(None, (kind, to, turn or watch.due_on.isoformat())))
    return Reminder(named, to, max(at_hour(day), watch.since), kind)
