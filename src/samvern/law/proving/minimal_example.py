# SPDX-License-Identifier: EUPL-1.2
"""The situation with the fewest facts in which something holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from samvern.law.expression_names import BUILT_IN_FACTS
from samvern.law.model import RuleSet
from samvern.law.proving.concrete_situations import ConcreteSituation, concrete_situation
from samvern.law.proving.search import FoundSituation, SituationSearch
from samvern.law.proving.symbolic_people import SymbolicPerson
from samvern.law.proving.terms import ValueTerm


class MinimalExample:
    """Looks for the situation with the fewest facts, among ``facts``.

    ``changed``: the same person once more with other ``different`` facts, which count as well. What
    is known of an option, or of a whole fact that has none to tick, counts as one.
    """

    def __init__(
        self, search: SituationSearch, facts: Iterable[str],
        changed: SymbolicPerson | None = None, different: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.search, self.formula, self.order = search, search.formula, search.order
        meant, apart = set(facts), {id.partition(".")[0] for id in different}
        self.facts = [id for id in _in_order(search.ruleset) if id in meant]
        self.people = [(search.somebody, id) for id in self.facts if id != "asked_on"]
        if changed:
            self.people += [(changed, id) for id in self.facts if id in apart and id != "asked_on"]
        self.measured = {name for person, id in self.people for name in person.ends.get(id, ())}
        self.measured.add("asked_on")
        self.known = list(dict.fromkeys(lit for whom in self.people for lit in self._known(*whom)))

    def find(self, wanted: Sequence[int]) -> FoundSituation | None:
        """The smallest situation in which all of ``wanted`` hold.

        Fewest facts first; of those, the one that asks for facts the guide asks early, on the first
        day. Choices, dates and numbers are known wholly or not at all, if that is possible.
        """
        found = self.search.find(wanted, self.measured)
        if found is None:
            return None
        tidy = [*wanted, *self._tidy()]
        exact = self.search.find(tidy, self.measured)
        return self._smaller(tidy, exact) if exact else self._smaller(wanted, found)

    def _smaller(self, wanted: Sequence[int], found: FoundSituation) -> FoundSituation:
        if not self.known:
            return self._first(wanted, found)
        bounds = self.formula.at_most(self.known, max(1, self._count(found)))
        while (count := self._count(found)) > 0:
            fewer = self.search.find([*wanted, -bounds[count - 1]], self.measured)
            if fewer is None:
                break
            found = fewer
        limit = [-bound for bound in bounds[self._count(found) :][:1]]
        return self._first([*wanted, *limit], found)

    def _first(self, wanted: Sequence[int], found: FoundSituation) -> FoundSituation:
        fixed = list(wanted)
        first = self.order.at_most("asked_on", self.order.scales["asked_on"].low)
        for literal in (*(-known for known in reversed(self.known)), first):
            if not found.has(literal):
                other = self.search.find([*fixed, literal], self.measured)
                if other is None:
                    continue
                found = other
            fixed.append(literal)
        return found

    def _count(self, found: FoundSituation) -> int:
        return sum(found.has(literal) for literal in self.known)

    def _known(self, person: SymbolicPerson, fact: str) -> Iterator[int]:
        """Literals of what is known about a fact."""
        if fact in person.answers:
            yield from (self.formula.some(pair) for pair in person.answers[fact])
        elif fact in person.open:
            yield self.formula.some([-literal for literal in person.open[fact]])
        else:
            yield self._limited(person, fact)

    def _limited(self, person: SymbolicPerson, fact: str) -> int:
        """Whether anything is known of a measure; of the event: that it was not the day asked."""
        low, high = person.ends[fact]
        if fact == "event_on":
            return -self.order.at_most_value(ValueTerm("asked_on"), ValueTerm(low))
        below, above = self.order.scales[low], self.order.scales[high]
        return self.formula.some(
            [-self.order.at_most(low, below.low), self.order.at_most(high, above.high - 1)]
        )

    def whole(self) -> list[int]:
        """Everything among the facts is known."""
        exact = [
            self.order.at_most_value(ValueTerm(high), ValueTerm(low))
            for person, fact in self.people
            if fact in person.ends
            for low, high in (person.ends[fact],)
        ]
        ticked = [
            self.formula.some(pair)
            for person, fact in self.people
            for pair in person.answers.get(fact, ())
        ]
        return [*exact, *ticked, *(self._only(p.open[f]) for p, f in self.people if f in p.open)]

    def _only(self, options: Sequence[int]) -> int:
        return -self.formula.at_least(2, options)

    def _tidy(self) -> Iterator[int]:
        for person, fact in self.people:
            if fact in person.open:
                shut = self.formula.some([-literal for literal in person.open[fact]])
                yield self.formula.some([-shut, self._only(person.open[fact])])
            if fact in person.ends:
                low, high = person.ends[fact]
                exact = self.order.at_most_value(ValueTerm(high), ValueTerm(low))
                unknown = [] if fact == "event_on" else [-self._limited(person, fact)]
                yield self.formula.some([exact, *unknown])

    def someone(
        self, found: FoundSituation, person: SymbolicPerson | None = None
    ) -> ConcreteSituation:
        """A person of a model, as the kernel takes her."""
        return concrete_situation(self.search, found, person or self.search.somebody, self.facts)


def _in_order(ruleset: RuleSet) -> list[str]:
    """Every fact, those the guide asks first coming first."""
    asked = [fact for step in ruleset.steps for fact in step.facts]
    return list(dict.fromkeys((*asked, *ruleset.facts, *BUILT_IN_FACTS)))
