# SPDX-License-Identifier: EUPL-1.2
"""One linkage to show, out of the many that are plausible.

Pairs are taken from the most to the least probable, at most one record of a list a person,
until as many are taken as the draws hold on average. A threshold of one half would lose links
whenever many pairs are doubtful, and every lost link inflates the hidden population; here the
number of links is right on average and only which ones they are is a best guess.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.graph import Candidates, Ints

LEAST_PROBABLE = 0.1  # below this a pair is never shown as a link


def choose_links(
    candidates: Candidates, probability: NDArray[np.float64], expected: float | None = None
) -> Ints:
    """Positions of the chosen pairs, the most probable first.

    Args:
        candidates: the pairs.
        probability: posterior probability of each pair, shape (pairs,).
        expected: how many links to take; the sum of the probabilities when None.
    """
    wanted = round(float(probability.sum()) if expected is None else expected)
    people = JoinedRecords(candidates)
    taken: list[int] = []
    for pair in np.argsort(-probability, kind="stable").tolist():
        if len(taken) >= wanted or probability[pair] < LEAST_PROBABLE:
            break
        ends = int(candidates.left[pair]), int(candidates.right[pair])
        if people.join(*ends) or people.find(ends[0]) == people.find(ends[1]):
            taken.append(pair)  # the third pair of three lists joins nobody, but is expected
    return np.array(taken, dtype=np.int64)


class JoinedRecords:
    """Records joined into people, never two of one list (a union-find that may refuse)."""

    def __init__(self, candidates: Candidates) -> None:
        self.of = np.arange(sum(candidates.sizes)).tolist()
        self._lists = [1 << int(number) for number in candidates.list_of]

    def find(self, record: int) -> int:
        """The record that stands for this one's person."""
        while self.of[record] != record:
            self.of[record] = self.of[self.of[record]]
            record = self.of[record]
        return record

    def join(self, a: int, b: int) -> bool:
        """Make two records one person; False when that would put two of one list together."""
        a, b = self.find(a), self.find(b)
        if a == b or self._lists[a] & self._lists[b]:
            return False
        low, high = min(a, b), max(a, b)
        self.of[high] = low
        self._lists[low] |= self._lists[high]
        return True

    def labels(self) -> Ints:
        """The person of each record, shape (records,)."""
        return np.array([self.find(record) for record in range(len(self.of))], dtype=np.int64)
