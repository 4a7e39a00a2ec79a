# SPDX-License-Identifier: EUPL-1.2
"""Which orders of days and numbers there can be, for a solver that knows only yes and no.

A comparison is a literal. One with a constant bounds its fact, ``fact's place <= p``; those are put
in order as they are made. One of two facts, ``left <= right``, is checked against the calendar when
the solver has chosen: terms only rise with their facts, so the places that satisfy all comparisons
have a lowest and a highest member, found by pushing bounds until nothing moves. Where there is
none, the comparisons that pushed are the reason, and the solver learns it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from samvern.law.proving.comparison_cycles import Fence, find_cycle
from samvern.law.proving.formula import FALSE, TRUE, Formula, holds
from samvern.law.proving.scales import Scale
from samvern.law.proving.terms import Terms, ValueTerm, reach

_MANY = 60  # pushes before asking whether they go in a circle
_MOST = 1_000_000
Reasons = frozenset[int]


class Undecided(Exception):
    """The calendar could not be settled; nothing is proved by that."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound of one fact and the literals it rests on."""

    place: int
    reasons: Reasons


class Contradiction(Exception):
    """These literals cannot hold together."""

    def __init__(self, reasons: Iterable[int]) -> None:
        self.reasons = tuple(sorted(reasons))
        super().__init__()


class Order:
    """The comparisons of a formula."""

    def __init__(self, formula: Formula, terms: Terms, scales: Mapping[str, Scale]) -> None:
        self.formula, self.terms, self.scales = formula, terms, dict(scales)
        self.places: dict[str, list[int]] = {}
        self.literals: dict[tuple[str, int], int] = {}
        self.pairs: dict[tuple[ValueTerm, ValueTerm], int] = {}

    def at_most(self, fact: str, place: int) -> int:
        """The literal of ``fact's place <= place``."""
        scale = self.scales[fact]
        if place >= scale.high:
            return TRUE
        if place < scale.low:
            return FALSE
        key = (fact, place)
        if key not in self.literals:
            self.literals[key] = self.formula.fresh()
            self._in_order(fact, place)
        return self.literals[key]

    def _in_order(self, fact: str, place: int) -> None:
        places = self.places.setdefault(fact, [])
        at = bisect_left(places, place)
        places.insert(at, place)
        for one, other in ((at - 1, at), (at, at + 1)):
            if one >= 0 and other < len(places):
                lower, higher = (self.literals[fact, places[n]] for n in (one, other))
                self.formula.require(-lower, higher)

    def at_most_value(self, left: ValueTerm, right: ValueTerm) -> int:
        """The literal of ``left <= right``."""
        a, b = self.terms.constant(left), self.terms.constant(right)
        if a is not None and b is not None:
            return TRUE if a <= b else FALSE
        if a is not None:
            return -self.at_most(right.fact, self._first(right, a, strict=False) - 1)
        if b is not None:
            return self.at_most(left.fact, self._first(left, b, strict=True) - 1)
        if left == right:
            return TRUE
        key = (left, right)
        if key not in self.pairs:
            self.pairs[key] = self.formula.fresh()
        return self.pairs[key]

    def _first(self, term: ValueTerm, value: float, *, strict: bool) -> int:
        """The first place at which a term reaches (or, strictly, passes) a value."""
        scale = self.scales[term.fact]
        return self.reaching(term, value, strict, scale.low, scale.high)

    def reaching(self, term: ValueTerm, value: float, strict: bool, low: int, high: int) -> int:
        """The first place from ``low`` to ``high`` where a term reaches (or passes) a value."""
        at, end, scale = self.terms.at, high + 1, self.scales[term.fact]
        if not scale.points and abs(value) < inf:
            least, most = reach(term)
            unended = high == scale.high and not scale.ended  # the last place is later than any day
            low = int(max(low, min(value - most, high if unended else inf)))
            high = int(min(high, max(low, value - least + 1)))
        if low > high:
            return end
        if strict:
            return scale.first(lambda v: at(term, v) > value, low, high)
        return scale.first(lambda v: at(term, v) >= value, low, high)

    # what the solver chose

    def settle(self, model: Sequence[int], facts: Iterable[str]) -> Bounds:
        """The bounds of ``facts`` under a model. Raises Contradiction with why, or Undecided."""
        lower: dict[str, Bound] = {}
        upper: dict[str, Bound] = {}
        for fact in facts:
            lower[fact], upper[fact] = self._bounds(model, fact)
        fences = tuple(self._fences(model, lower))
        bounds = Bounds(self, lower, upper, fences)
        bounds.push(fences)
        return bounds

    def feasible(self, facts: Iterable[str], literals: Iterable[int]) -> None:
        """Whether some days satisfy these comparisons of two facts. Raises Contradiction."""
        ends = {fact: self.scales[fact] for fact in facts}
        lower = {fact: Bound(scale.low, frozenset()) for fact, scale in ends.items()}
        upper = {fact: Bound(scale.high, frozenset()) for fact, scale in ends.items()}
        chosen = set(literals)
        fences = tuple(
            Fence(left, right, False, literal) if literal in chosen
            else Fence(right, left, True, -literal)
            for (left, right), literal in self.pairs.items()
            if literal in chosen or -literal in chosen
        )  # fmt: skip
        bounds = Bounds(self, lower, upper, fences)
        bounds.push(fences)

    def _bounds(self, model: Sequence[int], fact: str) -> tuple[Bound, Bound]:
        scale = self.scales[fact]
        low, high = Bound(scale.low, frozenset()), Bound(scale.high, frozenset())
        for place in self.places.get(fact, ()):
            literal = self.literals[fact, place]
            if holds(model, literal):
                return low, Bound(place, frozenset((literal,)))
            low = Bound(place + 1, frozenset((-literal,)))
        return low, high

    def _fences(self, model: Sequence[int], facts: Mapping[str, Bound]) -> Iterator[Fence]:
        for (left, right), literal in self.pairs.items():
            if left.fact in facts and right.fact in facts:
                if holds(model, literal):
                    yield Fence(left, right, False, literal)
                else:
                    yield Fence(right, left, True, -literal)


class Bounds:
    """What each fact may still be, between its two bounds."""

    def __init__(
        self, order: Order, lower: dict[str, Bound], upper: dict[str, Bound],
        fences: tuple[Fence, ...],
    ) -> None:  # fmt: skip
        self.order, self.lower, self.upper, self.fences = order, lower, upper, fences
        self.of: dict[str, list[Fence]] = {}
        for fence in fences:
            for fact in {fence.left.fact, fence.right.fact}:
                self.of.setdefault(fact, []).append(fence)

    def push(self, fences: Iterable[Fence]) -> None:
        """Move bounds until every fence stands. Raises Contradiction or Undecided."""
        todo, pushes = dict.fromkeys(fences), 0
        while todo:
            fence = next(iter(todo))
            del todo[fence]
            pushes += 1
            if pushes % _MANY == 0:
                todo.update(dict.fromkeys(f for fact in self._leap() for f in self.of[fact]))
            if pushes > _MOST:
                raise Undecided
            for fact in (self._push_up(fence), self._push_down(fence)):
                todo.update(dict.fromkeys(self.of[fact] if fact else ()))

    def _push_up(self, fence: Fence) -> str:
        """Raise the lower bound on the right as far as the one on the left asks."""
        left, right, terms, scales = fence.left, fence.right, self.order.terms, self.order.scales
        low, scale = self.lower[right.fact], scales[right.fact]
        least = terms.at(left, scales[left.fact].value(self.lower[left.fact].place))
        here = terms.at(right, scale.value(low.place))
        if here > least or (here == least and not fence.strict):
            return ""
        first = self.order.reaching(right, least, fence.strict, low.place, scale.high)
        why = low.reasons | self.lower[left.fact].reasons | {fence.literal}
        return self._raise(right.fact, first, why)

    def _push_down(self, fence: Fence) -> str:
        """Lower the upper bound on the left as far as the one on the right asks."""
        left, right, terms, scales = fence.left, fence.right, self.order.terms, self.order.scales
        high, scale = self.upper[left.fact], scales[left.fact]
        most = terms.at(right, scales[right.fact].value(self.upper[right.fact].place))
        here = terms.at(left, scale.value(high.place))
        if here < most or (here == most and not fence.strict):
            return ""
        last = self.order.reaching(left, most, not fence.strict, scale.low, high.place) - 1
        why = high.reasons | self.upper[right.fact].reasons | {fence.literal}
        self.upper[left.fact] = Bound(last, why)
        self._refuse_empty(left.fact)
        return left.fact

    def _raise(self, fact: str, place: int, why: Reasons) -> str:
        self.lower[fact] = Bound(place, why)
        self._refuse_empty(fact)
        return fact

    def _refuse_empty(self, fact: str) -> None:
        low, high = self.lower[fact], self.upper[fact]
        if low.place > high.place:
            raise Contradiction(low.reasons | high.reasons)

    def _leap(self) -> list[str]:
        """Go at once to where there is no bound, for facts whose fences push each other on day by
        day: no day will ever do. Returns the facts that moved."""
        facts, reasons = find_cycle(self.fences)
        moved = []
        for fact in sorted(facts):
            scale, low = self.order.scales[fact], self.lower[fact]
            end = scale.high + scale.ended
            if (scale.begun or low.place > scale.low) and low.place < end:
                moved.append(self._raise(fact, end, low.reasons | reasons))
        return moved

    def choose(self, wanted: Mapping[str, int]) -> dict[str, int]:
        """A place for every fact, each as near to ``wanted`` as those before it leave open."""
        for fact in (*wanted, *self.lower):
            low, high = self.lower[fact].place, self.upper[fact].place
            if low == high:
                continue
            place = self.order.scales[fact].nearest(wanted.get(fact, high), low, high)
            for choice in (place, low):
                if self._fix(fact, choice):
                    break
        return {fact: bound.place for fact, bound in self.lower.items()}

    def _fix(self, fact: str, place: int) -> bool:
        kept = self.lower.copy(), self.upper.copy()
        self.lower[fact] = Bound(place, self.lower[fact].reasons)
        self.upper[fact] = Bound(place, self.upper[fact].reasons)
        try:
            self.push(self.of.get(fact, ()))
        except Contradiction:
            self.lower, self.upper = kept
            return False
        return True
