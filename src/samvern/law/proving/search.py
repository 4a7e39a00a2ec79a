# SPDX-License-Identifier: EUPL-1.2
"""The search for a situation: the solver proposes, the calendar disposes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from samvern.law.births import BORN, LONGEST
from samvern.law.expression_names import BUILT_IN_FACTS
from samvern.law.model import RuleSet
from samvern.law.program import CompiledProgram
from samvern.law.proving.formula import Formula, holds
from samvern.law.proving.leaves import Leaves
from samvern.law.proving.order import Bounds, Contradiction, Order
from samvern.law.proving.situations import Situations
from samvern.law.proving.symbolic_people import SymbolicPeople, SymbolicPerson, scales_of
from samvern.law.proving.terms import DateMove, Terms, ValueTerm


@dataclass(frozen=True, slots=True)
class FoundSituation:
    """A model of the formula whose days exist."""

    model: Sequence[int]
    bounds: Bounds

    def chosen(self, wanted: Mapping[str, int]) -> dict[str, int]:
        """A place for each date and number, near ``wanted``."""
        return self.bounds.choose(wanted)

    def has(self, literal: int) -> bool:
        """Whether a literal is true here."""
        return holds(self.model, literal)


class SituationSearch:
    """Everybody about whom the program may be asked, and the questions put to them."""

    def __init__(
        self, ruleset: RuleSet, program: CompiledProgram, days: tuple[date, date], deadline: float
    ) -> None:
        self.ruleset, self.program = ruleset, program
        self.formula = Formula(deadline)
        terms = Terms(program, ruleset.holidays)
        self.order = Order(self.formula, terms, scales_of(ruleset, program, *days))
        self.people = SymbolicPeople(ruleset, self.formula, self.order)
        leaves = Leaves(self.formula, self.order, terms)
        self.situations = Situations(program, self.people, leaves, self.formula)
        self.somebody = self.situations.somebody
        self.lessons = 0
        self.admit(self.somebody)
        self._teach_pairs()

    def admit(self, person: SymbolicPerson) -> None:
        """Nobody asks today about an event of tomorrow."""
        asked, event = ValueTerm(person.ends["asked_on"][0]), ValueTerm(person.ends["event_on"][1])
        self.formula.require(self.order.at_most_value(event, asked))
        if BORN in person.ends:
            self._admit_birth(person, asked)

    def _admit_birth(self, person: SymbolicPerson, asked: ValueTerm) -> None:
        """Nobody is born after the day asked, nor longer ago than people live (``births``)."""
        first, last = (ValueTerm(end) for end in person.ends[BORN])
        longest_ago = ValueTerm(asked.fact, (DateMove(LONGEST, -1),))
        self.formula.require(self.order.at_most_value(first, asked))
        self.formula.require(-self.order.at_most_value(last, longest_ago))

    def find(self, wanted: Iterable[int], measured: Iterable[str]) -> FoundSituation | None:
        """Somebody for whom all of ``wanted`` hold, or None when there is nobody.

        ``measured``: the dates and numbers that ``wanted`` rests on; others may stay unknown, for
        less knowledge never contradicts. Raises OutOfTime, Undecided.
        """
        assumed, names = list(wanted), sorted(measured)
        while True:
            model = self.formula.solve(assumed)
            if model is None:
                return None
            try:
                return FoundSituation(model, self.order.settle(model, names))
            except Contradiction as impossible:
                self.learn(impossible.reasons)

    def facts_of(self, nodes: Iterable[int]) -> set[str]:
        """The facts that some nodes of the program rest on, the two dates among them."""
        leaves = self.situations.reached(nodes)
        found = {fact for leaf in leaves for fact in self.program.facts_of_leaf[leaf]}
        return found | set(BUILT_IN_FACTS)

    def changed(self, ids: Iterable[str]) -> SymbolicPerson:
        """Somebody, but with other answers to ``ids`` (facts or options)."""
        person = self.people.changed(self.somebody, ids)
        self.admit(person)
        return person

    def learn(self, reasons: Sequence[int]) -> None:
        """These literals never hold together."""
        self.lessons += 1
        self.formula.require(*[-literal for literal in reasons])

    def _teach_pairs(self) -> None:
        """What two comparisons of the same two facts say of each other, once and for all."""
        together: dict[frozenset[str], list[int]] = {}
        for (left, right), literal in self.order.pairs.items():
            together.setdefault(frozenset((left.fact, right.fact)), []).append(literal)
        for facts, literals in together.items():
            for a, b in combinations(literals, 2):
                for one in (a, -a):
                    for other in (b, -b):
                        self._teach(sorted(facts), one, other)

    def _teach(self, facts: list[str], one: int, other: int) -> None:
        try:
            self.order.feasible(facts, (one, other))
        except Contradiction as impossible:
            self.learn(impossible.reasons)
