# SPDX-License-Identifier: EUPL-1.2
"""A pack ready to answer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from samvern.law.births import BORN, last_day, refuse_birth, refuse_span
from samvern.law.brief_result import PARTS, read_include
from samvern.law.compiling import compile_ruleset
from samvern.law.errors import InputError
from samvern.law.evaluation import changed_leaves, dated_leaves, evaluate, person_leaves, update
from samvern.law.explanation import Explanation
from samvern.law.expr import Expr
from samvern.law.expression_names import BUILT_IN_FACTS
from samvern.law.fact_labels import leaf_names, split_name
from samvern.law.fact_names import FactNames
from samvern.law.justification import together
from samvern.law.loading import find_pack, overlay, read_ruleset
from samvern.law.model import Rule, RuleSet, Step
from samvern.law.program import CompiledProgram
from samvern.law.question_ranking import QuestionRanking
from samvern.law.result import Result
from samvern.law.serialization import serialize_result
from samvern.law.short_reasons import ShortReasons
from samvern.law.situation import Span, read_day, read_situation, read_span
from samvern.law.spans import Spans
from samvern.law.truth import Truth

_BASES_KEPT = 64
_FIELDS = ("id", "facts", "asked_on", "event_on", "known_on", "pack", "lang")


class Pack:
    """A checked, compiled pack. Thread-safe: what is worked out later is the same for everybody.

    ``said``: what it says to everybody, by language; nothing in it is of a person.
    """

    def __init__(self, ruleset: RuleSet, questions: Mapping[str, Expr] | None = None) -> None:
        """``questions``: expressions asked of everybody, read with ``Result.concerns``."""
        self.ruleset = ruleset
        self.rules_by_kind: dict[str, list[Rule]] = {}
        for rule in ruleset.rules.values():
            self.rules_by_kind.setdefault(rule.kind, []).append(rule)
        self.in_order = {
            kind: sorted(rules, key=lambda rule: rule.order)
            for kind, rules in self.rules_by_kind.items()
        }
        self.program = compile_ruleset(ruleset, questions=questions)
        self.asked = {fact for step in ruleset.steps for fact in step.facts} or set(ruleset.facts)
        self.said: dict[tuple[Any, ...], Any] = {}
        told = (v.known_from for rule in ruleset.rules.values() for v in rule.versions)
        self._learnt = sorted({day for day in told if day})
        self._known: dict[int, CompiledProgram] = {}
        self._first: dict[int, Explanation] = {}
        self._fixed: dict[int, int] = {}
        self._names: dict[int, tuple[FactNames, FactNames]] = {}
        self._asking: dict[int, QuestionRanking] = {}
        self._bases: dict[tuple[int, Span], ShortReasons] = {}

    @property
    def id(self) -> str:
        """The pack's name."""
        return self.ruleset.id

    def known(self, known_on: date | None) -> CompiledProgram:
        """The program as it was known on a day: one for each day on which the pack learnt more."""
        learnt = bisect_right(self._learnt, known_on) if known_on else len(self._learnt)
        if learnt == len(self._learnt):
            return self.program
        if learnt not in self._known:
            self._known[learnt] = compile_ruleset(self.ruleset, known_on)
        return self._known[learnt]

    def assess(
        self, facts: Mapping[str, Any], *, asked_on: date,
        event_on: object = None, known_on: date | None = None,
    ) -> Result:  # fmt: skip
        """What the pack concludes about ``facts`` on the day ``asked_on``.

        ``event_on``: the day of the event, ``{"min", "max"}`` when not known exactly, None while it
        still goes on (then the day asked). ``known_on``: leave out what the pack learnt later.
        Raises InputError, also when facts contradict each other.
        """
        situation = read_situation(self.ruleset, facts)
        asked = read_span("asked_on", asked_on)
        event = asked if event_on is None else read_span("event_on", event_on)
        if BORN in situation.spans:
            refuse_span(situation.spans[BORN], facts[BORN], last_day(asked))
        situation.spans |= {"asked_on": asked, "event_on": event}
        program = self.known(known_on)
        base = self.nothing_told(program, asked).explanation
        told = situation.given if event == asked else [*situation.given, "event_on"]
        leaves, spans = person_leaves(program, situation, told, self.ruleset.holidays)
        changed = changed_leaves(program, base, leaves)
        planes = update(program, base, changed)
        self._refuse_contradiction(program, planes)
        dates = {"asked_on": asked_on, "event_on": event_on, "known_on": known_on}
        return Result(self, situation, dates, planes, spans, base, changed, leaves)

    def assess_record(
        self, record: Mapping[str, Any], *, asked_on: date, today: date | None = None
    ) -> Result:
        """As ``assess``, for one JSON object; ``asked_on`` is used when the record has none.

        With ``today`` nobody may be born after it, even when a later day is asked about.
        """
        if not isinstance(record, Mapping):
            raise InputError("person", record, "must be an object with facts")
        for field in record:
            if field not in _FIELDS:
                raise InputError(
                    str(field)[:60], record[field], "is not a field", f"use {', '.join(_FIELDS)}"
                )
        known_on = record.get("known_on")
        if today and isinstance(record.get("facts"), Mapping):
            refuse_birth(record["facts"], today)
        return self.assess(
            record.get("facts", {}),
            asked_on=read_day("asked_on", record.get("asked_on") or asked_on),
            event_on=record.get("event_on"),
            known_on=read_day("known_on", known_on) if known_on else None,
        )

    def replay(self, stored: Mapping[str, Any]) -> Result:
        """The result that a stored ``as_dict`` came from. Raises InputError for another pack."""
        stamp = stored.get("pack")
        if not isinstance(stamp, Mapping) or stamp.get("hash") != self.ruleset.hash:
            found = stamp.get("hash") if isinstance(stamp, Mapping) else stamp
            do = "load the version it names to replay it"
            raise InputError(
                "pack.hash", found, f"is not this pack ({self.ruleset.hash[:12]}…)", do
            )
        record = {key: stamp.get(key) for key in ("asked_on", "event_on", "known_on")}
        asked_on = read_day("pack.asked_on", record.pop("asked_on"))
        return self.assess_record({"facts": stored.get("facts", {}), **record}, asked_on=asked_on)

    def replayed(self, stored: Mapping[str, Any], lang: str) -> dict[str, Any]:
        """A stored ``as_dict`` made again in its own shape. Raises InputError for another pack."""
        most = stored.get("most_told", 0)  # stored while every fact was named
        again = self.replay(stored).as_dict(lang, stored.get("include", PARTS), most)
        if "include" not in stored:  # stored while everything was always told
            del again["include"]
        return again

    def nothing_told(self, program: CompiledProgram, asked: Span) -> ShortReasons:
        """Everything while only the day asked is known; kept, since many ask on one day.

        The key holds nothing that somebody said of a person, the day of the event included.
        """
        key = (id(program), asked)
        if key not in self._bases:
            if len(self._bases) >= _BASES_KEPT:
                self._bases.clear()
            base = self._on_a_day(program, asked)
            questions = self.question_ranking(program).ranked(base)
            places = {name: place for place, (name, _) in enumerate(questions)}
            self._bases[key] = ShortReasons(self.fact_names(program), base, places)
        return self._bases[key]

    def _on_a_day(self, program: CompiledProgram, asked: Span) -> Explanation:
        """Unexplained: all of it on the first day asked, of others what differs from that."""
        dates = Spans(program, {"asked_on": asked, "event_on": asked}, self.ruleset.holidays)
        leaves, fixed = dated_leaves(program, dates), self.fixed(program)
        first = self._first.get(id(program))
        if first is None:
            first = Explanation(program, *evaluate(program, leaves, 1), fixed)
            self._first[id(program)] = first
            return first
        changed = changed_leaves(program, first, dict(enumerate(leaves)))
        planes = update(program, first, changed)
        return Explanation(program, *planes, fixed, first, together(changed))

    def _refuse_contradiction(
        self, program: CompiledProgram, planes: tuple[list[int], list[int]]
    ) -> None:
        certain, possible = planes
        for number in program.implied:
            if certain[number] and not possible[number]:
                leaf = program.nodes[program.nodes[number].args[0]].args[0]
                fact = program.facts_of_leaf[leaf][0]
                raise InputError(
                    fact, "", "contradicts what the other facts imply", "correct one of them"
                )

    def relevant_steps(
        self, facts: Mapping[str, Any], *, asked_on: date, event_on: object = None
    ) -> list[tuple[Step, Truth]]:
        """The guide's steps and whether each concerns this situation. Raises InputError."""
        result = self.assess(facts, asked_on=asked_on, event_on=event_on)
        return [(step, result.concerns(step.id)) for step in self.ruleset.steps]

    def fixed(self, program: CompiledProgram) -> int:
        """Leaves that no new fact can change, because they look at the two dates alone."""
        if id(program) not in self._fixed:
            self._fixed[id(program)] = sum(
                1 << number
                for number, facts in enumerate(program.facts_of_leaf)
                if all(fact in BUILT_IN_FACTS for fact in facts)
            )
        return self._fixed[id(program)]

    def fact_names(self, program: CompiledProgram) -> tuple[FactNames, FactNames]:
        """The facts each leaf looks at, sets with their option, and the same without options.

        The two dates are left out.
        """
        if id(program) not in self._names:
            names = [
                [
                    name
                    for name in leaf_names(self.ruleset, program, leaf)
                    if split_name(self.ruleset, name)[0]
                ]
                for leaf in range(len(program.leaves))
            ]
            heads = [[name.partition(".")[0] for name in found] for found in names]
            self._names[id(program)] = (FactNames(names), FactNames(heads))
        return self._names[id(program)]

    def question_ranking(self, program: CompiledProgram) -> QuestionRanking:
        """What the guide would ask about each leaf, and which rules an answer may settle."""
        if id(program) not in self._asking:
            asked = [[f for f in facts if f in self.asked] for facts in program.facts_of_leaf]
            rules = [(rule.kind, program.rules[rule.id]) for rule in self.ruleset.rules.values()]
            self._asking[id(program)] = QuestionRanking(asked, rules)
        return self._asking[id(program)]

    def serialize(
        self, result: Result, lang: str, include: str | Iterable[str] = (), most: int | None = None
    ) -> dict[str, Any]:
        """A result as JSON-ready data. Raises InputError for a part that there is not."""
        return serialize_result(result, lang, read_include(include), most)

    def stamp(self, dates: Mapping[str, Any]) -> dict[str, Any]:
        """Which pack answered, and for which dates: what a replay needs."""
        read_on = self.ruleset.law_read_on
        return {
            "id": self.ruleset.id,
            "version": self.ruleset.version,
            "hash": self.ruleset.hash,
            "law_read_on": read_on.isoformat() if read_on else None,
            **{key: _plain(value) for key, value in dates.items()},
        }

    def with_reform(self, file: Path) -> Pack:
        """This pack with a reform written over it. Raises PackError."""
        return Pack(overlay(self.ruleset, file))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


@lru_cache(maxsize=8)
def _load(folder: Path) -> Pack:
    return Pack(read_ruleset(folder))


def load_pack(name: str | Path = "norway") -> Pack:
    """The pack called ``name``, or in the folder ``name``. Raises PackError with every problem."""
    return _load(find_pack(name).resolve())
