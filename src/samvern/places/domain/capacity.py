# SPDX-License-Identifier: EUPL-1.2
"""The capacity map: what was asked for, what came of it, what was free; by kind, region and day.

Figures of demand come from behind the wall as they are published: to the nearest five, and one to
four as ``FEW``; no sum of exact figures leaves it, so none can be worked out from the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from samvern.access.actor import Actor
from samvern.access.audit import see
from samvern.places.domain.capacity_cells import Capacity, Cell, Day
from samvern.places.domain.rows import rows_of
from samvern.places.outcomes import Outcome

FEW = -1
"""Fewer than five, and more than none."""
DAYS = 28
UNMET = (Outcome.NO_PLACE, Outcome.WAITS, Outcome.DECLINED)


def read_capacity(*, actor: Actor, last: date, days: int = DAYS) -> Capacity:
    """The map of the days that end with ``last``."""
    first = last - timedelta(days=days - 1)
    demand = rows_of("SELECT * FROM gate.demand(%s, %s)", [first, last])
    supply = rows_of("SELECT * FROM gate.supply(%s, %s)", [first, last])
    see("capacity.see", first=first.isoformat(), last=last.isoformat())
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
) -> tuple[Cell, ...]:
    asked: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in demand:
        if row["kind"] is not None:
            asked[row["kind"], row["region"]][row["outcome"]] = row["number"]
    free: dict[tuple[str, str], int] = defaultdict(int)
    for row in supply:
        free[row["kind"], row["region"]] += row["free"]
    return tuple(
        Cell(kind, region, asked.get((kind, region), {}), round(free[kind, region] / days, 1))
        for kind, region in sorted({*asked, *free})
    )


def _days(
    demand: list[dict[str, Any]], supply: list[dict[str, Any]], first: date, days: int
) -> tuple[Day, ...]:
    asked: dict[date, dict[str, int]] = defaultdict(dict)
    for row in demand:
        if row["day"] is not None:
            asked[row["day"]][row["outcome"]] = row["number"]
    free: dict[date, int] = defaultdict(int)
    for row in supply:
        free[row["day"]] += row["free"]
    wanted = [first + timedelta(days=number) for number in range(days)]
    return tuple(Day(day, asked.get(day, {}), free[day]) for day in wanted)


def _refusals(demand: list[dict[str, Any]]) -> dict[str, int]:
    found = {
        row["reason"]: row["number"]
        for row in demand
        if row["reason"] and row["outcome"] == Outcome.DECLINED
    }
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))
