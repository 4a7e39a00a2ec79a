# SPDX-License-Identifier: EUPL-1.2
"""Candidate pairs as a graph over the records of all lists, and its connected pieces."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Candidates:
    """Pairs worth a thought. Records are numbered through all lists, one list after another.

    Attributes:
        sizes: people in each list.
        left, right: record numbers, shape (pairs,); `left` < `right`, different lists.
        odds: ln odds of each pair, shape (pairs,).
    """

    sizes: tuple[int, ...]
    left: Ints
    right: Ints
    odds: NDArray[np.float64]

    @property
    def list_of(self) -> Ints:
        """The list each record belongs to, shape (records,)."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    def worth(self, least: float, behind: float) -> Candidates:
        """Only the pairs that can matter: ln odds of at least `least`, and not `behind` or more
        below the best pair of either record, which would take its place."""
        best = np.full(sum(self.sizes), -np.inf)
        np.maximum.at(best, self.left, self.odds)
        np.maximum.at(best, self.right, self.odds)
        rival = np.maximum(best[self.left], best[self.right])
        keep = (self.odds >= least) & (self.odds > rival - behind)
        if len(self.sizes) > 2:  # a record may have one good pair in each of several lists
            keep = self.odds >= least
        return Candidates(self.sizes, self.left[keep], self.right[keep], self.odds[keep])

    def pieces(self) -> list[Ints]:
        """Positions of the pairs in each connected piece, in the order of their first pair."""
        total = sum(self.sizes)
        shape = (total, total)
        ones = np.ones(len(self.left), dtype=np.int8)
        _, label = connected_components(coo_matrix((ones, (self.left, self.right)), shape), False)
        of_pair = label[self.left]
        order = np.argsort(of_pair, kind="stable")
        cuts = np.flatnonzero(np.diff(of_pair[order])) + 1
        found = np.split(order, cuts) if len(order) else []
        return sorted(found, key=lambda piece: int(piece[0]))
