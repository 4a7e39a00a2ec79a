# SPDX-License-Identifier: EUPL-1.2
"""The values that dates and numbers are searched over, by whole-numbered places in their order.

A date's place is its ordinal. Numbers have infinitely many values, but a pack tells apart only what
lies on, between and beyond the numbers it names; a few places between each two are enough to put
all number facts in any order there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil, floor, inf


@dataclass(frozen=True, slots=True)
class Scale:
    """Places ``low`` to ``high``. ``points``: the value at each place; empty: the place itself.

    Where ``begun`` is false the lowest place stands for no lower bound at all, and where ``ended``
    is false the highest for no upper one.
    """

    low: int
    high: int
    points: tuple[float, ...] = ()
    begun: bool = True
    ended: bool = True

    def value(self, place: int) -> float:
        """The value at a place."""
        if place == self.low and not self.begun:
            return -inf
        if place == self.high and not self.ended:
            return inf
        return self.points[place] if self.points else float(place)

    def nearest(self, wanted: int, low: int, high: int) -> int:
        """The place from ``low`` to ``high`` to show: near ``wanted``, or a whole number."""
        place = min(max(wanted, low), high)
        whole = (n for n in range(place, high + 1) if self.points and self.value(n) % 1 == 0)
        return next(whole, place)

    def first(self, test: Callable[[float], bool], low: int, high: int) -> int:
        """The lowest place from ``low`` to ``high`` where ``test``, which once true stays true,
        holds; ``high + 1`` where it holds nowhere."""
        high += 1
        while low < high:
            middle = (low + high) // 2
            if test(self.value(middle)):
                high = middle
            else:
                low = middle + 1
        return low


def number_points(named: Iterable[float], facts: int) -> tuple[float, ...]:
    """Places for ``facts`` number facts compared with the numbers ``named`` and each other."""
    known = sorted({value for value in named if abs(value) < inf})
    if not known:
        return tuple(float(n) for n in range(facts))
    points = [known[0] - n for n in range(facts, 0, -1)]
    for number, value in enumerate(known):
        points.append(value)
        if number + 1 < len(known):
            points += _between(value, known[number + 1], facts)
    return (*points, *(known[-1] + n for n in range(1, facts + 1)))


def _between(low: float, high: float, count: int) -> list[float]:
    """At least ``count`` numbers strictly between two, whole ones as far as there are any."""
    first, last = floor(low) + 1, ceil(high) - 1
    whole = [float(n) for n in range(first, min(last + 1, first + count))]
    if len(whole) == count:
        return whole
    return sorted({*whole, *(low + (high - low) * n / (count + 1) for n in range(1, count + 1))})
