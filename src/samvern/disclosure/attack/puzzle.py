# SPDX-License-Identifier: EUPL-1.2
"""What a reader knows of a published table: an interval for each cell, and which sums must hold."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.cells import Cells, Index

Bounds = NDArray[np.float64]
Mask = NDArray[np.bool_]
OPEN = 1e15
"""Upper bound of a cell nothing is known of; far above any population, exact in float64."""


@dataclass
class Puzzle:
    """Cells and sums as a reader sees them.

    low, high: what is printed of each cell (equal where the number is printed, high = OPEN where
    nothing is). parent[k] is the cell that is the sum of the cells child[i] with equation[i] == k;
    exact[k] says whether the parts make up the whole or may leave an unlisted group out. table[c]:
    which published table cell c belongs to. printed[c]: is it in the table, hidden or not,
    or only implied by it? rows[c]: its labels under `columns` (may be left out).
    """

    low: Bounds
    high: Bounds
    parent: Index
    child: Index
    equation: Index
    exact: Mask
    table: Index
    printed: Mask
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]

    @property
    def hidden(self) -> Mask:
        """Printed cells whose count the table does not tell by itself."""
        return np.asarray(self.printed & (self.low < self.high))

    def read_as(self, exhaustive: bool) -> "Puzzle":
        """The same table under another reading: are the listed groups everybody?"""
        exact = self.exact if exhaustive else np.zeros_like(self.exact)
        return replace(self, exact=exact)


def sums_of(cells: Cells) -> tuple[Index, Index, Index]:
    """All elementary sums of a formula's table: (parent, child, equation).

    Margin m is the sum of the finer margin m' where no published margin lies between them; every
    other sum follows from these.
    """
    spans = [frozenset(m).union(*(cells.above[v] for v in m)) for m in cells.margins]
    parents: list[Index] = []
    children: list[Index] = []
    equations: list[Index] = []
    starts = np.searchsorted(cells.margin_of, np.arange(len(spans) + 1))
    count = 0
    for fine, coarse in _steps(spans):
        child = np.arange(starts[fine], starts[fine + 1], dtype=np.int32)
        above = cells.member[cells.first[child], coarse]
        parent = np.arange(starts[coarse], starts[coarse + 1], dtype=np.int32)
        parents.append(parent)
        children.append(child)
        equations.append((above - starts[coarse] + count).astype(np.int32))
        count += len(parent)
    empty = [np.zeros(0, np.int32)]
    return (np.concatenate(parents or empty), np.concatenate(children or empty),
            np.concatenate(equations or empty))  # fmt: skip


def _steps(spans: list[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs (fine, coarse) of margins with none between."""
    return [
        (fine, coarse)
        for fine, small in enumerate(spans)
        for coarse, large in enumerate(spans)
        if large < small and not any(large < between < small for between in spans)
    ]


def puzzle_of(cells: Cells, low: Bounds, high: Bounds) -> Puzzle:
    """The puzzle of a table of our own, whose structure is known exactly."""
    parent, child, equation = sums_of(cells)
    return Puzzle(
        low, high, parent, child, equation, np.ones(len(parent), bool),
        np.zeros(len(low), np.int32), np.ones(len(low), bool), cells.names, [],
    )  # fmt: skip
