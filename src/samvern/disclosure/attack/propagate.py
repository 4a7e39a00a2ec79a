# SPDX-License-Identifier: EUPL-1.2
"""Interval propagation: the arithmetic a reader can do with a pencil.

For a sum p = c1 + ... + ck and intervals [l, h] (Davis 1987, Artificial Intelligence 32, 281-331):
l(p) >= sum l(c), h(c) <= h(p) - sum of the other l; and where the parts make up the whole,
h(p) <= sum h(c), l(c) >= l(p) - sum of the other h. Repeated until nothing changes. Sound: the
true table always lies within; not complete where sums cross (see `linear`).
"""

import numpy as np

from samvern.disclosure.attack.puzzle import OPEN, Bounds, Puzzle

MOST_SWEEPS = 500


def propagate(puzzle: Puzzle) -> tuple[Bounds, Bounds]:
    """The tightened intervals of every cell; low > high means that the table contradicts itself."""
    low, high = puzzle.low.copy(), puzzle.high.copy()
    for _ in range(MOST_SWEEPS):
        before = low.sum(), high.sum()
        _sweep(puzzle, low, high)
        if (low.sum(), high.sum()) == before or (low > high).any():
            break
    return low, high


def _sweep(puzzle: Puzzle, low: Bounds, high: Bounds) -> None:
    """One pass over all sums, in place."""
    parent, child, equation, exact = puzzle.parent, puzzle.child, puzzle.equation, puzzle.exact
    size = len(parent)
    lows = np.bincount(equation, low[child], size)
    np.maximum.at(low, parent, lows)
    room = (high[parent] - lows)[equation] + low[child]
    np.minimum.at(high, child, room)
    whole = exact[equation]
    is_open = high[child] >= OPEN / 2
    highs = np.bincount(equation, np.where(is_open, 0, high[child]), size)
    opens = np.bincount(equation, is_open, size)
    closed = exact & (opens == 0)
    np.minimum.at(high, parent[closed], highs[closed])
    # What the other parts can hold at most; without bound if one of them is open.
    others_open = (opens[equation] - is_open) > 0
    others = highs[equation] - np.where(is_open, 0, high[child])
    need = np.where(whole & ~others_open, low[parent][equation] - others, 0)
    np.maximum.at(low, child, need)
