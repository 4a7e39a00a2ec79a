# SPDX-License-Identifier: EUPL-1.2
"""The answer for one person on one day: every conclusion, its value and its explanation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any, Protocol

from samvern.law.clocks import Clocks, ClockTimes
from samvern.law.explanation import Explanation
from samvern.law.fact_labels import AnswerChanges
from samvern.law.fact_names import FactNames
from samvern.law.justification import bits, together
from samvern.law.model import ELEMENTS, LEVELS, Rule, RuleSet, Version
from samvern.law.program import CompiledProgram
from samvern.law.question_ranking import QuestionRanking
from samvern.law.short_reasons import ShortReasons
from samvern.law.situation import Situation, Span
from samvern.law.spans import Spans
from samvern.law.truth import Truth


class AnsweringPack(Protocol):
    """What a result needs of the pack that made it, which knows results and is not known here."""

    ruleset: RuleSet
    rules_by_kind: dict[str, list[Rule]]
    in_order: dict[str, list[Rule]]
    said: dict[tuple[Any, ...], Any]

    def fixed(self, program: CompiledProgram) -> int:
        """Leaves that no new fact can change."""

    def nothing_told(self, program: CompiledProgram, asked: Span) -> ShortReasons:
        """Everything while only the day asked is known."""

    def fact_names(self, program: CompiledProgram) -> tuple[FactNames, FactNames]:
        """The facts each leaf looks at, sets with their option and without."""

    def question_ranking(self, program: CompiledProgram) -> QuestionRanking:
        """What the guide would ask about each leaf."""

    def stamp(self, dates: Mapping[str, Any]) -> dict[str, Any]:
        """Which pack answered, and for which dates."""

    def serialize(
        self, result: Result, lang: str, include: str | Iterable[str] = (), most: int | None = None
    ) -> dict[str, Any]:
        """A result as JSON-ready data."""


class Result:
    """What the pack concludes about one situation. Made by ``Pack.assess``.

    ``base``: explains the day asked while nothing else is known; ``changed``: the leaves of this
    person that differ from it; ``told``: those that look at something that was told. Without
    ``base`` everything is explained from the beginning.
    """

    def __init__(
        self, pack: AnsweringPack, situation: Situation, dates: dict[str, Any],
        planes: tuple[list[int], list[int]], spans: Spans,
        base: Explanation | None = None, changed: Iterable[int] = (), told: Iterable[int] = (),
    ) -> None:  # fmt: skip
        self.pack, self.situation, self.dates, self.spans = pack, situation, dates, spans
        self.ruleset, self.program = pack.ruleset, spans.program
        self.certain, self.possible = planes
        self._base, self._changed, self._told = base, changed, told
        self._words: dict[str, AnswerChanges] = {}
        self._named: dict[int, list[str]] = {}

    @cached_property
    def explanation(self) -> Explanation:
        """Proofs, gaps and turns of this result, worked out when first asked for."""
        planes, fixed = (self.certain, self.possible), self.pack.fixed(self.program)
        return Explanation(self.program, *planes, fixed, self._base, together(self._changed))

    def value(self, id: str) -> Truth:
        """The value of a rule. Raises KeyError for a name that is no rule."""
        node = self.program.rules[id]
        if self.certain[node]:
            return Truth.YES
        return Truth.UNKNOWN if self.possible[node] else Truth.NO

    @cached_property
    def level(self) -> str:
        """The highest level whose rule is a yes; ``info`` when none is."""
        reached = [
            str(r.extra["level"]) for r in self.of_kind("level") if self.value(r.id) is Truth.YES
        ]
        return max(reached, key=LEVELS.index, default="info")

    @property
    def elements(self) -> dict[str, Truth]:
        """The value of conduct, means, purpose and minor (those the pack defines)."""
        return {id: self.value(id) for id in ELEMENTS if id in self.program.rules}

    def of_kind(self, *kinds: str) -> list[Rule]:
        """The pack's rules of these kinds."""
        return [rule for kind in kinds for rule in self.pack.rules_by_kind.get(kind, ())]

    def version(self, rule: Rule) -> Version:
        """The wording that speaks on the day that dates the rule (the nearest one, outside all)."""
        if len(rule.versions) == 1:
            return rule.versions[0]
        key = "asked_on" if rule.dated_by == "question" else "event_on"
        day = date.fromordinal(int(min(self.situation.spans[key][1], date.max.toordinal())))
        return rule.on(day) or min(rule.versions, key=lambda v: abs((v.start - day).days))

    def concerns(self, step: str) -> Truth:
        """Whether a step of the guide concerns this situation (yes when it has no ``when``)."""
        node = self.program.extras.get(step)
        return Truth.YES if node is None else self.explanation.truth(node)

    def why(self, id: str) -> list[str]:
        """The facts that settle a rule (sets as ``fact.option``)."""
        leaves, _ = self.explanation.proof(self.program.rules[id])
        return self._names(leaves & ~self.explanation.fixed)

    def rests_on(self, id: str, most: int | None = None) -> list[str]:
        """The other rules in the proof of a rule; no more than ``most``."""
        _, rules = self.explanation.proof(self.program.rules[id])
        names = self.program.names
        return list(islice((n for place in bits(rules) if (n := names[place]) != id), most))

    def missing(self, id: str) -> list[str]:
        """The facts an open rule waits for."""
        return self._names(self.explanation.missing(self.program.rules[id]))

    @cached_property
    def short_reasons(self) -> ShortReasons:
        """What conclusions turn on, the first few facts only."""
        nothing = self.pack.nothing_told(self.program, self.situation.spans["asked_on"])
        base = nothing if self._base else None
        told = together(self._told)
        names = self.pack.fact_names(self.program)
        return ShortReasons(names, self.explanation, nothing.places, base, told)

    def would_change(self, id: str, lang: str) -> list[dict[str, Any]]:
        """The smallest changes of facts that would turn a rule, up to three for each way."""
        node = self.program.rules[id]
        return [way for want in self._other(id) for way in self._changes(node, want, lang)]

    def try_changes(self, ids: Iterable[str]) -> None:
        """Try at once what would turn many rules, before ``would_change`` is asked of each."""
        rules = self.program.rules
        self.explanation.try_out((rules[id], want) for id in ids for want in self._other(id))

    def _other(self, id: str) -> list[bool]:
        """What a rule is not."""
        value = self.value(id)
        return [w for w in (True, False) if value is not (Truth.YES if w else Truth.NO)]

    def _changes(self, node: int, want: bool, lang: str) -> list[dict[str, Any]]:
        words = self._words.get(lang)
        if words is None:
            said = self.pack.said
            words = AnswerChanges(self.ruleset, self.program, self.spans, lang, said)
            self._words[lang] = words
        settled = self.certain[node] == self.possible[node]
        ways = words.shortest(self.explanation.turns(node, want), 3 if settled else 1)
        return [{"to": "yes" if want else "no", "changes": way} for way in ways]

    @cached_property
    def clocks(self) -> Clocks:
        """The days of every clock, worked out from what is known of each."""
        spans, still_on = self.situation.spans, self.dates["event_on"] is None
        return Clocks(self.program, spans, self.ruleset.holidays, still_on)

    def clock(self, id: str) -> ClockTimes:
        """A clock's times; ``end[0]`` is the earliest end over all that is still possible."""
        return self.clocks.times(id, self.value(id))

    @cached_property
    def next_questions(self) -> list[tuple[str, int]]:
        """Open facts and the worth of what each alone would settle, best first.

        Facts that settle nothing alone come after, those that most conclusions wait for first.
        """
        return self.pack.question_ranking(self.program).ranked(self.explanation, self._answered)

    def _answered(self, name: str) -> bool:
        s = self.situation
        if name in s.spans:
            return s.spans[name][0] == s.spans[name][1]
        if name in s.masks:
            return s.masks[name].bit_count() == 1
        return name in s.bits and self.ruleset.facts[name].type == "yes_no"

    def _names(self, leaves: int) -> list[str]:
        found = self._named.get(leaves)
        if found is None:
            found = self._named[leaves] = self.pack.fact_names(self.program)[0].told(leaves)
        return found

    def as_dict(
        self, lang: str = "en", include: str | Iterable[str] = (), most: int | None = None
    ) -> dict[str, Any]:
        """The result as plain JSON-ready data: ids, values and what they turn on.

        ``include`` (``texts``, ``changes``) adds names, texts and provisions in ``lang``, and what
        would turn each conclusion. No more than ``most`` facts are named as what a conclusion turns
        on (five without texts, all with, unless said); 0 names all. Raises InputError for a part
        that there is not.
        """
        return self.pack.serialize(self, lang, include, most)
