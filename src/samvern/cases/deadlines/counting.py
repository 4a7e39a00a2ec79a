# SPDX-License-Identifier: EUPL-1.2
"""The time limits that follow from a result, and the hour where the law counts hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import inf
from typing import Generic, Protocol, TypeVar
from zoneinfo import ZoneInfo

from samvern.cases.notices.reminder_clock import OSLO
from samvern.law import Result, Truth
from samvern.law.dates import Duration
from samvern.law.expr import Const, Name, Shift
from samvern.law.model import Rule, Version
from samvern.law.program import facts_of
from samvern.law.situation import Span

EVENT = "event_on"


@dataclass(frozen=True, slots=True)
class CountedDeadline:
    """One clock of the pack. Dates known in part have an earliest and a latest day.

    ``certain``: False while an answer is missing that decides whether it runs at all. ``hours``: 0
    where days are counted. ``missing``: the answers it waits for.
    """

    clock: str
    certain: bool
    starts_on: date | None
    due_on: date | None
    latest_on: date | None
    hours: int
    missing: tuple[str, ...]

    @property
    def dated(self) -> bool:
        """Whether anybody can be reminded."""
        return self.due_on is not None


def count_deadlines(result: Result) -> list[CountedDeadline]:
    """Every clock that runs or has run, or may: one that may is left out while it has no date.

    Give the result of what was told (``rights.outlook.told``): a permit that has run out is a
    deadline that has passed, not one that is gone.
    """
    clocks = sorted(result.of_kind("clock"), key=lambda rule: (rule.order, rule.id))
    found = (_counted(result, rule) for rule in clocks)
    return [clock for clock in found if clock and (clock.certain or clock.due_on)]


def warning_periods(rule: Rule) -> tuple[Duration, ...]:
    """How long before the end somebody is warned, longest first."""
    written = rule.extra["warn"]
    assert isinstance(written, tuple)
    found = (Duration.parse(text) for text in written)
    return tuple(sorted((d for d in found if d), key=lambda d: -(d.months * 30 + d.days)))


def limit_hours(version: Version) -> int:
    """How many hours a limit is, where the law counts hours; else 0."""
    match version.ends:
        case Shift(base=Name("start"), by=Const(Duration(text=text))) if "hour" in text:
            return int(text.split()[0])
    return 0


def add_clock_hours(starts_on: date, at: time, hours: int, zone: ZoneInfo = OSLO) -> datetime:
    """The moment so many hours have passed since a time of day; a changed clock takes none away."""
    begun = datetime.combine(starts_on, at, tzinfo=zone).astimezone(UTC)
    return begun + timedelta(hours=hours)


def _counted(result: Result, rule: Rule) -> CountedDeadline | None:
    truth = result.value(rule.id)
    if truth is Truth.NO:
        return None
    times = result.clock(rule.id)
    start, due, latest = _day(times.start, 0), _day(times.end, 0), _day(times.end, 1)
    due = due or latest
    if result.dates[EVENT] is None and EVENT in _facts(result, rule):
        start = due = latest = None  # it is still going on: what counts from its end has no day
    return CountedDeadline(
        clock=rule.id,
        certain=truth is Truth.YES,
        starts_on=start,
        due_on=due,
        latest_on=latest if latest != due else None,
        hours=limit_hours(result.version(rule)),
        missing=() if truth is Truth.YES and due else _missing(result, rule),
    )


def _day(span: Span, side: int) -> date | None:
    return None if span[side] in (-inf, inf) else date.fromordinal(int(span[side]))


def _missing(result: Result, rule: Rule) -> tuple[str, ...]:
    """The answers a clock waits for: those that decide whether it runs, else its dates."""
    if result.value(rule.id) is Truth.UNKNOWN:
        return tuple(result.missing(rule.id))
    told = result.situation.given.keys() | ({EVENT} if result.dates[EVENT] is not None else set())
    return tuple(sorted(_facts(result, rule) - told - {"asked_on"}))


def _facts(result: Result, rule: Rule) -> set[str]:
    """The facts a clock's two days rest on."""
    days = (facts_of(result.program, number) for number in result.program.clocks[rule.id])
    return set[str]().union(*days)


RUNNING, MET, STOPPED, GONE = "running", "met", "stopped", "gone"
ENDED_BY_US = (MET, STOPPED)


class StoredDeadline(Protocol):
    """A deadline as it is kept; ``clock`` is empty for one of our own."""

    clock: str
    starts_on: date | None
    due_on: date | None
    latest_on: date | None
    state: str


StoredRow = TypeVar("StoredRow", bound=StoredDeadline)


@dataclass(frozen=True)
class DeadlineChanges(Generic[StoredRow]):
    """``moved`` pairs a kept deadline with what it is now; what stands still is in none of them."""

    new: tuple[CountedDeadline, ...]
    moved: tuple[tuple[StoredRow, CountedDeadline], ...]
    gone: tuple[StoredRow, ...]


def compare_deadlines(
    kept: Sequence[StoredRow], now: Iterable[CountedDeadline]
) -> DeadlineChanges[StoredRow]:
    """What must be done so that the kept deadlines say what the pack counts now.

    One that was met or stopped stays so while it counts from the same day: only a new start (a new
    refusal, a new decision) makes a new deadline. Our own deadlines are never touched.
    """
    running = {row.clock: row for row in kept if row.clock and row.state == RUNNING}
    ended = {(row.clock, row.starts_on) for row in kept if row.state in ENDED_BY_US}
    counted = {clock.clock: clock for clock in now}
    new, moved = [], []
    for id, clock in counted.items():
        row = running.get(id)
        if row is None:
            new += [clock] if (id, clock.starts_on) not in ended else []
        elif _dates(row) != _dates(clock):
            moved.append((row, clock))
    gone = [row for id, row in running.items() if id not in counted]
    return DeadlineChanges(tuple(new), tuple(moved), tuple(gone))


def _dates(clock: StoredDeadline | CountedDeadline) -> tuple[date | None, date | None, date | None]:
    return clock.starts_on, clock.due_on, clock.latest_on
