# SPDX-License-Identifier: EUPL-1.2
"""How near two names are that came through different scripts and different ears.

Jaro (1989) with Winkler's common-prefix bonus (1990), as in `rapidfuzz`, on the folded parts,
and the same on their consonant skeletons; the better order of the parts counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler

from samvern.linkage.compare import NAME_LEVELS, Levels
from samvern.linkage.names import fold, skeleton, split

SAME_NAME = 0.82  # at or above this two whole names count as one
_NEAR_PART = 0.93
_DIFFERENT, _EDIT = NAME_LEVELS.index("different"), NAME_LEVELS.index("edit")
_LOOKED_AT = (NAME_LEVELS.index("part"), NAME_LEVELS.index("initial"), _DIFFERENT)


@lru_cache(maxsize=500_000)
def part_similarity(left: str, right: str) -> float:
    """0 to 1 for two romanised parts: the letters, helped by the consonants they share."""
    if not left or not right:
        return 0.0
    letters = JaroWinkler.similarity(fold(left), fold(right))
    if not skeleton(left) or not skeleton(right):
        return letters  # two names without consonants have nothing in common by that
    sounds = max(
        JaroWinkler.similarity(skeleton(left, hard_j=a), skeleton(right, hard_j=b))
        for a in (False, True)
        for b in (False, True)
    )
    return 0.5 * letters + 0.5 * sounds


def name_similarity(left: str, right: str) -> float:
    """0 to 1 for two whole names in any script, parts in any order, written together or apart."""
    mine, theirs = split(left), split(right)
    if not mine or not theirs:
        return 0.0
    together = part_similarity("".join(mine), "".join(theirs))
    if max(len(mine), len(theirs)) > 6:
        return max(together, part_similarity("".join(sorted(mine)), "".join(sorted(theirs))))
    return max(together, _best_order(mine, theirs))


def _best_order(mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Mean over parts of the best one-to-one pairing, held down by its weakest pair."""
    few, many = sorted((mine, theirs), key=len)
    best = 0.0
    for order in permutations(many, len(few)):
        scores = [part_similarity(a, b) for a, b in zip(few, order, strict=True)]
        best = max(best, 0.5 * (sum(scores) / len(scores) + min(scores)))
    if len(few) == 1 and len(many) > 1:
        return 0.8 * best
    return best * (1 - 0.04 * (len(many) - len(few)))


def refine(
    levels: Levels,
    left: Sequence[tuple[str, ...]],
    right: Sequence[tuple[str, ...]],
    swapped: NDArray[np.bool_],
) -> Levels:
    """Raise "part", "initial" and "different" to "edit" where the whole slot is near."""
    better = levels.copy()
    for n in np.flatnonzero(np.isin(levels, _LOOKED_AT) & ~swapped).tolist():
        if part_similarity("".join(left[n]), "".join(right[n])) >= _NEAR_PART:
            better[n] = _EDIT
    return better
