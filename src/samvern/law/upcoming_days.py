# SPDX-License-Identifier: EUPL-1.2
"""The coming days on which an answer may change though nobody says anything new.

Between two steps of a dated parameter everything a pack compares with the day asked moves one way
only, so the days are found by halving, not by asking about each day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from samvern.law.program import CompareLeaf, PiecesValue, facts_of
from samvern.law.result import Result
from samvern.law.situation import Span
from samvern.law.spans import Spans
from samvern.law.truth import Planes


def days_that_may_change(result: Result, until: date) -> list[date]:
    """The days after the one asked, up to and including ``until``, that may change a conclusion.

    Only the passing of time counts: the facts, and the law as the pack knows it, stay as they are.
    """
    asked = result.situation.spans["asked_on"][0]
    first, last = int(asked), until.toordinal()
    if first >= last:
        return []
    sweep = _Sweep(result)
    edges = sorted({first, last, *(day - 1 for day in sweep.steps if first < day <= last)})
    found = {day for day in sweep.steps if first < day <= last}
    for low, high in pairwise(edges):
        found.update(sweep.turns(low + 1 if low + 1 in sweep.steps else low, high))
    return [date.fromordinal(day) for day in sorted(found)]


class _Sweep:
    """One person's comparisons with the day asked, on any day."""

    def __init__(self, result: Result) -> None:
        self.result, self.program = result, result.program
        self.moving = {"asked_on"}
        if result.dates["event_on"] is None:  # what still goes on is dated by the day asked
            self.moving.add("event_on")
        self.straight: list[CompareLeaf] = []
        self.winding: list[CompareLeaf] = []
        for leaf in self._leaves():
            sides = [self.moving & facts_of(self.program, side) for side in (leaf.left, leaf.right)]
            (self.winding if all(sides) else self.straight).append(leaf)
        self.steps = set(self._steps())
        self.days: dict[int, Spans] = {}

    def turns(self, low: int, high: int) -> Iterator[int]:
        """The days in (low, high] on which a comparison comes out otherwise than the day before."""
        for leaf in self.straight:
            yield from self._halve(leaf, low, high)
        for leaf in self.winding:
            for day in range(low + 1, high + 1):
                if self._planes(leaf, day) != self._planes(leaf, day - 1):
                    yield day

    def _halve(self, leaf: CompareLeaf, low: int, high: int) -> Iterator[int]:
        if low >= high or self._planes(leaf, low) == self._planes(leaf, high):
            return
        if high - low == 1:
            yield high
            return
        middle = (low + high) // 2
        yield from self._halve(leaf, low, middle)
        yield from self._halve(leaf, middle, high)

    def _planes(self, leaf: CompareLeaf, day: int) -> Planes:
        if day not in self.days:
            today: dict[str, Span] = dict.fromkeys(self.moving, (day, day))
            spans = {**self.result.situation.spans, **today}
            self.days[day] = Spans(self.program, spans, self.result.ruleset.holidays)
        return self.days[day].compare(leaf)

    def _leaves(self) -> list[CompareLeaf]:
        places = {n for fact in self.moving for n in self.program.leaves_of.get(fact, ())}
        leaves = (self.program.leaves[n] for n in sorted(places))
        return [leaf for leaf in leaves if isinstance(leaf, CompareLeaf)]

    def _steps(self) -> Iterator[int]:
        """The days a dated parameter, or a clock's wording, gets another value."""
        for value in self.program.values:
            if isinstance(value, PiecesValue) and value.dated in self.moving:
                yield from (int(start) for start, _, _ in value.pieces if 1 <= start < 3_000_000)
                yield from (int(end) for _, end, _ in value.pieces if 1 <= end < 3_000_000)
