# SPDX-License-Identifier: EUPL-1.2
"""Secondary suppression: hide further cells until no sensitive cell can be worked out or bounded.

One sensitive cell after another gets its cheapest change (`program`); every change is a possible
table and often protects many cells at once, which are then skipped. Later passes offer only the
cells suppressed so far and pay for each anew, so the pattern can only shrink. Where few cells are
sensitive, secondary cells are then printed again one by one as far as they can be (`prune`).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.cells import Cells, Ints
from samvern.disclosure.errors import RefusedError
from samvern.disclosure.suppression.program import NEAR, Changes, Floats
from samvern.disclosure.suppression.prune import prune

Mask = NDArray[np.bool_]
Progress = Callable[[float], None]

PASSES = 2
SMALL, STARTS, MORE_PASSES = 400, 8, 6
FEW = 200
"""Up to this many sensitive cells superfluous secondary cells are searched for one by one."""
WHOLE = 800
"""Up to this many inner cells a change may use the whole table; else the nearest NEIGHBOURS."""
NEIGHBOURS = 250
POWER = 0.15
"""Cost of a published cell: count ** POWER, a little dearer when large, mostly one each."""


@dataclass(frozen=True)
class Suppressed:
    """primary, secondary: masks over published cells. certificates: possible tables (changes of the
    inner cells), together showing every primary cell at `limit` or more."""

    cells: Cells
    need: Ints
    primary: Mask
    secondary: Mask
    certificates: list[Floats]

    @property
    def hidden(self) -> Mask:
        return self.primary | self.secondary

    def unproven(self) -> Ints:
        """Primary cells that no certificate shows to be possibly large: must be empty.

        Each certificate is checked from scratch: no negative count, every published cell unchanged.
        """
        shown = np.zeros(self.cells.published)
        for change in self.certificates:
            moved = _published(self.cells, change)
            possible = (self.cells.counts + change >= -1e-6).all()
            if possible and (np.abs(moved[~self.hidden]) < 1e-6).all():
                np.maximum(shown, moved, out=shown)
        return np.flatnonzero(self.primary & (shown < self.need - 1e-6))


def suppress(
    cells: Cells, need: Ints, seed: int = 0, passes: int = PASSES, progress: Progress | None = None
) -> Suppressed:
    """Suppress all cells with need > 0 and as few more as found.

    need: how much larger each published cell must be able to be. passes: over middling tables;
    small ones get STARTS random starts of MORE_PASSES each, large ones one pass. Raises
    RefusedError where a cell cannot be protected at all (a table of one person).
    """
    rng = np.random.default_rng(seed)
    size = len(cells.counts)
    starts = int(np.clip(SMALL // max(1, size), 1, STARTS))
    passes = MORE_PASSES if starts > 1 else passes if size <= WHOLE else 1
    found = [
        _from_start(cells, need, rng, passes, _portion(progress, start, starts), start > 0)
        for start in range(starts)
    ]
    return min(found, key=lambda table: int(table.secondary.sum()))


def _from_start(
    cells: Cells,
    need: Ints,
    rng: np.random.Generator,
    passes: int,
    progress: Progress,
    shaken: bool,
) -> Suppressed:
    """All passes of one start; a shaken one begins from costs changed at random."""
    primary = need > 0
    offered = ~primary
    costs = np.where(primary, 0.0, np.maximum(cells.totals, 1).astype(float) ** POWER)
    costs = costs * rng.uniform(0.5, 1.5, len(costs)) if shaken else costs
    depth = np.array([len(m) for m in cells.margins])[cells.margin_of]
    secondary, tables = offered, list[Floats]()
    for number in range(passes):
        # Deepest cells first, then the neediest: a different order finds a different cover.
        rank = depth if number % 2 == 0 else -need
        order = np.lexsort((rng.random(len(need)), rank))
        share = _portion(progress, number, passes)
        found, found_tables = _one_pass(cells, need, order[primary[order]], offered, costs, share)
        if number == 0 or found.sum() <= secondary.sum():
            secondary, tables = found, found_tables
        offered = secondary
    if len(cells.counts) <= WHOLE and primary.sum() <= FEW and secondary.any():
        secondary, tables = prune(cells, need, secondary, tables)
    return Suppressed(cells, need, primary, secondary, tables)


def _portion(progress: Progress | None, number: int, passes: int) -> Progress:
    return lambda done: progress((number + done) / passes) if progress else None


def _one_pass(
    cells: Cells, need: Ints, ordered: Ints, offered: Mask, prices: Floats, progress: Progress
) -> tuple[Mask, list[Floats]]:
    primary = need > 0
    costs = prices.copy()
    fixed = ~primary & ~offered
    secondary, safe = np.zeros(len(need), bool), ~primary
    changes, tables = Changes(cells, presolve=bool(fixed.any())), []
    for number, target in enumerate(ordered.tolist()):
        if safe[target]:
            continue
        at = _neighbours(cells, target)
        change = changes.cheapest(target, int(need[target]), costs, fixed, at)
        if change is None:
            raise RefusedError(
                "suppression: a cell cannot be protected, whatever else is hidden. "
                "Publish fewer tables or coarser groups."
            )
        moved = changes.matrix @ change
        hides = (np.abs(moved) > NEAR) & ~primary
        secondary |= hides
        costs[hides] = 0.0
        safe |= moved >= need - 1e-6
        tables.append(change)
        progress((number + 1) / len(ordered))
    return secondary, tables


def _neighbours(cells: Cells, target: int) -> NDArray[np.intp]:
    """The inner cells a change may use: those that share most margins with the target."""
    size = len(cells.counts)
    if size <= WHOLE:
        return np.arange(size)
    inside = (cells.member == target).any(axis=1)
    shared = (cells.member == cells.member[cells.first[target]]).sum(axis=1)
    near = np.where(inside, shared.max() + 1, shared)
    return np.sort(np.argpartition(-near, NEIGHBOURS)[: max(NEIGHBOURS, int(inside.sum()))])


def _published(cells: Cells, change: Floats) -> Floats:
    moved = np.zeros(cells.published)
    for column in cells.member.T:
        moved += np.bincount(column, change, cells.published)
    return moved
