# SPDX-License-Identifier: EUPL-1.2
"""The time limits that follow from a result, and the hour where the law counts hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import inf
from zoneinfo import ZoneInfo

from samvern.law import Result, Truth
from samvern.law.dates import Duration
from samvern.law.expr import Const, Name, Shift
from samvern.law.model import Rule, Version
from samvern.law.program import facts_of
from samvern.law.situation import Span

OSLO = ZoneInfo("Europe/Oslo")
EVENT = "event_on"


@dataclass(frozen=True, slots=True)
class Counted:
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


def counted(result: Result) -> list[Counted]:
    """Every clock that runs or has run, or may: one that may is left out while it has no date.

    Give the result of what was told (``rights.outlook.told``): a permit that has run out is a
    deadline that has passed, not one that is gone.
    """
    clocks = sorted(result.of_kind("clock"), key=lambda rule: (rule.order, rule.id))
    found = (_counted(result, rule) for rule in clocks)
    return [clock for clock in found if clock and (clock.certain or clock.due_on)]


def warnings(rule: Rule) -> tuple[Duration, ...]:
    """How long before the end somebody is warned, longest first."""
    written = rule.extra["warn"]
    assert isinstance(written, tuple)
    found = (Duration.parse(text) for text in written)
    return tuple(sorted((d for d in found if d), key=lambda d: -(d.months * 30 + d.days)))


def hours_of(version: Version) -> int:
    """How many hours a limit is, where the law counts hours; else 0."""
    match version.ends:
        case Shift(base=Name("start"), by=Const(Duration(text=text))) if "hour" in text:
            return int(text.split()[0])
    return 0


def hour_due(starts_on: date, at: time, hours: int, zone: ZoneInfo = OSLO) -> datetime:
    """The moment so many hours have passed since a time of day; a changed clock takes none away."""
    begun = datetime.combine(starts_on, at, tzinfo=zone).astimezone(UTC)
    return begun + timedelta(hours=hours)


def _counted(result: Result, rule: Rule) -> Counted | None:
    truth = result.value(rule.id)
    if truth is Truth.NO:
        return None
    times = result.clock(rule.id)
    start, due, latest = _day(times.start, 0), _day(times.end, 0), _day(times.end, 1)
    due = due or latest
    if result.dates[EVENT] is None and EVENT in _facts(result, rule):
        start = due = latest = None  # it is still going on: what counts from its end has no day
    return Counted(
        clock=rule.id,
        certain=truth is Truth.YES,
        starts_on=start,
        due_on=due,
        latest_on=latest if latest != due else None,
        hours=hours_of(result.version(rule)),
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
