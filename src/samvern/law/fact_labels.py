# SPDX-License-Identifier: EUPL-1.2
"""Leaves in words: what is known about a fact, and what it would have to be."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import Any

from samvern.law.justification import LeafAnswers, bits
from samvern.law.localization import localized, localized_word, show_day, show_number, show_span
from samvern.law.model import Fact, RuleSet
from samvern.law.program import (
    MIRRORED,
    BitLeaf,
    ChoiceLeaf,
    CompareLeaf,
    CompiledProgram,
    ConstValue,
    FactValue,
)
from samvern.law.situation import Situation
from samvern.law.spans import Spans

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_FEW = 3  # a way that takes more changes than this is shown only when no shorter one is known


def known_in_words(
    ruleset: RuleSet, situation: Situation, facts: Iterable[str], lang: str
) -> list[dict[str, str]]:
    """What is known about each of ``facts`` (``fact`` or ``fact.option``)."""
    found = []
    for name in facts:
        fact, option = split_name(ruleset, name)
        if fact is None:
            continue
        value = _value(fact, option, situation, lang)
        label = localized(fact.label, lang)
        found.append({"fact": name, "label": label, "value": value})
    return found


def split_name(ruleset: RuleSet, name: str) -> tuple[Fact | None, str]:
    """A fact's name and option apart."""
    if name in ruleset.facts:
        return ruleset.facts[name], ""
    head, _, tail = name.rpartition(".")
    return ruleset.facts.get(head), tail


def _value(fact: Fact, option: str, situation: Situation, lang: str) -> str:
    if fact.type in ("number", "date"):
        span = situation.spans.get(fact.id, (-inf, inf))
        return show_span(span, fact.type, fact.unit, lang)
    if fact.type == "choice":
        mask = situation.masks.get(fact.id)
        return localized_word("unknown", lang) if mask is None else _options(fact, mask, lang)
    has, lacks = situation.bits.get(fact.id, (0, 0))
    bit = fact.places[option] if option else 0
    state = "yes" if has >> bit & 1 else "no" if lacks >> bit & 1 else "unknown"
    if not option:
        return localized_word(state, lang)
    name = localized(fact.options[bit].label, lang)
    return name if state == "yes" else f"{name}: {localized_word(state, lang)}"


def _options(fact: Fact, mask: int, lang: str) -> str:
    names = [localized(o.label, lang) for n, o in enumerate(fact.options) if mask >> n & 1]
    return f" {localized_word('or', lang)} ".join(names)


def leaf_names(ruleset: RuleSet, program: CompiledProgram, leaf: int) -> list[str]:
    """The facts a leaf looks at, sets with their option."""
    this = program.leaves[leaf]
    if isinstance(this, BitLeaf) and ruleset.facts[this.fact].type == "set":
        return [f"{this.fact}.{ruleset.facts[this.fact].options[this.bit].id}"]
    return list(program.facts_of_leaf[leaf])


class AnswerChanges:
    """Turns sets of answers into words of one language; drops those that contradict themselves."""

    def __init__(
        self, ruleset: RuleSet, program: CompiledProgram, spans: Spans, lang: str,
        said: dict[tuple[Any, ...], Any],
    ) -> None:  # fmt: skip
        """``said``: what the pack says to everybody, made once."""
        self.ruleset, self.program, self.spans, self.lang = ruleset, program, spans, lang
        self.said = said
        self.described: dict[LeafAnswers, list[dict[str, str]] | None] = {}

    def shortest(self, ways: Iterable[LeafAnswers], limit: int) -> list[list[dict[str, str]]]:
        """Up to ``limit`` ways in words, fewest changes first; long ones only when all are long."""
        found: list[list[dict[str, str]]] = []
        for way in ways:
            words = self.describe(way)
            if words and (len(words) <= _FEW or not found):
                found.append(words)
            if len(found) == limit:
                break
        found.sort(key=len)
        return [way for way in found if len(way) <= _FEW] or found[:1]

    def describe(self, answers: LeafAnswers) -> list[dict[str, str]] | None:
        """One entry a fact, or None when no situation could give all these answers."""
        if answers not in self.described:
            self.described[answers] = self._one_tick(answers) or self._describe(answers)
        return self.described[answers]

    def _one_tick(self, answers: LeafAnswers) -> list[dict[str, str]] | None:
        """The words of a single answer about a yes or no, or one option: the same for everybody."""
        if answers.bit_count() != 1:
            return None
        place = answers.bit_length() - 1
        leaf = self.program.leaves[place // 2]
        if not isinstance(leaf, BitLeaf):
            return None
        key = (self.lang, leaf, place % 2)
        if key not in self.said:
            self.said[key] = [self._ticked(leaf.fact, place % 2 == 0, 1 << leaf.bit)]
        found: list[dict[str, str]] = self.said[key]
        return found

    def _describe(self, answers: LeafAnswers) -> list[dict[str, str]] | None:
        masks: dict[str, int] = {}
        ticks: dict[tuple[str, bool], int] = {}
        limits: dict[str, list[tuple[str, int, int]]] = {}
        for place in bits(answers):
            number, positive = place // 2, place % 2 == 0
            leaf = self.program.leaves[number]
            if isinstance(leaf, ChoiceLeaf):
                allowed = leaf.mask if positive else ~leaf.mask
                masks[leaf.fact] = masks.get(leaf.fact, self._all(leaf.fact)) & allowed
            elif isinstance(leaf, BitLeaf):
                key = (leaf.fact, positive)
                ticks[key] = ticks.get(key, 0) | 1 << leaf.bit
            else:
                self._limit(limits, number, leaf, positive)
        if not all(masks.values()) or not self._possible(limits):
            return None
        entries = [self._ticked(fact, positive, mask) for (fact, positive), mask in ticks.items()]
        entries += [self._choice(fact, mask) for fact, mask in masks.items()]
        return entries + [self._limits(fact, found) for fact, found in limits.items()]

    def _all(self, fact: str) -> int:
        return (1 << len(self.ruleset.facts[fact].options)) - 1

    def _ticked(self, id: str, positive: bool, mask: int) -> dict[str, str]:
        fact, lang = self.ruleset.facts[id], self.lang
        label = localized(fact.label, lang)
        if fact.type == "yes_no":
            return _entry(id, label, localized_word("yes" if positive else "no", lang))
        names = ", ".join(
            localized(o.label, lang) for n, o in enumerate(fact.options) if mask >> n & 1
        )
        if positive:
            one = next(o.id for n, o in enumerate(fact.options) if mask >> n & 1)
            return _entry(f"{id}.{one}" if mask.bit_count() == 1 else id, label, names)
        none = localized_word("none", lang)
        return _entry(
            id, label, none if mask == self._all(id) else f"{localized_word('not', lang)} {names}"
        )

    def _choice(self, id: str, mask: int) -> dict[str, str]:
        fact, lang = self.ruleset.facts[id], self.lang
        label, left_out = localized(fact.label, lang), self._all(id) & ~mask
        if left_out.bit_count() < mask.bit_count():
            return _entry(
                id, label, f"{localized_word('not', lang)} {_options(fact, left_out, lang)}"
            )
        return _entry(id, label, _options(fact, mask, lang))

    def _limit(
        self,
        limits: dict[str, list[tuple[str, int, int]]],
        number: int,
        leaf: CompareLeaf,
        positive: bool,
    ) -> None:
        op, left, right = leaf.op, leaf.left, leaf.right
        if not isinstance(self.program.values[left], FactValue):
            op, left, right = MIRRORED[op], right, left
        if not positive:
            op = _OPPOSITE.get(op, "!=")
        value = self.program.values[left]
        name = value.fact if isinstance(value, FactValue) else self.program.facts_of_leaf[number][0]
        limits.setdefault(name, []).append((op, left, right))

    def _possible(self, limits: dict[str, list[tuple[str, int, int]]]) -> bool:
        """Whether the limits on each fact leave it any value."""
        for found in limits.values():
            low, high = -inf, inf
            for op, _, right in found:
                bound = self.spans.of(right)
                low = max(low, bound[0]) if op in (">", ">=", "=") else low
                high = min(high, bound[1]) if op in ("<", "<=", "=") else high
            strict = any(op in ("<", ">") for op, _, _ in found)
            if low > high or (low == high and strict and low not in (-inf, inf)):
                return False
        return True

    def _limits(self, id: str, found: list[tuple[str, int, int]]) -> dict[str, str]:
        fact, lang = self.ruleset.facts.get(id), self.lang
        sort = fact.type if fact else "date"
        parts = [
            self._bound(op, right, sort, fact.unit if fact else "", lang) for op, _, right in found
        ]
        return _entry(
            id, localized(fact.label, lang) if fact else id, ", ".join(dict.fromkeys(parts))
        )

    def _bound(self, op: str, right: int, sort: str, unit: str, lang: str) -> str:
        low, high = self.spans.of(right)
        value, shown = self.program.values[right], ""
        if isinstance(value, ConstValue) or low == high:
            shown = show_day(low, lang) if sort == "date" else show_number(low, unit, lang)
        else:
            shown = show_span((low, high), sort, unit, lang)
        prefix = "d" if sort == "date" else ""
        if op == "!=":
            return f"{localized_word('not', lang)} {shown}"
        return f"{localized_word(prefix + op, lang)} {shown}"


def _entry(fact: str, label: str, to: str) -> dict[str, str]:
    return {"fact": fact, "label": label, "to": to}
