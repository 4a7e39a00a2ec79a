# SPDX-License-Identifier: EUPL-1.2
"""From a model to a person: the fewest facts that still break a property, and those in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samvern.law.model import Book
from samvern.law.names import BUILT_IN_FACTS
from samvern.law.proving.facts import Person
from samvern.law.proving.formula import Formula
from samvern.law.proving.order import Order
from samvern.law.proving.search import Found, Search
from samvern.law.proving.terms import Term


@dataclass(frozen=True, slots=True)
class Someone:
    """A situation as ``Pack.assess`` takes it."""

    facts: Mapping[str, Any]
    asked_on: date
    event_on: object


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that may be known: ``literal`` holds where it is."""

    fact: str
    place: int
    literal: int


class Smallest:
    """Looks for the situation with the fewest facts, among some facts, for one person."""

    def __init__(self, search: Search, facts: Iterable[str], person: Person | None = None) -> None:
        self.search, self.person = search, person or search.somebody
        meant = set(facts)
        self.facts = [id for id in _in_order(search.book) if id in meant]
        self.measured = {name for fact in self.facts for name in self.person.ends.get(fact, ())}
        self.pieces = [piece for fact in self.facts for piece in self._pieces(fact)]

    def find(self, wanted: Sequence[int], more: Iterable[str] = ()) -> Found | None:
        """The smallest situation in which all of ``wanted`` hold.

        Fewest facts first; then facts that come late in the pack are left out where others do.
        """
        measured = self.measured | set(more)
        found = self.search.find(wanted, measured)
        if found is None:
            return None
        tidy = [*wanted, *self._tidy()]
        exact = self.search.find(tidy, measured)
        wanted, found = (tidy, exact) if exact else (wanted, found)
        known = [piece.literal for piece in self.pieces]
        bounds = self.search.formula.at_most(known, self._count(found)) if known else []
        least = self._least(wanted, found, bounds, measured)
        fixed = [*wanted, *[-bound for bound in bounds[self._count(least) :][:1]]]
        return self._first(fixed, least, measured)

    def _least(
        self, wanted: Sequence[int], found: Found, bounds: list[int], measured: set[str]
    ) -> Found:
        while (count := self._count(found)) > 0:
            fewer = self.search.find([*wanted, -bounds[count - 1]], measured)
            if fewer is None:
                break
            found = fewer
        return found

    def _first(self, wanted: Sequence[int], found: Found, measured: set[str]) -> Found:
        """Of situations with as few facts, the one whose facts and answers come first."""
        fixed = list(wanted)
        for literal in self._preferred():
            if not found.has(literal):
                other = self.search.find([*fixed, literal], measured)
                if other is None:
                    continue
                found = other
            fixed.append(literal)
        return found

    def _preferred(self) -> list[int]:
        first = self.search.order.scales["asked_on"].low
        return [
            *[-piece.literal for piece in reversed(self.pieces)],
            self.search.order.at_most("asked_on", first),
        ]

    def _count(self, found: Found) -> int:
        return sum(found.has(piece.literal) for piece in self.pieces)

    def _pieces(self, fact: str) -> list[Piece]:
        formula, order, person = self.search.formula, self.search.order, self.person
        if fact in person.answers:
            pairs = person.answers[fact]
            return [Piece(fact, n, formula.some(pair)) for n, pair in enumerate(pairs)]
        if fact in person.open:
            shut = formula.some([-literal for literal in person.open[fact]])
            return [Piece(fact, 0, shut)]
        if fact == "asked_on":
            return []
        return [Piece(fact, 0, _limited(formula, order, person, fact))]

    def _tidy(self) -> list[int]:
        """Choices and measures are known wholly or not at all."""
        formula, order, person = self.search.formula, self.search.order, self.person
        wanted = []
        for fact in self.facts:
            if fact in person.open:
                known = formula.some([-literal for literal in person.open[fact]])
                one = formula.some([-formula.at_least(2, person.open[fact])])
                wanted.append(formula.some([-known, one]))
            if fact in person.ends and fact != "asked_on":
                low, high = person.ends[fact]
                exact = order.at_most_value(Term(high), Term(low))
                unknown = -_limited(formula, order, person, fact)
                wanted.append(formula.some([exact, unknown] if fact != "event_on" else [exact]))
        return wanted

    def someone(self, found: Found) -> Someone:
        """The situation of a model, as the kernel takes it."""
        person, book = self.person, self.search.book
        places = found.bounds.choose(self._wanted(found))
        facts: dict[str, Any] = {}
        for fact in self.facts:
            if fact in BUILT_IN_FACTS:
                continue
            value = _value(book, person, found, fact, places, self.search.order)
            if value is not None:
                facts[fact] = value
        asked = date.fromordinal(places["asked_on"])
        event = _span(places, *person.ends["event_on"], self.search.order, day=True)
        return Someone(facts, asked, None if event == asked else event)

    def _wanted(self, found: Found) -> dict[str, int]:
        """The first day asked about, days no later than that, and low numbers."""
        first = found.bounds.lower["asked_on"].place
        names = [name for fact in self.facts for name in self.person.ends.get(fact, ())]
        scales = self.search.order.scales
        return {"asked_on": first} | {n: 0 if scales[n].points else first for n in names}


def _in_order(book: Book) -> list[str]:
    """Every fact, those the guide asks first coming first."""
    asked = [fact for step in book.steps for fact in step.facts]
    return list(dict.fromkeys((*asked, *book.facts, *BUILT_IN_FACTS)))


def _limited(formula: Formula, order: Order, person: Person, fact: str) -> int:
    """Whether anything is known of a measure; of the event: that it was not the day asked."""
    low, high = person.ends[fact]
    if fact == "event_on":
        return -order.at_most_value(Term("asked_on"), Term(low))
    below, above = order.scales[low], order.scales[high]
    return formula.some([-order.at_most(low, below.low), order.at_most(high, above.high - 1)])


def _value(
    book: Book, person: Person, found: Found, id: str, places: Mapping[str, int], order: Order
) -> Any:
    fact = book.facts[id]
    if id in person.ends:
        return _span(places, *person.ends[id], order, day=fact.type == "date")
    options = [option.id for option in fact.options]
    if id in person.open:
        left = [o for o, lit in zip(options, person.open[id], strict=True) if found.has(lit)]
        return (
            None if len(left) == len(options) else left[0] if len(left) == 1 else {"one_of": left}
        )
    pairs = person.answers[id]
    has = [n for n, (literal, _) in enumerate(pairs) if found.has(literal)]
    lacks = [n for n, (_, literal) in enumerate(pairs) if found.has(literal)]
    if not options:
        return True if has else False if lacks else None
    return _set([options[n] for n in has], [options[n] for n in lacks])


def _set(has: list[str], lacks: list[str]) -> Any:
    if lacks:
        return {"has": has, "not": lacks} if has else {"not": lacks}
    return has or None


def _span(places: Mapping[str, int], low: str, high: str, order: Order, *, day: bool) -> Any:
    ends = {}
    for key, end in (("min", low), ("max", high)):
        if abs(value := order.scales[end].value(places[end])) != float("inf"):
            ends[key] = date.fromordinal(places[end]) if day else _whole(value)
    if len(ends) == 2 and ends["min"] == ends["max"]:
        return ends["min"]
    return ends or None


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
