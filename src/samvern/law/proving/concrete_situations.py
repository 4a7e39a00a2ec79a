# SPDX-License-Identifier: EUPL-1.2
"""From a model of the formula to a person the kernel can assess."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Any

from samvern.law.expression_names import BUILT_IN_FACTS
from samvern.law.proving.search import FoundSituation, SituationSearch
from samvern.law.proving.symbolic_people import SymbolicPerson


@dataclass(frozen=True, slots=True)
class ConcreteSituation:
    """A situation as ``Pack.assess`` takes it."""

    facts: Mapping[str, Any]
    asked_on: date
    event_on: object


def concrete_situation(
    search: SituationSearch, found: FoundSituation, person: SymbolicPerson, facts: Sequence[str]
) -> ConcreteSituation:
    """What a model knows of a person, among ``facts``."""
    places = found.chosen(_wanted(search, found))
    known = {
        fact: value
        for fact in facts
        if fact not in BUILT_IN_FACTS
        if (value := _value(search, found, person, fact, places)) is not None
    }
    asked = date.fromordinal(places["asked_on"])
    event = _span(search, places, person.ends["event_on"], day=True)
    return ConcreteSituation(known, asked, None if event == asked else event)


def _wanted(search: SituationSearch, found: FoundSituation) -> dict[str, int]:
    """The first day asked about, days no later than that, and low numbers."""
    first = found.bounds.lower["asked_on"].place
    scales = search.order.scales
    return {"asked_on": first} | {
        name: 0 if scales[name].points else first for name in found.bounds.lower
    }


def _value(
    search: SituationSearch,
    found: FoundSituation,
    person: SymbolicPerson,
    id: str,
    places: Mapping[str, int],
) -> Any:
    fact = search.ruleset.facts[id]
    options = [option.id for option in fact.options]
    if id in person.ends:
        return _span(search, places, person.ends[id], day=fact.type == "date")
    if id in person.open:
        left = [o for o, lit in zip(options, person.open[id], strict=True) if found.has(lit)]
        if len(left) == len(options):
            return None
        return left[0] if len(left) == 1 else {"one_of": left}
    pairs = person.answers[id]
    has = [n for n, (literal, _) in enumerate(pairs) if found.has(literal)]
    lacks = [n for n, (_, literal) in enumerate(pairs) if found.has(literal)]
    if not options:
        return True if has else False if lacks else None
    return _ticked([options[n] for n in has], [options[n] for n in lacks])


def _ticked(has: list[str], lacks: list[str]) -> Any:
    if lacks:
        return {"has": has, "not": lacks} if has else {"not": lacks}
    return has or None


def _span(
    search: SituationSearch, places: Mapping[str, int], names: tuple[str, str], *, day: bool
) -> Any:
    ends = {}
    for key, name in zip(("min", "max"), names, strict=True):
        value = search.order.scales[name].value(places[name])
        if abs(value) < inf:
            ends[key] = date.fromordinal(places[name]) if day else _whole(value)
    if len(ends) == 2 and ends["min"] == ends["max"]:
        return ends["min"]
    return ends or None


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
