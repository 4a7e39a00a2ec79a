# SPDX-License-Identifier: EUPL-1.2
"""What each leaf of a program says of somebody, exactly as ``evaluation`` and ``spans`` have it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from samvern.law.program import MIRRORED, BitLeaf, ChoiceLeaf, CompareLeaf, Leaf
from samvern.law.proving.formula import Formula
from samvern.law.proving.order import Order
from samvern.law.proving.symbolic_people import Pair, SymbolicPerson
from samvern.law.proving.terms import PossibleTerm, Terms, ValueTerm, Window, WindowGroup

LOW_END, HIGH_END = 0, 1


@dataclass(frozen=True, slots=True)
class Leaves:
    """Leaves over people."""

    formula: Formula
    order: Order
    terms: Terms

    def of(self, person: SymbolicPerson, leaf: Leaf) -> Pair:
        """The literals of *certainly* and *possibly*."""
        if isinstance(leaf, BitLeaf):
            has, lacks = person.answers[leaf.fact][leaf.bit]
            return has, -lacks
        if isinstance(leaf, ChoiceLeaf):
            return self._chosen(person.open[leaf.fact], leaf.mask)
        return self._compared(person, leaf)

    def _chosen(self, open_: tuple[int, ...], mask: int) -> Pair:
        inside = [literal for place, literal in enumerate(open_) if mask >> place & 1]
        outside = [literal for place, literal in enumerate(open_) if not mask >> place & 1]
        return -self.formula.some(outside), self.formula.some(inside)

    def _compared(self, person: SymbolicPerson, leaf: CompareLeaf) -> Pair:
        op, left, right = leaf.op, leaf.left, leaf.right
        if op in (">", ">="):
            op, left, right = MIRRORED[op], right, left
        groups = (*self.terms.groups(left), *self.terms.groups(right))
        known = self.formula.every([self._covered(person, group) for group in groups])
        certain, possible = self._between(person, left, right, strict=op == "<")
        if op == "=":
            back = self._between(person, right, left, strict=False)
            certain = self.formula.every([certain, back[0]])
            possible = self.formula.every([possible, back[1]])
        return self.formula.every([known, certain]), self.formula.some([-known, possible])

    def _between(self, person: SymbolicPerson, left: int, right: int, *, strict: bool) -> Pair:
        """Whether every, and whether some, value on the left is at most every one on the right."""
        certain, possible = [], []
        for a in self.terms.ways(left):
            for b in self.terms.ways(right):
                touched = self._touched(person, (*a.windows, *b.windows))
                every = self._held(person, a, HIGH_END, b, LOW_END, strict)
                some = self._held(person, a, LOW_END, b, HIGH_END, strict)
                certain.append(self.formula.some([-touched, every]))
                possible.append(self.formula.every([touched, some]))
        return self.formula.every(certain), self.formula.some(possible)

    def _held(
        self,
        person: SymbolicPerson,
        a: PossibleTerm,
        a_end: int,
        b: PossibleTerm,
        b_end: int,
        strict: bool,
    ) -> int:
        left, right = _of(person, a.term, a_end), _of(person, b.term, b_end)
        if strict:
            return -self.order.at_most_value(right, left)
        return self.order.at_most_value(left, right)

    def _touched(self, person: SymbolicPerson, windows: tuple[Window, ...]) -> int:
        parts = []
        for window in windows:
            low, high = (ValueTerm(name) for name in person.ends[window.fact])
            parts.append(self.order.at_most_value(_day(window.start), high))
            parts.append(-self.order.at_most_value(_day(window.end), low))
        return self.formula.every(parts)

    def _covered(self, person: SymbolicPerson, group: WindowGroup) -> int:
        first, last = group.windows[0], group.windows[-1]
        low, high = (ValueTerm(name) for name in person.ends[first.fact])
        inside = self.formula.every(
            [
                self.order.at_most_value(_day(first.start), low),
                -self.order.at_most_value(_day(last.end), high),
                self.formula.some([self._touched(person, (window,)) for window in group.windows]),
            ]
        )
        return self.formula.some([-self._touched(person, group.within), inside])


def _day(value: float) -> ValueTerm:
    return ValueTerm("", (), value)


def _of(person: SymbolicPerson, term: ValueTerm, end: int) -> ValueTerm:
    return replace(term, fact=person.ends[term.fact][end]) if term.fact else term
