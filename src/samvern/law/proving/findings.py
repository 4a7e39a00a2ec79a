# SPDX-License-Identifier: EUPL-1.2
"""What nobody asked for: rules that never answer, facts and questions nothing depends on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samvern.law.model import ELEMENTS, Rule
from samvern.law.program import facts_of
from samvern.law.properties import OnPurpose
from samvern.law.proving.independence import difference, twins
from samvern.law.proving.minimal_example import MinimalExample
from samvern.law.proving.prover import Prover, days
from samvern.law.proving.sample import Sample
from samvern.law.proving.verdicts import PackFinding
from samvern.law.result import Result
from samvern.law.truth import Truth

SHOWN = ("level", "offence", "right", "duty", "sharing", "referral", "clock", "alert", "indicator")
"""The kinds of rules that a page of the guide or of the workspace shows."""


class Findings:
    """Looks at every rule, and at every fact and option."""

    def __init__(self, prover: Prover) -> None:
        self.prover, self.search, self.ruleset = prover, prover.search, prover.ruleset
        self.program = prover.program
        self.nodes = self.program.rules
        self.yes: set[str] = set()
        self.no: set[str] = set()
        self.sample = Sample(self.program)

    def all(self) -> list[PackFinding]:
        """Every finding, rules first. Raises OutOfTime, Undecided or Disagreement."""
        rules = [rule for rule in self.ruleset.rules.values() if self._in_force(rule)]
        found = [PackFinding(kind, rule.id) for rule in rules if (kind := self._of_rule(rule))]
        found += [PackFinding("never_no", rule.id) for rule in rules if self._never_no(rule)]
        return found + [PackFinding(kind, id) for kind, id in self._of_facts()]

    # rules

    def _in_force(self, rule: Rule) -> bool:
        """Whether some wording speaks on a day that is searched."""
        start, end = days(self.ruleset)
        first = start if rule.dated_by == "question" else date.min
        return any(v.start <= end and (v.end is None or v.end > first) for v in rule.versions)

    def _of_rule(self, rule: Rule) -> str:
        if rule.id in self.yes or self._somebody(rule, plane=0, whole=True):
            return ""
        if self._somebody(rule, plane=0, whole=False):
            return "only_unknown"
        return "only_open" if self._open(rule) else "never_yes"

    def _never_no(self, rule: Rule) -> bool:
        return rule.id not in self.no and not self._somebody(rule, plane=1, whole=False)

    def _somebody(self, rule: Rule, *, plane: int, whole: bool) -> bool:
        """Whether there is somebody for whom a rule is a yes (plane 0) or a no (plane 1)."""
        node = self.nodes[rule.id]
        literal = self.search.situations.nodes[node][plane]
        smallest = MinimalExample(self.search, self.prover.facts_of([node]))
        wanted = [-literal if plane else literal, *(smallest.whole() if whole else ())]
        found = self.search.find(wanted, smallest.measured)
        if found is None:
            return False
        self._seen(self.prover.assess(smallest.someone(found), rule.id), whole or bool(plane))
        return True

    def _seen(self, result: Result, whole: bool) -> None:
        self.sample.add(result)
        for id in self.nodes:
            value = result.value(id)
            if value is Truth.YES and whole:
                self.yes.add(id)
            if value is Truth.NO:
                self.no.add(id)

    def _open(self, rule: Rule) -> bool:
        start, end = days(self.ruleset)
        asked = {"min": start, "max": end}
        result = self.prover.pack.assess({}, asked_on=asked, event_on={"max": end})  # type: ignore[arg-type]
        return result.value(rule.id) is Truth.UNKNOWN

    # facts

    def _of_facts(self) -> Iterator[tuple[str, str]]:
        asked = {fact for step in self.ruleset.steps for fact in step.facts}
        for fact in self.ruleset.facts.values():
            options = [f"{fact.id}.{o.id}" for o in fact.options] if fact.type == "set" else []
            idle = [id for id in options or [fact.id] if not self._turns(id, list(self.nodes))]
            if len(idle) == len(options or [fact.id]):
                yield "changes_nothing", fact.id
            else:
                yield from (("changes_nothing", id) for id in idle)
            if fact.id in asked and not self._used(options or [fact.id]):
                yield "answer_unused", fact.id

    def _used(self, ids: list[str]) -> bool:
        shown = [id for id, r in self.ruleset.rules.items() if r.kind in SHOWN or id in ELEMENTS]
        return any(self._turns(id, shown) for id in ids)

    def _turns(self, id: str, rules: list[str]) -> bool:
        """Whether an answer changes one of the rules, a clock's dates or a step of the guide."""
        fact = id if id in self.ruleset.facts else id.rpartition(".")[0]
        if self._in_clocks(fact):
            return True
        nodes = [*(self.nodes[rule] for rule in rules), *self._steps()]
        leaves = self.sample.leaves(id if id == fact else self._place(fact, id))
        reached = self.sample.users(leaves)
        nodes = [node for node in nodes if node in reached]
        return bool(nodes) and (self.sample.turns(leaves, nodes) or self._changed(id, nodes))

    def _place(self, fact: str, id: str) -> str:
        return f"{fact}.{self.ruleset.facts[fact].places[id.rpartition('.')[2]]}"

    def _in_clocks(self, fact: str) -> bool:
        return any(
            fact in facts_of(self.program, number)
            for clock in self.program.clocks.values()
            for number in clock
        )

    def _steps(self) -> list[int]:
        return [
            self.program.extras[s.id] for s in self.ruleset.steps if s.id in self.program.extras
        ]

    def _changed(self, id: str, nodes: list[int]) -> bool:
        two = twins(self.search, [id])
        self.prover.admit(two.after)
        smallest = MinimalExample(self.search, self.prover.facts_of(nodes), two.changed, [id])
        goal = difference(self.search, two, nodes)
        return self.search.find([goal], smallest.measured) is not None


Stale = list[tuple[OnPurpose, str]]


def meant(prover: Prover, found: list[PackFinding]) -> tuple[list[PackFinding], Stale]:
    """The findings with the reasons that are given for them, and the reasons that have none."""
    reasons = {
        (declared.finding, id): declared
        for declared in prover.ruleset.declared.on_purpose
        for id in declared.of
    }
    explained = [PackFinding(f.kind, f.id, reasons.get((f.kind, f.id))) for f in found]
    there = {(finding.kind, finding.id) for finding in found}
    stale = [(declared, id) for (kind, id), declared in reasons.items() if (kind, id) not in there]
    return explained, stale
