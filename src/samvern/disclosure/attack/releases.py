# SPDX-License-Identifier: EUPL-1.2
"""Two releases of the same table, laid side by side."""

from dataclasses import dataclass, replace

import numpy as np

from samvern.disclosure.attack.puzzle import Puzzle
from samvern.disclosure.cells import Index


@dataclass(frozen=True)
class ComparedReleases:
    """puzzle: the new release, its hidden cells narrowed by what the old one says of the same cell
    (as a reader would who holds the count for unrevised). changed: cells printed in both as numbers
    that differ by 1 to small - 1: so many people were added or removed. narrowed: hidden cells the
    old release says more of."""

    puzzle: Puzzle
    changed: Index
    difference: Index
    narrowed: Index


def compare(
    new: Puzzle, old: Puzzle, names: list[str], old_names: list[str], small: int
) -> ComparedReleases:
    """Match cells by table name and labels; cells that exclude each other were revised."""
    where = {
        (old_names[old.table[c]], old.rows[c]): c for c in np.flatnonzero(old.printed).tolist()
    }
    low, high = new.low.copy(), new.high.copy()
    changed, difference, narrowed = [], [], []
    for cell in np.flatnonzero(new.printed).tolist():
        same = where.get((names[new.table[cell]], new.rows[cell]))
        if same is None:
            continue
        floor, top = max(low[cell], old.low[same]), min(high[cell], old.high[same])
        if new.low[cell] == new.high[cell] and old.low[same] == old.high[same]:
            step = int(new.low[cell] - old.low[same])
            if 0 < abs(step) < small:
                changed.append(cell)
                difference.append(step)
        elif floor <= top and (floor, top) != (low[cell], high[cell]):
            low[cell], high[cell] = floor, top
            narrowed.append(cell)
    return ComparedReleases(
        replace(new, low=low, high=high), np.array(changed, np.int32),
        np.array(difference, np.int32), np.array(narrowed, np.int32),
    )  # fmt: skip
