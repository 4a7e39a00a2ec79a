# SPDX-License-Identifier: EUPL-1.2
"""What a settled answer rests on, what an open one waits for, and which answers alone settle it.

Sets of leaves are integers (bit n is leaf n), and sets of answers to leaves too (bit 2n: leaf n
yes, bit 2n+1: leaf n no), so that the union over a whole subtree is one operation and every node
is visited once.

Most nodes of one person are as they are for somebody of whom nothing but the day is known. Given
that ``base``, only what rests on a leaf that differs from it is worked out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

from samvern.law.evaluation import AND, AT_LEAST, IMPLIED, LEAF, NOT, OR, PRESUMED, RULE
from samvern.law.program import CompiledProgram
from samvern.law.truth import Truth

LeafAnswers = int
"""A set of answers to leaves: bit 2n says yes to leaf n, bit 2n+1 says no."""
Settlers = tuple[LeafAnswers, LeafAnswers]
NOTHING: Settlers = (0, 0)


class Justification:
    """Proofs, gaps and settling answers of one person's evaluation.

    ``changed``: the leaves whose values are not those of ``base``.
    """

    def __init__(
        self, program: CompiledProgram, certain: list[int], possible: list[int],
        base: Self | None = None, changed: int = 0,
    ) -> None:  # fmt: skip
        self.program, self.certain, self.possible = program, certain, possible
        self.base, self.changed = base, changed
        self._count = len(program.leaves)
        self._proofs: dict[int, int] = {}
        self._missing: dict[int, int] = {}
        self._settlers: dict[int, Settlers] = {}

    def truth(self, node: int) -> Truth:
        """The value of a node."""
        return Truth.of((self.certain[node], self.possible[node]))

    def like(self, node: int) -> Self | None:
        """Whose explanation of a node holds here too, as no leaf below it differs."""
        return None if self.program.cones[node] & self.changed else self.base

    def proof(self, node: int) -> tuple[int, int]:
        """Leaves and rules (bit k: rule with place k) that make a settled node what it is."""
        found = self.proven(node)
        return found & (1 << self._count) - 1, found >> self._count

    def proven(self, node: int) -> int:
        """The same as one number, the rules above the leaves."""
        found = self._proofs.get(node)
        if found is None:
            base = self.like(node)
            found = self._proofs[node] = base.proven(node) if base else self._proof(node)
        return found

    def _proof(self, node: int) -> int:
        value = self.certain[node]
        if value != self.possible[node]:
            return 0
        op, _, k = self.program.code[node]
        if op == LEAF:
            return 1 << k
        found = 0
        for arg in self._resting(node, value):
            found |= self.proven(arg)
        return found | 1 << self._count + self.program.nodes[node].k if op == RULE else found

    def _resting(self, node: int, value: int) -> tuple[int, ...] | list[int]:
        """The arguments that a settled node rests on."""
        op, args, _ = self.program.code[node]
        certain, possible = self.certain, self.possible
        if op in (AND, OR, AT_LEAST):
            return [a for a in args if certain[a] == possible[a] == value]
        if op in (IMPLIED, PRESUMED):
            explicit, inside, outside = args
            if certain[explicit] == possible[explicit]:
                return (explicit,)
            return (inside if value else outside,)
        return args

    def missing(self, node: int) -> int:
        """Leaves whose answer an open node waits for."""
        found = self._missing.get(node)
        if found is None:
            base = self.like(node)
            found = self._missing[node] = base.missing(node) if base else self._find_missing(node)
        return found

    def _find_missing(self, node: int) -> int:
        certain, possible = self.certain, self.possible
        if certain[node] == possible[node]:
            return 0
        op, args, k = self.program.code[node]
        if op == LEAF:
            return 1 << k
        if op in (IMPLIED, PRESUMED):
            return self.missing(args[0])
        leaves = 0
        for arg in args:
            if certain[arg] != possible[arg]:
                leaves |= self.missing(arg)
        return leaves

    def settlers(self, node: int) -> Settlers:
        """Single answers that alone make an open node yes, and those that alone make it no."""
        found = self._settlers.get(node)
        if found is None:
            base = self.like(node)
            found = base.settlers(node) if base else self._find_settlers(node)
            self._settlers[node] = found
        return found

    def _find_settlers(self, node: int) -> Settlers:
        certain, possible = self.certain, self.possible
        if certain[node] == possible[node]:
            return NOTHING
        op, args, k = self.program.code[node]
        if op == LEAF:
            return 1 << 2 * k, 2 << 2 * k
        if op == NOT:
            to_yes, to_no = self.settlers(args[0])
            return to_no, to_yes
        if op in (RULE, IMPLIED, PRESUMED):
            return self.settlers(args[0])
        open_ = [self.settlers(a) for a in args if certain[a] != possible[a]]
        if op == AT_LEAST:
            return _of_some(open_, k - sum([certain[a] for a in args]))
        return _of_all(open_) if op == AND else _of_any(open_)


def _of_all(open_: list[Settlers]) -> Settlers:
    """An answer that makes each of them yes; one that makes any of them no."""
    to_yes, to_no = -1, 0
    for yes, no in open_:
        to_yes &= yes
        to_no |= no
    return to_yes, to_no


def _of_any(open_: list[Settlers]) -> Settlers:
    to_yes, to_no = 0, -1
    for yes, no in open_:
        to_yes |= yes
        to_no &= no
    return to_yes, to_no


def _of_some(open_: list[Settlers], needed: int) -> Settlers:
    """Of ``needed`` more: all that are open, any one of them, or too many for one answer."""
    all_, any_ = _of_all(open_), _of_any(open_)
    if needed == len(open_):
        return (all_[0] | any_[0] if needed == 1 else all_[0]), all_[1]
    return (any_[0], any_[1]) if needed == 1 else NOTHING


def together(places: Iterable[int]) -> int:
    """The number in which just these bits are set."""
    number = 0
    for place in places:
        number |= 1 << place
    return number


def bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low
