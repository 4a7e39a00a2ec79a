# SPDX-License-Identifier: EUPL-1.2
"""Why an answer is what it is, what it lacks, and what would turn it.

Sets of leaves are integers (bit n is leaf n), and sets of answers to leaves too (bit 2n: leaf n
yes, bit 2n+1: leaf n no), so that the union over a whole subtree is one operation and every node
is visited once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samvern.law.evaluation import update
from samvern.law.program import Op, Program
from samvern.law.truth import Truth

Answers = int
"""A set of answers to leaves: bit 2n says yes to leaf n, bit 2n+1 says no."""


class Explanation:
    """Explains the nodes of one person's evaluation."""

    def __init__(
        self, program: Program, certain: list[int], possible: list[int], fixed: int
    ) -> None:
        self.program, self.certain, self.possible = program, certain, possible
        self.fixed = fixed
        self.evens = (4 ** len(program.leaves) - 1) // 3  # bits 0, 2, 4 …
        self._proofs: dict[int, tuple[int, int]] = {}
        self._missing: dict[int, int] = {}
        self._settlers: dict[int, tuple[Answers, Answers]] = {}
        self._turns: dict[tuple[int, bool], Answers | None] = {}

    def truth(self, node: int) -> Truth:
        """The value of a node."""
        return Truth.of((self.certain[node], self.possible[node]))

    def proof(self, node: int) -> tuple[int, int]:
        """Leaves and rules (bit k: rule with place k) that make a settled node what it is."""
        found = self._proofs.get(node)
        if found is None:
            found = self._proofs[node] = self._proof(node)
        return found

    def _proof(self, node: int) -> tuple[int, int]:
        if self.certain[node] != self.possible[node]:
            return 0, 0
        this, value = self.program.nodes[node], self.certain[node]
        if this.op is Op.LEAF:
            return 1 << this.args[0], 0
        leaves = rules = 0
        for arg in self._grounds(node, value):
            more_leaves, more_rules = self.proof(arg)
            leaves |= more_leaves
            rules |= more_rules
        return leaves, rules | (1 << this.k if this.op is Op.RULE else 0)

    def _grounds(self, node: int, value: int) -> Iterator[int]:
        """The arguments that a settled node rests on."""
        op, args = self.program.nodes[node].op, self.program.nodes[node].args
        if op in (Op.AND, Op.OR, Op.AT_LEAST):
            yield from (a for a in args if self.certain[a] == self.possible[a] == value)
        elif op in (Op.IMPLIED, Op.PRESUMED):
            explicit, inside, outside = args
            if self.certain[explicit] == self.possible[explicit]:
                yield explicit
            else:
                yield inside if value else outside
        else:
            yield from args

    def missing(self, node: int) -> int:
        """Leaves whose answer an open node waits for."""
        found = self._missing.get(node)
        if found is None:
            found = self._missing[node] = self._find_missing(node)
        return found

    def _find_missing(self, node: int) -> int:
        if self.certain[node] == self.possible[node]:
            return 0
        this = self.program.nodes[node]
        if this.op is Op.LEAF:
            return 1 << this.args[0]
        args = this.args[:1] if this.op in (Op.IMPLIED, Op.PRESUMED) else this.args
        leaves = 0
        for arg in args:
            leaves |= self.missing(arg)
        return leaves

    def settlers(self, node: int) -> tuple[Answers, Answers]:
        """Single answers that alone make an open node yes, and those that alone make it no."""
        found = self._settlers.get(node)
        if found is None:
            found = self._settlers[node] = self._find_settlers(node)
        return found

    def _find_settlers(self, node: int) -> tuple[Answers, Answers]:
        if self.certain[node] == self.possible[node]:
            return 0, 0
        op, args = self.program.nodes[node].op, self.program.nodes[node].args
        if op is Op.LEAF:
            return 1 << 2 * args[0], 2 << 2 * args[0]
        if op is Op.NOT:
            to_yes, to_no = self.settlers(args[0])
            return to_no, to_yes
        if op in (Op.RULE, Op.IMPLIED, Op.PRESUMED):
            return self.settlers(args[0])
        open_ = [self.settlers(a) for a in args if self.certain[a] != self.possible[a]]
        needed = self._needed(node, args)
        to_yes = _union(y for y, _ in open_) if needed == 1 else 0
        to_no = _union(n for _, n in open_) if needed == len(open_) else 0
        if needed == len(open_):
            to_yes = _common([y for y, _ in open_]) | (to_yes if needed == 1 else 0)
        if needed == 1:
            to_no |= _common([n for _, n in open_])
        return to_yes, to_no

    def _needed(self, node: int, args: tuple[int, ...]) -> int:
        """How many more of the open arguments must be yes for the node to be yes."""
        this = self.program.nodes[node]
        if this.op is Op.OR:
            return 1
        if this.op is Op.AND:
            return sum(1 for a in args if self.certain[a] != self.possible[a])
        return this.k - sum(self.certain[a] for a in args)

    def turns(self, node: int, want: bool) -> Iterator[Answers]:
        """Sets of answers that would make ``node`` what ``want`` says, the smallest first."""
        best = self._turn(node, want)
        others = {answers for answers in self._alternatives(node, want) if answers} - {best}
        found = sorted(others, key=lambda answers: (answers.bit_count(), answers))
        for answers in [best, *found] if best else found:
            if not self.program.on_presumption[node] or self._does_turn(node, want, answers):
                yield answers

    def _does_turn(self, node: int, want: bool, answers: Answers) -> bool:
        """Whether these answers do it: one that ends a presumption may undo what another did."""
        leaves = {place // 2: ((1, 1), (0, 0))[place % 2] for place in bits(answers)}
        certain, possible = update(self.program, (self.certain, self.possible), leaves)
        return certain[node] == possible[node] == want

    def _alternatives(self, node: int, want: bool) -> Iterator[Answers]:
        this = self.program.nodes[node]
        if this.op is Op.NOT:
            yield from self._alternatives(this.args[0], not want)
        elif this.op is Op.RULE:
            yield from self._alternatives(this.args[0], want)
        elif this.op is (Op.OR if want else Op.AND):
            for arg in this.args:
                yield from self._alternatives(arg, want)
        elif this.op in (Op.AND, Op.OR) and (hinge := self._hinge(this.args, want)) is not None:
            yield from self._alternatives(hinge, want)
        elif (answers := self._turn(node, want)) is not None:
            yield answers

    def _hinge(self, args: tuple[int, ...], want: bool) -> int | None:
        """The one argument that is not yet what is wanted, if there is exactly one."""
        wrong = [a for a in args if self._turn(a, want) != 0]
        return wrong[0] if len(wrong) == 1 else None

    def _turn(self, node: int, want: bool) -> Answers | None:
        """A smallest set of answers that makes ``node`` so; None when dates alone could."""
        key = (node, want)
        if key not in self._turns:
            self._turns[key] = self._find_turn(node, want)
        return self._turns[key]

    def _find_turn(self, node: int, want: bool) -> Answers | None:
        if self.certain[node] == self.possible[node] == want:
            return 0
        this = self.program.nodes[node]
        if this.op is Op.LEAF:
            leaf = this.args[0]
            return None if self.fixed >> leaf & 1 else (1 if want else 2) << 2 * leaf
        if this.op is Op.YES:
            return None
        if this.op is Op.NOT:
            return self._turn(this.args[0], not want)
        if this.op is Op.RULE:
            return self._turn(this.args[0], want)
        if this.op is Op.IMPLIED:
            return self._turn_implied(this.args, want)
        if this.op is Op.PRESUMED:
            return self._turn_presumed(this.args, want)
        return self._turn_some(node, want)

    def _turn_implied(self, args: tuple[int, ...], want: bool) -> Answers | None:
        """A new answer of its own, or new facts that imply one; both where they contradict."""
        explicit, inside, outside = args
        towards, against = (inside, outside) if want else (outside, inside)
        own = self._turn(explicit, want)
        answered = self.certain[explicit] == self.possible[explicit]
        if not self.certain[against]:
            return own if answered else _smaller(own, self._turn(towards, True))
        parts = [self._turn(towards, True), self._turn(against, False), own if answered else 0]
        return None if None in parts else self._together([p for p in parts if p is not None])

    def _turn_presumed(self, args: tuple[int, ...], want: bool) -> Answers | None:
        """An answer of its own, or while there is none the facts it is presumed from."""
        own, inside, outside = args
        towards, against = (inside, outside) if want else (outside, inside)
        answer = self._turn(own, want)
        if self.certain[own] == self.possible[own] or self.certain[against]:
            return answer
        return _smaller(answer, self._turn(towards, True))

    def _turn_some(self, node: int, want: bool) -> Answers | None:
        """The cheapest way for as many arguments as it takes."""
        this = self.program.nodes[node]
        k = {Op.AND: len(this.args), Op.OR: 1}.get(this.op, this.k)
        needed = k if want else len(this.args) - k + 1
        ways = [way for a in this.args if (way := self._turn(a, want)) is not None]
        if len(ways) < needed:
            return None
        ways.sort(key=int.bit_count)
        return self._together(ways[:needed])

    def _together(self, ways: list[Answers]) -> Answers | None:
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


def _smaller(a: Answers | None, b: Answers | None) -> Answers | None:
    if a is None or b is None:
        return b if a is None else a
    return a if a.bit_count() <= b.bit_count() else b


def bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


class Tally:
    """Counts how often each place is set in many bit sets, in bit-sliced counters.

    ``planes[j]`` holds bit j of every place's count, so adding a set is a ripple of carries over
    all places at once.
    """

    def __init__(self) -> None:
        self.planes: list[int] = []

    def add(self, number: int, level: int = 0) -> None:
        """Count 2**level more in every place of ``number``."""
        while number:
            while level >= len(self.planes):
                self.planes.append(0)
            plane = self.planes[level]
            self.planes[level], number = plane ^ number, plane & number
            level += 1

    def count(self, place: int) -> int:
        """How often ``place`` was set."""
        return sum((plane >> place & 1) << level for level, plane in enumerate(self.planes))

    def places(self) -> Iterator[int]:
        """Every place counted at least once."""
        return bits(_union(self.planes))
