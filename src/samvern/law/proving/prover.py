# SPDX-License-Identifier: EUPL-1.2
"""One property after the other: does it hold for everybody?"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from samvern.law.claims import (
    Independence,
    PropertyClaim,
    claims_of,
    independence_of,
    parsed,
    rules_lacking,
)
from samvern.law.errors import InputError
from samvern.law.expr import Expr
from samvern.law.model import RuleSet
from samvern.law.pack import Pack
from samvern.law.properties import Property
from samvern.law.proving.concrete_situations import ConcreteSituation
from samvern.law.proving.formula import OutOfTime
from samvern.law.proving.independence import difference, forced, twins
from samvern.law.proving.minimal_example import MinimalExample
from samvern.law.proving.order import Undecided
from samvern.law.proving.search import SituationSearch
from samvern.law.proving.situations import Nodes
from samvern.law.proving.verdicts import CounterExample, PropertyVerdict
from samvern.law.result import Result
from samvern.law.truth import Truth

YEARS = 5
_IMPOSSIBLE = "impossible "
OUT_OF_TIME = "out of time"


class Disagreement(Exception):
    """The kernel does not say of a situation what the search says: nothing may be concluded."""


class Prover:
    """A pack and everybody about whom it may be asked."""

    def __init__(
        self, ruleset: RuleSet, properties: Iterable[Property], seconds: float = 60
    ) -> None:
        self.started, self.seconds = time.process_time(), seconds
        self.ruleset, self.properties = ruleset, list(properties)
        self.claims = {p.id: claims_of(ruleset, p) for p in self.properties}
        self.pack = Pack(ruleset, self._questions())
        self.program = self.pack.program
        self.search = SituationSearch(ruleset, self.program, days(ruleset), self.started + seconds)
        self.barred = [n for id, n in self.program.extras.items() if id.startswith(_IMPOSSIBLE)]
        self.admit(self.search.situations.nodes)

    def _questions(self) -> dict[str, Expr]:
        asked = {claim.id: claim.bad for claims in self.claims.values() for claim in claims}
        for property in self.properties:
            if property.shape == "independent" and property.given:
                asked[property.id] = parsed("given", property.given)
        for number, impossible in enumerate(self.ruleset.declared.impossible):
            asked[f"{_IMPOSSIBLE}{number}"] = parsed("when", impossible.when)
        return asked

    def admit(self, nodes: Nodes) -> None:
        """Leave out people in a situation that is declared impossible."""
        for number in self.barred:
            self.search.formula.require(-nodes[number][0])

    def verdict(self, property: Property) -> PropertyVerdict:
        """Whether one property holds."""
        if property.shape == "every":
            return self._written(property)
        claims, found = self.claims[property.id], []
        try:
            for claim in claims:
                counter = self._counter(claim)
                found += [counter] if counter else []
            if property.shape == "independent":
                found += self._turned(independence_of(self.ruleset, property))
        except (OutOfTime, Undecided, Disagreement) as error:
            return PropertyVerdict(property, len(claims) or 1, tuple(found), why(error))
        return PropertyVerdict(property, len(claims) or 1, tuple(found))

    def _written(self, property: Property) -> PropertyVerdict:
        missing = rules_lacking(self.ruleset, property)
        counters = (CounterExample(f"{rule.id}.{what}", rule.name) for rule, what in missing)
        return PropertyVerdict(property, 1, tuple(counters))

    def facts_of(self, nodes: Iterable[int]) -> set[str]:
        """The facts that nodes rest on, and those that make a situation impossible."""
        return self.search.facts_of([*nodes, *self.barred])

    def _counter(self, claim: PropertyClaim) -> CounterExample | None:
        node = self.program.extras[claim.id]
        smallest = MinimalExample(self.search, self.facts_of([node]))
        found = smallest.find([self.search.situations.nodes[node][0]])
        if found is None:
            return None
        someone = smallest.someone(found)
        result = self.assess(someone, claim.id)
        if result.concerns(claim.id) is not Truth.YES:
            raise Disagreement(f"{claim.id}: the kernel does not find {someone}")
        return CounterExample(claim.id, claim.about, someone, rules=_answers(result, claim.rules))

    def assess(self, someone: ConcreteSituation, claim: str) -> Result:
        """What the kernel says of somebody. Raises Disagreement where it refuses her."""
        try:
            return self.pack.assess(
                someone.facts, asked_on=someone.asked_on, event_on=someone.event_on
            )
        except InputError as error:
            raise Disagreement(f"{claim}: the kernel refuses {someone}: {error}") from error

    def _turned(self, claim: Independence) -> list[CounterExample]:
        """The smallest situation in which a change turns one of the rules, if there is one."""
        two = twins(self.search, claim.of)
        self.admit(two.after)
        rules = {id: self.program.rules[id] for id in claim.rules}
        nodes = [*rules.values(), *self._given(claim)]
        smallest = MinimalExample(self.search, self.facts_of(nodes), two.changed, claim.of)
        wanted = [two.before[n][0] for n in self._given(claim)]
        ends = [difference(self.search, two, list(rules.values()), (plane,)) for plane in (0, 1)]
        # A yes that comes or goes says more than an answer that opens or closes.
        found = smallest.find([ends[0], *wanted]) or smallest.find([ends[1], *wanted])
        if found is None:
            return []
        people = smallest.someone(found), smallest.someone(found, two.changed)
        fixed = {n: tuple(map(found.has, pair)) for n, pair in two.fixed.items()}
        before, after = (
            self._forced(one, claim.id, {n: pair[place] for n, pair in fixed.items()})
            for place, one in enumerate(people)
        )
        turned = {id: (before(n), after(n)) for id, n in rules.items() if before(n) != after(n)}
        if not turned:
            raise Disagreement(f"{claim.id}: the kernel finds no difference for {people[0]}")
        names = {n: id for id, n in self.program.rules.items()}
        turned |= {names[n]: (before(n), after(n)) for n in fixed if before(n) != after(n)}
        answers = {id: f"{a.value}|{b.value}" for id, (a, b) in turned.items()}
        return [CounterExample(claim.id, {}, people[0], people[1], answers)]

    def _given(self, claim: Independence) -> list[int]:
        return [self.program.extras[claim.id]] if claim.given else []

    def _forced(
        self, someone: ConcreteSituation, claim: str, answers: Mapping[int, bool]
    ) -> Callable[[int], Truth]:
        result = self.assess(someone, claim)
        planes = forced(self.program, (result.certain, result.possible), answers)
        return lambda node: Truth.of((planes[0][node], planes[1][node]))


def _answers(result: Result, rules: Iterable[str]) -> dict[str, str]:
    return {id: result.value(id).value for id in rules}


def days(ruleset: RuleSet) -> tuple[date, date]:
    """The days of asking that are searched."""
    start = ruleset.declared.start or ruleset.law_read_on or date(2000, 1, 1)
    return start, ruleset.declared.end or start + timedelta(days=366 * YEARS)


def why(error: Exception) -> str:
    """Why something is not proved."""
    return OUT_OF_TIME if isinstance(error, OutOfTime) else str(error) or "undecided"
