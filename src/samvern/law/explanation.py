# SPDX-License-Identifier: EUPL-1.2
"""What would turn an answer: the smallest sets of answers that make it what it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Self

from samvern.law.evaluation import (
    AND,
    IMPLIED,
    LEAF,
    NOT,
    OR,
    PRESUMED,
    RULE,
    YES,
    again,
    evaluate,
)
from samvern.law.justification import Justification, LeafAnswers, bits
from samvern.law.program import CompiledProgram
from samvern.law.truth import Planes

Turn = tuple[int, bool]
"""A node, and what it should become."""
MOST_TRIED = 6
"""Of so many ways to turn a node, the smallest, it is tried in one pass whether they do it."""


class Tried(NamedTuple):
    """Every node once for each of some sets of answers: set ``columns[s]`` is that bit."""

    columns: Mapping[LeafAnswers, int]
    certain: list[int]
    possible: list[int]


class Explanation(Justification):
    """Explains the nodes of one person's evaluation.

    ``fixed``: leaves that no answer can change.
    """

    def __init__(
        self, program: CompiledProgram, certain: list[int], possible: list[int], fixed: int,
        base: Self | None = None, changed: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(program, certain, possible, base, changed)
        self.fixed = fixed
        self.evens = (4 ** len(program.leaves) - 1) // 3  # bits 0, 2, 4 …
        self._turns: dict[Turn, LeafAnswers | None] = {}
        self._ways: dict[Turn, list[LeafAnswers]] = {}
        self._tried = Tried({}, [], [])

    def turns(self, node: int, want: bool) -> Iterator[LeafAnswers]:
        """Sets of answers that would make ``node`` what ``want`` says, the smallest first."""
        for answers in self._found(node, want):
            if not self.program.on_presumption[node] or self._does_turn(node, want, answers):
                yield answers

    def _found(self, node: int, want: bool) -> list[LeafAnswers]:
        """What may turn a node, the smallest first."""
        ways = self._ways.get((node, want))
        if ways is None:
            best = self._turn(node, want)
            others: set[LeafAnswers] = set()
            self._alternatives(node, want, others)
            ways = sorted(others - {best}, key=lambda answers: (answers.bit_count(), answers))
            self._ways[node, want] = ways = [best, *ways] if best else ways
        return ways

    def try_out(self, turns: Iterable[Turn]) -> None:
        """Try what may turn many nodes in one pass, before ``turns`` asks of each by itself."""
        columns: dict[LeafAnswers, int] = {}
        for node, want in turns:
            if self.program.on_presumption[node]:
                for answers in self._found(node, want)[:MOST_TRIED]:
                    columns.setdefault(answers, len(columns))
        everyone = (1 << len(columns)) - 1
        leaves = self._answered(columns, everyone)
        self._tried = Tried(columns, *evaluate(self.program, leaves, everyone))

    def _answered(self, columns: Mapping[LeafAnswers, int], everyone: int) -> list[Planes]:
        """The leaves of one person once for each column, with the answers of that column."""
        certain = [self.certain[node] * everyone for node in self.program.node_of_leaf]
        possible = [self.possible[node] * everyone for node in self.program.node_of_leaf]
        for answers, column in columns.items():
            for place in bits(answers):
                for plane in (certain, possible):
                    if place % 2:
                        plane[place // 2] &= ~(1 << column)
                    else:
                        plane[place // 2] |= 1 << column
        return list(zip(certain, possible, strict=True))

    def _does_turn(self, node: int, want: bool, answers: LeafAnswers) -> bool:
        """Whether these answers do it: one that ends a presumption may undo what another did."""
        column = self._tried.columns.get(answers)
        if column is not None:
            planes = self._tried.certain[node], self._tried.possible[node]
            return planes[0] >> column & 1 == planes[1] >> column & 1 == want
        leaves = [(place // 2, 1 - place % 2) for place in bits(answers)]
        told = _union(1 << leaf for leaf, _ in leaves)
        certain = {self.program.node_of_leaf[leaf]: yes for leaf, yes in leaves}
        possible = certain.copy()
        self._answer(node, told, certain, possible)
        return certain[node] == possible[node] == want

    def _answer(
        self, node: int, told: int, certain: dict[int, int], possible: dict[int, int]
    ) -> None:
        """Put a node's value into ``certain`` and ``possible``, given other answers to leaves."""
        if node in certain:
            return
        if not self.program.cones[node] & told:
            certain[node], possible[node] = self.certain[node], self.possible[node]
            return
        for arg in self.program.code[node][1]:
            self._answer(arg, told, certain, possible)
        certain[node], possible[node] = again(self.program.code[node], certain, possible)

    def _alternatives(self, node: int, want: bool, found: set[LeafAnswers]) -> None:
        """Add other ways than the smallest: one for each part that alone would turn the node."""
        op, args, k = self.program.code[node]
        if op == NOT:
            self._alternatives(k, not want, found)
        elif op == RULE:
            self._alternatives(k, want, found)
        elif op == (OR if want else AND):
            for arg in args:
                self._alternatives(arg, want, found)
        elif op in (AND, OR) and (hinge := self._hinge(args, want)) is not None:
            self._alternatives(hinge, want, found)
        elif answers := self._turn(node, want):
            found.add(answers)

    def _hinge(self, args: tuple[int, ...], want: bool) -> int | None:
        """The one argument that is not yet what is wanted, if there is exactly one."""
        hinge = None
        for arg in args:
            if self._turn(arg, want) != 0:
                if hinge is not None:
                    return None
                hinge = arg
        return hinge

    def _turn(self, node: int, want: bool) -> LeafAnswers | None:
        """A smallest set of answers that makes ``node`` so; None when dates alone could."""
        if self.certain[node] == self.possible[node] == want:
            return 0
        key = (node, want)
        if key not in self._turns:
            base = self.like(node)
            self._turns[key] = base._turn(node, want) if base else self._find_turn(node, want)
        return self._turns[key]

    def _find_turn(self, node: int, want: bool) -> LeafAnswers | None:
        op, args, k = self.program.code[node]
        if op == LEAF:
            return None if self.fixed >> k & 1 else (1 if want else 2) << 2 * k
        if op == YES:
            return None
        if op == NOT:
            return self._turn(k, not want)
        if op == RULE:
            return self._turn(k, want)
        if op == IMPLIED:
            return self._turn_implied(args, want)
        if op == PRESUMED:
            return self._turn_presumed(args, want)
        needed = len(args) if op == AND else 1 if op == OR else k
        return self._turn_some(args, needed if want else len(args) - needed + 1, want)

    def _turn_implied(self, args: tuple[int, ...], want: bool) -> LeafAnswers | None:
        """A new answer of its own, or new facts that imply one; both where they contradict."""
        explicit, inside, outside = args
        towards, against = (inside, outside) if want else (outside, inside)
        own = self._turn(explicit, want)
        answered = self.certain[explicit] == self.possible[explicit]
        if not self.certain[against]:
            return own if answered else _smaller(own, self._turn(towards, True))
        parts = [self._turn(towards, True), self._turn(against, False), own if answered else 0]
        return None if None in parts else self._together([p for p in parts if p is not None])

    def _turn_presumed(self, args: tuple[int, ...], want: bool) -> LeafAnswers | None:
        """An answer of its own, or while there is none the facts it is presumed from."""
        own, inside, outside = args
        towards, against = (inside, outside) if want else (outside, inside)
        answer = self._turn(own, want)
        if self.certain[own] == self.possible[own] or self.certain[against]:
            return answer
        return _smaller(answer, self._turn(towards, True))

    def _turn_some(self, args: tuple[int, ...], needed: int, want: bool) -> LeafAnswers | None:
        """The cheapest way for as many arguments as it takes."""
        ways = [way for a in args if (way := self._turn(a, want)) is not None]
        if len(ways) < needed:
            return None
        if needed == 1:
            return min(ways, key=int.bit_count)
        if needed < len(ways):
            ways.sort(key=int.bit_count)
        return self._together(ways[:needed])

    def _together(self, ways: list[LeafAnswers]) -> LeafAnswers | None:
        """All of them at once; None when they would answer one question both ways."""
        answers = _union(ways)
        return None if answers & (answers >> 1) & self.evens else answers


def _union(sets: Iterable[int]) -> int:
    union = 0
    for one in sets:
        union |= one
    return union


def _common(sets: list[int]) -> int:
    common = sets[0] if sets else 0
    for one in sets[1:]:
        common &= one
    return common


def _smaller(a: LeafAnswers | None, b: LeafAnswers | None) -> LeafAnswers | None:
    if a is None or b is None:
        return b if a is None else a
    return a if a.bit_count() <= b.bit_count() else b
