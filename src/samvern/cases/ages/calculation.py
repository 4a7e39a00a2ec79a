# SPDX-License-Identifier: EUPL-1.2
"""Age on another day than the one it was told on, and in doubt.

An age without a birthday is counted as the youngest it can be; whoever may be a child is treated as
one until her age is decided (Convention ETS 197 art. 10(3); barnevernsloven § 6-6 sixth paragraph).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import inf
from typing import Any

from samvern.law.births import BORN, OLDEST
from samvern.law.dates import Duration, shift
from samvern.law.situation import UNKNOWN, read_day

AGE, GROUP = "age", "age_group"
AGE_FACTS = (AGE, BORN, GROUP)
DOUBT, ADULT = "maybe_child", "adult"
CHILDREN = {"under_12": (0, 11), "child_12_15": (12, 15), "child_16_17": (16, 17)}
GROWN_UP = 18
NOT_TOLD: tuple[float, float] = (0, inf)

Facts = Mapping[str, Any]


def whole_years(since: date, day: date) -> int:
    """Whole years from ``since`` to ``day``; who is born on 29 February has it on the 28th."""
    count = day.year - since.year
    return count if shift(since, Duration(12 * count, 0, "")) <= day else count - 1


def birthday(since: date, number: int) -> date:
    """The day ``number`` years after ``since``."""
    return shift(since, Duration(12 * number, 0, ""))


def facts_on(facts: Facts, known_on: date, day: date) -> dict[str, Any]:
    """The answers of ``known_on`` as they stand on a later day: everybody has grown older."""
    born, first_day = _days(facts.get(BORN)), day <= known_on
    if born and not (first_day and _is_told(facts.get(AGE))):
        return _aged(
            facts, whole_years(born[1], day), whole_years(born[0], day), keep_group=first_day
        )
    passed, (low, high) = max(whole_years(known_on, day), 0), _bounds(facts)
    if born or not passed or (low, high) == NOT_TOLD:
        return dict(facts)
    return _aged(facts, low + passed, high + passed, keep_group=False)


def _aged(facts: Facts, low: float, high: float, *, keep_group: bool) -> dict[str, Any]:
    """The answers at another age, without the group told, which an age that grew contradicts."""
    left_out = (AGE,) if keep_group else (AGE, GROUP)
    kept = {name: value for name, value in facts.items() if name not in left_out}
    return {**kept, AGE: _span(low, high)}


def bounds_on(facts: Facts, known_on: date, day: date) -> tuple[float, float] | None:
    """The youngest and the oldest somebody can be on a day by these answers; None by none."""
    now = facts_on(facts, known_on, day)
    if born := _days(now.get(BORN)):
        told = _bounds({AGE: now.get(AGE), GROUP: now.get(GROUP)})
        low, high = max(whole_years(born[1], day), 0), max(whole_years(born[0], day), 0)
        return (low, high) if told == NOT_TOLD else (max(low, told[0]), min(high, told[1]))
    found = _bounds(now)
    if found == NOT_TOLD and now.get(GROUP) == ADULT:
        return GROWN_UP, inf
    return None if found == NOT_TOLD and now.get(GROUP) != DOUBT else found


def age_as_fact(low: float, high: float) -> Any:
    """An age, known or between two, as an answer."""
    return _span(low, high)


def turning_days(facts: Facts, known_on: date, after: date, until: date) -> list[date]:
    """The days in (after, until] on which the person, as far as is known, is a year older."""
    born = _days(facts.get(BORN))
    if born is None and _bounds(facts) == NOT_TOLD:
        return []
    starts = born if born else (known_on,)
    found = set()
    for start in starts:
        first = max(whole_years(start, after), 0) + 1
        for number in range(first, first + whole_years(after, until) + 2):
            found.add(birthday(start, number))
    return sorted(day for day in found if after < day <= until)


def apply_age_decision(facts: Facts, seen: str) -> dict[str, Any]:
    """The answers after somebody with the power to do so has decided ``child`` or ``adult``.

    Ages told that the decision sets aside are left out; ``unknown`` changes nothing.
    """
    if seen not in ("child", "adult"):
        return dict(facts)
    low, high = (0, 17) if seen == "child" else (18, inf)
    told = _bounds(facts)
    aside = told[1] < low or told[0] > high or BORN in facts
    kept = {n: v for n, v in facts.items() if n != GROUP and not (aside and n in AGE_FACTS)}
    group: Any = {"one_of": list(CHILDREN)} if seen == "child" else ADULT
    return {**kept, GROUP: group}


def _bounds(facts: Facts) -> tuple[float, float]:
    """The youngest and the oldest the person can be by what was told; (0, inf) when nothing was."""
    value = facts.get(AGE)
    if isinstance(value, Mapping):
        return value.get("min", 0), value.get("max", inf)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value, value
    group = facts.get(GROUP)
    return CHILDREN.get(group, NOT_TOLD) if isinstance(group, str) else NOT_TOLD


def _is_told(value: Any) -> bool:
    return isinstance(value, (Mapping, int, float)) and value != {}


def _days(value: Any) -> tuple[date, date] | None:
    """The first and the last day a birth can have been; None when either is open."""
    if value in UNKNOWN:
        return None
    low, high = (
        (value.get("min"), value.get("max")) if isinstance(value, Mapping) else (value, value)
    )
    if low is None or high is None:
        return None
    return read_day(BORN, low), read_day(BORN, high)


def _span(low: float, high: float) -> Any:
    low, high = max(0, min(low, OLDEST)), max(0, min(high, OLDEST))
    return low if low == high else {"min": low, "max": high}
