# SPDX-License-Identifier: EUPL-1.2
"""The capacity map: what was asked for, what came of it, what was free; by kind, region and day.

Figures of demand come from the database as they are published: to the nearest five, and one to
four as ``FEW``; no sum of exact figures leaves it, so none can be worked out from the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from samvern.access.actor import Actor
from samvern.access.unit_of_work import log_read
from samvern.places.choices import SearchOutcome
from samvern.places.database import fetch_rows

FEW = -1
"""Fewer than five, and more than none."""

DAYS = 28
UNMET = (SearchOutcome.NO_PLACE, SearchOutcome.WAITS, SearchOutcome.DECLINED)


@dataclass(frozen=True, slots=True)
class CapacityCell:
    """A kind in a region, or any kind (empty), over the whole period."""

    kind: str
    region: str
    outcomes: Mapping[str, int]
    free: float
    """Rooms free on a day, on average."""


@dataclass(frozen=True, slots=True)
class CapacityDay:
    """One day in all kinds and regions."""

    day: date
    outcomes: Mapping[str, int]
    free: int


@dataclass(frozen=True, slots=True)
class Capacity:
    """Demand against supply in a period."""

    first: date
    last: date
    cells: tuple[CapacityCell, ...]
    days: tuple[CapacityDay, ...]
    refusals: Mapping[str, int]
    """Reasons providers gave, the most frequent first."""


def read_capacity(*, actor: Actor, last: date, days: int = DAYS) -> Capacity:
    """The map of the days that end with ``last``."""
    first = last - timedelta(days=days - 1)
    demand = fetch_rows("SELECT * FROM gate.demand(%s, %s)", [first, last])
    supply = fetch_rows("SELECT * FROM gate.supply(%s, %s)", [first, last])
    log_read("capacity.see", first=first.isoformat(), last=last.isoformat())
    return Capacity(
        first, last, _cells(demand, supply, days), _days(demand, supply, first, days),
        _refusals(demand),
    )  # fmt: skip


def total(values: Iterable[int]) -> int:
    """A sum of published figures; fewer than five count as three, so the sum is about right."""
    return sum(3 if value == FEW else value for value in values)


def unmet(outcomes: Mapping[str, int]) -> int:
    """About how many searches found no place."""
    return total(outcomes.get(each, 0) for each in UNMET)


def _cells(
    demand: list[dict[str, Any]], supply: list[dict[str, Any]], days: int
) -> tuple[CapacityCell, ...]:
    asked: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in demand:
        if row["kind"] is not None:
            asked[row["kind"], row["region"]][row["outcome"]] = row["number"]
    free: dict[tuple[str, str], int] = defaultdict(int)
    for row in supply:
        free[row["kind"], row["region"]] += row["free"]
    return tuple(
        CapacityCell(
            kind, region, asked.get((kind, region), {}), round(free[kind, region] / days, 1)
        )
        for kind, region in sorted({*asked, *free})
    )


def _days(
    demand: list[dict[str, Any]], supply: list[dict[str, Any]], first: date, days: int
) -> tuple[CapacityDay, ...]:
    asked: dict[date, dict[str, int]] = defaultdict(dict)
    for row in demand:
        if row["day"] is not None:
            asked[row["day"]][row["outcome"]] = row["number"]
    free: dict[date, int] = defaultdict(int)
    for row in supply:
        free[row["day"]] += row["free"]
    wanted = [first + timedelta(days=number) for number in range(days)]
    return tuple(CapacityDay(day, asked.get(day, {}), free[day]) for day in wanted)


def _refusals(demand: list[dict[str, Any]]) -> dict[str, int]:
    found = {
        row["reason"]: row["number"]
        for row in demand
        if row["reason"] and row["outcome"] == SearchOutcome.DECLINED
    }
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))
