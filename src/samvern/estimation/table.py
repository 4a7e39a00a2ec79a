# SPDX-License-Identifier: EUPL-1.2
"""The capture table: how many persons were found by exactly which lists.

Notation of Fienberg (1972): with k lists, a person's capture history is a subset of the lists. We
number the subsets 0 .. 2^k - 1 as bit masks (bit i set: on list i). Cell 0, nobody's list, is what
is to be estimated and always holds 0 here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]

MAX_LISTS = 12
"""Above this the table of 2^k histories is nearly all zeros and no method here has meaning."""


@dataclass(frozen=True)
class CaptureTable:
    """Counts per capture history.

    `names`: the k lists. `counts`: shape (2^k,), integer; `counts[mask]` is the number of persons
    whose set of lists is `mask`; `counts[0]` is 0.
    """

    names: tuple[str, ...]
    counts: Counts

    def __post_init__(self) -> None:
        if self.counts.shape != (2 ** len(self.names),):
            raise ValueError(f"{len(self.names)} lists need {2 ** len(self.names)} counts")
        if self.counts.min() < 0 or self.counts[0] != 0:
            raise ValueError("counts must not be negative, and cell 0 is unobserved")

    @property
    def lists(self) -> int:
        """Number of lists, k."""
        return len(self.names)

    @cached_property
    def observed(self) -> int:
        """Number of distinct persons on at least one list, n."""
        return int(self.counts.sum())

    @cached_property
    def recaptured(self) -> int:
        """Number of persons on two or more lists: all the information there is."""
        return int(self.counts[captures(self.lists) >= 2].sum())

    def overlap(self, *lists: int) -> int:
        """Persons on all the given lists, whatever other lists they are on."""
        mask = sum(1 << i for i in lists)
        cells = np.arange(self.counts.size)
        return int(self.counts[(cells & mask) == mask].sum())

    def pair_name(self, mask: int) -> str:
        """The lists in `mask`, as a reader sees them: "LA and GP"."""
        return " and ".join(self.names[i] for i in range(self.lists) if mask >> i & 1)

    def with_counts(self, counts: Counts) -> CaptureTable:
        """The same lists with other counts."""
        return CaptureTable(self.names, counts)

    def drop(self, which: int) -> CaptureTable:
        """The table as if list `which` did not exist; persons known only to it disappear."""
        cells = np.arange(self.counts.size)
        low = cells & ((1 << which) - 1)
        merged = low | ((cells >> (which + 1)) << which)
        counts = np.bincount(merged, self.counts, self.counts.size // 2).astype(np.int64)
        counts[0] = 0
        return CaptureTable(self.names[:which] + self.names[which + 1 :], counts)

    def within(self, which: int) -> tuple[CaptureTable, int]:
        """The other lists' table among the members of list `which`, and how many members it has.

        Binette & Steorts (2022), section 4: the members are a population of known size.
        """
        cells = np.arange(self.counts.size)
        member = (cells >> which & 1).astype(bool)
        inner = self.with_counts(np.where(member, self.counts, 0)).drop(which)
        return inner, int(self.counts[member].sum())

    def permute(self, order: Sequence[int]) -> CaptureTable:
        """The same table with list `order[i]` in place i."""
        cells = np.arange(self.counts.size)
        moved = sum(((cells >> old & 1) << new) for new, old in enumerate(order))
        counts = np.zeros_like(self.counts)
        counts[moved] = self.counts
        return CaptureTable(tuple(self.names[i] for i in order), counts)


def captures(lists: int) -> NDArray[np.int64]:
    """Number of lists in each capture history, shape (2^k,)."""
    cells = np.arange(2**lists)
    return sum((cells >> i & 1 for i in range(lists)), np.zeros_like(cells))


def pair_masks(lists: int) -> NDArray[np.int64]:
    """Masks of all pairs of lists, in the order 12, 13, 23, 14, ... of their upper list."""
    pairs = [1 << i | 1 << j for j in range(lists) for i in range(j)]
    return np.array(pairs, dtype=np.int64)


def main_masks(lists: int) -> NDArray[np.int64]:
    """Masks of the intercept (0) and the k main effects."""
    return np.array([0, *(1 << i for i in range(lists))], dtype=np.int64)
