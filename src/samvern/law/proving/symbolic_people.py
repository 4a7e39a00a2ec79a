# SPDX-License-Identifier: EUPL-1.2
"""Everybody as literals: what is known of each fact, as the kernel lets it be known in part.

- yes/no, and each option of a set: *has* and *lacks*, never both; neither while unknown;
- a choice: which options are still open, at least one;
- a date or number: its lowest and its highest, each without bound while unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from samvern.law.model import Fact, RuleSet
from samvern.law.program import CompiledProgram, PiecesValue
from samvern.law.proving.formula import Formula
from samvern.law.proving.order import Order
from samvern.law.proving.scales import Scale, number_points
from samvern.law.proving.terms import ValueTerm
from samvern.law.situation import FIRST_DAY, LAST_DAY

Pair = tuple[int, int]
"""Literals of *certainly* and *possibly* for a truth value, of *has* and *lacks* for an answer."""
LOW, HIGH = "<", ">"


@dataclass(frozen=True, slots=True)
class SymbolicPerson:
    """Somebody: ``answers`` of yes/no facts and sets, ``open`` options of choices, and the names
    under which ``order`` knows the lowest and the highest of a date or number."""

    answers: Mapping[str, tuple[Pair, ...]]
    open: Mapping[str, tuple[int, ...]]
    ends: Mapping[str, tuple[str, str]]

    def same(self, other: SymbolicPerson, fact: str) -> bool:
        """Whether the two are one in a fact."""
        return (
            self.answers.get(fact) == other.answers.get(fact)
            and self.open.get(fact) == other.open.get(fact)
            and self.ends.get(fact) == other.ends.get(fact)
        )


@dataclass(slots=True)
class SymbolicPeople:
    """Makes people."""

    ruleset: RuleSet
    formula: Formula
    order: Order
    copies: int = field(default=0)

    def person(self) -> SymbolicPerson:
        """Somebody about whom anything may be so, who asks on one day."""
        facts = self.ruleset.facts.values()
        ends = {f.id: self._ends(f.id, "") for f in facts if f.type in ("date", "number")}
        return SymbolicPerson(
            {f.id: self._answers(f) for f in facts if f.type in ("yes_no", "set")},
            {f.id: self._open(f) for f in facts if f.type == "choice"},
            ends | {"asked_on": ("asked_on", "asked_on"), "event_on": self._ends("event_on", "")},
        )

    def changed(self, person: SymbolicPerson, ids: Iterable[str]) -> SymbolicPerson:
        """The same person, but ``ids`` may be anything else (``fact`` or ``fact.option``)."""
        answers, open_, ends = dict(person.answers), dict(person.open), dict(person.ends)
        self.copies += 1
        for id in ids:
            fact, _, option = id.rpartition(".")
            if id in ends:
                ends[id] = self._ends(id, f"'{self.copies}")
            elif id in open_:
                open_[id] = self._open(self.ruleset.facts[id])
            elif id in answers:
                answers[id] = self._answers(self.ruleset.facts[id])
            else:
                place = self.ruleset.facts[fact].places[option]
                pairs = answers[fact]
                answers[fact] = (*pairs[:place], self._answer(), *pairs[place + 1 :])
        return SymbolicPerson(answers, open_, ends)

    def _answers(self, fact: Fact) -> tuple[Pair, ...]:
        return tuple(self._answer() for _ in fact.options or (fact,))

    def _answer(self) -> Pair:
        has, lacks = self.formula.fresh(), self.formula.fresh()
        self.formula.require(-has, -lacks)
        return has, lacks

    def _open(self, fact: Fact) -> tuple[int, ...]:
        literals = tuple(self.formula.fresh() for _ in fact.options)
        self.formula.require(*literals)
        return literals

    def _ends(self, fact: str, copy: str) -> tuple[str, str]:
        low, high = fact + LOW + copy, fact + HIGH + copy
        scale = self.order.scales[fact]
        self.order.scales[low] = replace(scale, high=scale.high - (not scale.ended), ended=True)
        self.order.scales[high] = replace(scale, low=scale.low + (not scale.begun), begun=True)
        self.formula.require(self.order.at_most_value(ValueTerm(low), ValueTerm(high)))
        return low, high


def scales_of(
    ruleset: RuleSet, program: CompiledProgram, start: date, end: date
) -> dict[str, Scale]:
    """What each date and number is searched over; ``asked_on`` from ``start`` to ``end``."""
    first, last = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
    days = Scale(first - 1, last + 1, begun=False, ended=False)
    scales = {f.id: days for f in ruleset.facts.values() if f.type == "date"}
    scales["asked_on"] = Scale(start.toordinal(), end.toordinal())
    scales["event_on"] = replace(days, high=end.toordinal(), ended=True)
    numbers = [f for f in ruleset.facts.values() if f.type == "number"]
    limits = [limit for fact in numbers for limit in (fact.min, fact.max)]
    points = number_points([*_named_numbers(program), *limits], 2 * len(numbers))
    for fact in numbers:
        places = [n for n, point in enumerate(points) if fact.min <= point <= fact.max]
        scales[fact.id] = Scale(places[0] - 1, places[-1] + 1, points, begun=False, ended=False)
    return scales


def _named_numbers(program: CompiledProgram) -> list[float]:
    """Every number a value may be; days may be among them, and only make more places."""
    found: list[float] = []
    for value in program.values:
        pieces = value.pieces if isinstance(value, PiecesValue) and not value.refers else ()
        found += [piece for _, _, piece in pieces if isinstance(piece, int | float)]
        number = getattr(value, "value", None)
        found += [number] if isinstance(number, float) else []
    return [number for number in found if number < FIRST_DAY.toordinal()]
