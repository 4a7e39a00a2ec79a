# SPDX-License-Identifier: EUPL-1.2
"""Additive rounding of small counts (Langsrud & Heldal 2018, PSD; R package SmallCountRounding).

Only inner cells are rounded; every published cell is the sum of its rounded inner cells, so all
tables of one formula (linked tables, hierarchies, years) add up to one another exactly.
"""

from dataclasses import dataclass

import numpy as np

from samvern.disclosure.cells import Cells, Ints
from samvern.disclosure.errors import TableError
from samvern.disclosure.rounding.candidates import Mask, is_small, to_round
from samvern.disclosure.rounding.measures import Loss, loss
from samvern.disclosure.rounding.search import (
    HOT,
    HOT_PER_MARGIN,
    Progress,
    RoundingWalk,
    anneal,
    sweeps_for,
    systematic_start,
)

# Small tables are searched from up to TRIES starts; the best mean error, then maximum, is kept.
SMALL, TRIES = 25_000, 4


@dataclass(frozen=True)
class Rounded:
    """A rounded table: inner counts, published counts (inner summed), which inner cells changed."""

    cells: Cells
    base: int
    inner: Ints
    published: Ints
    rounded: Mask

    @property
    def loss(self) -> Loss:
        return loss(self.cells.totals, self.published)


def round_table(
    cells: Cells,
    base: int = 5,
    seed: int = 0,
    earlier: Ints | None = None,
    progress: Progress | None = None,
) -> Rounded:
    """Round so that no published cell is 1 to base - 1; the same seed gives the same table.

    earlier: for each inner cell its value in an earlier release, or -1; such a cell keeps it as
    long as it still has to be rounded. Raises TableError for a base below 2.
    """
    if base < 2:
        raise TableError(f"base {base}: rounding needs a base of 2 or more; 3 or 5 is usual.")
    rng = np.random.default_rng(seed)
    chosen = to_round(cells, is_small(cells.totals, base), cells.counts, base)
    tries = int(np.clip(SMALL // max(1, int(chosen.sum()) * len(cells.margins)), 1, TRIES))
    made = [_one(cells, base, rng, chosen, earlier, progress) for _ in range(tries)]
    return min(made, key=lambda table: table.loss.mean_abs_error + table.loss.max_error / 10)


def _one(
    cells: Cells, base: int, rng: np.random.Generator, chosen: Mask,
    earlier: Ints | None, progress: Progress | None,
) -> Rounded:  # fmt: skip
    """One search from one random start."""
    inner = cells.counts.copy()
    kept = np.zeros(len(inner), bool) if earlier is None else chosen & _fits(earlier, base)
    inner[chosen] = np.where(kept, earlier, 0)[chosen] if earlier is not None else 0
    hot = float(np.clip(HOT_PER_MARGIN * len(cells.margins), HOT / 2, HOT))
    heat, effort, new = hot, 1.0, chosen & ~kept
    while new.any():
        _search(cells, inner, chosen & ~kept, new, base, rng, heat, effort, progress)
        # A cell of base or more can have become small; what it is made of must then be rounded too.
        new = to_round(cells, is_small(cells.sums(inner), base), inner, base)
        chosen, heat, effort = chosen | new, hot / 4, 0.25
        inner[new] = 0
    return Rounded(cells, base, inner, cells.sums(inner), chosen)


def _fits(earlier: Ints, base: int) -> Mask:
    return np.asarray((earlier >= 0) & (earlier % base == 0))


def _search(
    cells: Cells, inner: Ints, free: Mask, new: Mask, base: int,
    rng: np.random.Generator, heat: float, effort: float, progress: Progress | None,
) -> None:  # fmt: skip
    """Anneal the free inner cells, in place; new ones start systematically."""
    up = systematic_start(cells.counts[new], base, rng)
    inner[new] = np.where(up, base, 0)
    at = np.flatnonzero(free)
    walk = RoundingWalk(cells.member[at], cells.sums(inner) - cells.totals, inner[at] > 0, base)
    sweeps = int(effort * sweeps_for(len(at), cells.member.shape[1]))
    anneal(walk, rng, sweeps, heat, progress)
    inner[at] = np.where(walk.up, base, 0)
