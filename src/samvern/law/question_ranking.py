# SPDX-License-Identifier: EUPL-1.2
"""Which questions to ask next: what each answer alone would settle, and what waits for it.

Every open rule gives two sets of bits. They are counted place by place over all rules at once, as
rows of a table, each row as often as it occurs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from samvern.law.justification import Justification

WORTH = {"level": 5, "offence_element": 3, "right": 2, "duty": 2, "referral": 2, "offence": 1}
"""How much it is worth to settle a rule of each kind, as a power of two."""
_WAITING = 1 << 20
"""More than there are rules: what settles weighs before what is waited for."""


class QuestionRanking:
    """A program's questions. ``facts``: for each leaf the facts that would be asked about.

    ``rules``: the kind and the node of every rule.
    """

    def __init__(self, facts: Iterable[Iterable[str]], rules: Iterable[tuple[str, int]]) -> None:
        pairs = sorted((fact, leaf) for leaf, asked in enumerate(facts) for fact in asked)
        groups = [(fact, list(found)) for fact, found in groupby(pairs, lambda pair: pair[0])]
        self.facts = [fact for fact, _ in groups]
        self.leaves = np.array([leaf for _, leaf in pairs], np.intp)
        sizes = [len(found) for _, found in groups]
        self.starts = np.cumsum([0, *sizes[:-1]]) if sizes else np.zeros(0, np.intp)
        self.rules = [(1 << WORTH[kind], node) for kind, node in rules if kind in WORTH]

    def ranked(
        self, grounds: Justification, answered: Callable[[str], bool] = lambda fact: False
    ) -> list[tuple[str, int]]:
        """Open facts and the worth of what each alone would settle, best first.

        Facts that settle nothing alone come after, those that most conclusions wait for first.
        """
        settling: dict[int, int] = {}
        waiting: dict[int, int] = {}
        certain, possible = grounds.certain, grounds.possible
        for worth, node in self.rules:
            if certain[node] == possible[node]:
                continue
            to_yes, to_no = grounds.settlers(node)
            settling[to_yes | to_no] = settling.get(to_yes | to_no, 0) + worth
            leaves = grounds.missing(node)
            waiting[leaves] = waiting.get(leaves, 0) + 1
        if not waiting or not self.facts:
            return []
        return self._sorted(settling, waiting, len(grounds.program.leaves), answered)

    def _sorted(
        self, settling: Mapping[int, int], waiting: Mapping[int, int], leaves: int,
        answered: Callable[[str], bool],
    ) -> list[tuple[str, int]]:  # fmt: skip
        settled = _counted(settling, 2 * leaves).reshape(leaves, 2).sum(axis=1)
        waited = _counted(waiting, leaves)
        scores = np.where(waited > 0, settled * _WAITING + waited, 0)
        best = np.maximum.reduceat(scores[self.leaves], self.starts).tolist()
        found = [(score, fact) for score, fact in zip(best, self.facts, strict=True) if score]
        found.sort(reverse=True)
        return [(fact, score // _WAITING) for score, fact in found if not answered(fact)]


def _counted(sets: Mapping[int, int], places: int) -> NDArray[np.int64]:
    """For each place, how much the sets that hold it count together."""
    size = -(-places // 8)
    raw = b"".join([one.to_bytes(size, "little") for one in sets])
    rows = np.frombuffer(raw, np.uint8).reshape(len(sets), size)
    planes = np.unpackbits(rows, axis=1, count=places, bitorder="little")
    counts = np.fromiter(sets.values(), np.int64, len(sets))
    total: NDArray[np.int64] = counts @ planes
    return total
