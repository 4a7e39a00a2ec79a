# SPDX-License-Identifier: EUPL-1.2
"""One age out of everything that was told of it, and what contradicts what.

Whoever may be a child is treated as one until her age is decided (ETS 197 art. 10(3);
barnevernsloven § 6-6 sixth paragraph). A decision stands until another is made; it is named when
what was told speaks against it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Any

from samvern.cases.ages import calculation
from samvern.law.births import BORN

CHILD, ADULT, UNKNOWN = "child", "adult", "unknown"
DECIDED: Mapping[str, tuple[float, float]] = {CHILD: (0, 17), ADULT: (18, inf)}
Span = tuple[float, float]
SEEMS = ("helpline",)
"""Sources that say how old somebody seemed: by them alone nobody is taken as grown up."""


@dataclass(frozen=True, slots=True)
class SourceAge:
    """How old somebody can be today by one source."""

    source: str
    low: float
    high: float
    told_on: date
    born: tuple[date, date] | None = None
    """The first and the last day she can have been born on, where that was told."""

    @property
    def group(self) -> str:
        """Child, adult, or unknown where it can be either."""
        return (
            CHILD
            if self.high < calculation.GROWN_UP
            else ADULT
            if self.low >= calculation.GROWN_UP
            else UNKNOWN
        )


@dataclass(frozen=True, slots=True)
class ResolvedAge:
    """How old somebody can be today. ``decided``: child, adult or unknown, as somebody decided.

    ``span`` is None where nothing is known. ``conflict``: the sources contradict each other, or the
    decision.
    """

    decided: str
    told: tuple[SourceAge, ...]
    span: Span | None
    agreed: str
    """What all that was told agrees on."""
    conflict: bool

    @property
    def is_treated_as_child(self) -> bool:
        """Until somebody decides, whoever may be a child."""
        return (self.agreed if self.decided == UNKNOWN else self.decided) != ADULT

    @property
    def is_decided(self) -> bool:
        """Whether somebody has decided it."""
        return self.decided != UNKNOWN


def resolve_age(decided: str, told: Sequence[SourceAge]) -> ResolvedAge:
    """One age from a decision and from what was told."""
    groups = {each.group for each in told}
    agreed = groups.pop() if len(groups) == 1 else UNKNOWN
    if agreed == ADULT and all(each.source in SEEMS for each in told):
        agreed = UNKNOWN
    low = max((each.low for each in told), default=0)
    high = min((each.high for each in told), default=inf)
    apart = low > high
    if apart:
        low, high = min(each.low for each in told), max(each.high for each in told)
        agreed = UNKNOWN if low < calculation.GROWN_UP <= high else agreed
    return ResolvedAge(
        decided,
        tuple(told),
        _within(decided, (low, high) if told else None),
        agreed,
        apart or any(_against(decided, each) for each in told) or _both(told),
    )


def _both(told: Sequence[SourceAge]) -> bool:
    return {CHILD, ADULT} <= {each.group for each in told}


def _against(decided: str, told: SourceAge) -> bool:
    bounds = DECIDED.get(decided)
    return bounds is not None and (told.high < bounds[0] or told.low > bounds[1])


def _within(decided: str, span: Span | None) -> Span | None:
    """What was told, within what was decided; the decision alone where they do not meet."""
    bounds = DECIDED.get(decided)
    if bounds is None or span is None:
        return bounds or span
    both = max(bounds[0], span[0]), min(bounds[1], span[1])
    return both if both[0] <= both[1] else bounds


def facts_with_age(
    facts: Mapping[str, Any], age: ResolvedAge, own: Sequence[str]
) -> dict[str, Any] | None:
    """The answers as the law is asked about them today, with the age all sources together give.

    ``own``: the sources that are these answers themselves. None where they stand as they are:
    nothing else was told, or somebody has decided and the answers have an age.
    """
    others = [each for each in age.told if each.source not in own]
    if not others or (age.is_decided and facts.keys() & {*calculation.AGE_FACTS}):
        return None
    kept = {name: value for name, value in facts.items() if name not in calculation.AGE_FACTS}
    if age.is_decided:
        return None if age.conflict or age.span is None else {**kept, **_as_facts(age)}
    if age.agreed == UNKNOWN or age.span is None:
        return {**kept, calculation.GROUP: calculation.DOUBT}
    if age.conflict:
        group: Any = (
            calculation.ADULT if age.agreed == ADULT else {"one_of": list(calculation.CHILDREN)}
        )
        return {**kept, calculation.GROUP: group}
    return {**kept, **_as_facts(age)}


def _as_facts(age: ResolvedAge) -> dict[str, Any]:
    """Days of birth where they are all that was told: they know the next birthday."""
    assert age.span is not None
    if len(age.told) == 1 and (born := age.told[0].born):
        return {BORN: {"min": born[0], "max": born[1]}}
    return {calculation.AGE: calculation.age_as_fact(*age.span)}
