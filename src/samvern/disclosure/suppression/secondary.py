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
from samvern.disclosure.suppression.moves import Change, Floats, published_moves
from samvern.disclosure.suppression.program import NEAR, TableChanges
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
TOTAL_LAST = 1e4
"""Cost of the grand total, against about one of any other cell."""


@dataclass(frozen=True)
class Suppressed:
    """primary, secondary: masks over published cells. floor: the least a reader can believe a
    hidden cell to hold. certificates: possible tables, each as (inner cells, their changes),
    together showing every primary cell at its limit or more."""

    cells: Cells
    need: Ints
    floor: Ints
    primary: Mask
    secondary: Mask
    certificates: list[Change]

    @property
    def hidden(self) -> Mask:
        return self.primary | self.secondary

    def unproven(self) -> Ints:
        """Primary cells that no certificate shows to be possibly large: must be empty.

        Each certificate is checked from scratch: no negative count, nobody gone from a hidden cell
        that holds somebody, every published cell unchanged.
        """
        shown = np.zeros(self.cells.published)
        printed, totals = ~self.hidden, self.cells.totals
        for at, change in self.certificates:
            touched, moved = published_moves(self.cells, at, change)
            possible = (self.cells.counts[at] + change >= -1e-6).all()
            possible &= bool((totals[touched] + moved >= self.floor[touched] - 1e-6).all())
            if possible and (np.abs(moved[printed[touched]]) < 1e-6).all():
                shown[touched] = np.maximum(shown[touched], moved)
        return np.flatnonzero(self.primary & (shown < self.need - 1e-6))


def suppress(
    cells: Cells,
    need: Ints,
    seed: int = 0,
    passes: int | None = None,
    progress: Progress | None = None,
    zeros_open: bool = True,
) -> Suppressed:
    """Suppress all cells with need > 0 and as few more as found.

    need: how much larger each published cell must be able to be. passes: over middling tables;
    small ones get STARTS random starts of MORE_PASSES each, large ones one pass. zeros_open: empty
    cells are printed, so that a hidden one holds somebody. Raises RefusedError where a cell cannot
    be protected at all.
    """
    rng = np.random.default_rng(seed)
    size = len(cells.counts)
    starts = int(np.clip(SMALL // max(1, size), 1, STARTS))
    passes = passes or (MORE_PASSES if starts > 1 else PASSES if size <= WHOLE else 1)
    floor = np.minimum(cells.totals, 1) if zeros_open else np.zeros(cells.published, np.int64)
    found = [
        _from_start(cells, need, floor, rng, passes, _portion(progress, start, starts), start > 0,
                    (cells.totals == 0) if zeros_open else np.zeros(len(need), bool))
        for start in range(starts)
    ]  # fmt: skip
    return min(found, key=lambda table: float(_prices(cells)[table.secondary].sum()))


def _prices(cells: Cells) -> Floats:
    prices = np.maximum(cells.totals, 1).astype(float) ** POWER
    whole = np.array([not margin for margin in cells.margins])[cells.margin_of]
    return np.asarray(np.where(whole, TOTAL_LAST, prices))


def _from_start(
    cells: Cells,
    need: Ints,
    floor: Ints,
    rng: np.random.Generator,
    passes: int,
    progress: Progress,
    shaken: bool,
    stays: Mask,
) -> Suppressed:
    """All passes of one start; a shaken one begins from costs changed at random."""
    primary = need > 0
    offered = ~primary & ~stays
    costs = np.where(primary, 0.0, _prices(cells))
    costs = costs * rng.uniform(0.5, 1.5, len(costs)) if shaken else costs
    depth = np.array([len(m) for m in cells.margins])[cells.margin_of]
    secondary, tables = offered, list[Change]()
    for number in range(passes):
        # Deepest cells first, then the neediest: a different order finds a different cover.
        rank = depth if number % 2 == 0 else -need
        order = np.lexsort((rng.random(len(need)), rank))
        share = _portion(progress, number, passes)
        found, found_tables = _one_pass(
            cells, need, floor, order[primary[order]], offered, costs, share
        )
        if number == 0 or found.sum() <= secondary.sum():
            secondary, tables = found, found_tables
        offered = secondary
    if len(cells.counts) <= WHOLE and primary.sum() <= FEW and secondary.any():
        secondary, tables = prune(cells, need, floor, secondary, tables)
    return Suppressed(cells, need, floor, primary, secondary, tables)


def _portion(progress: Progress | None, number: int, passes: int) -> Progress:
    return lambda done: progress((number + done) / passes) if progress else None


def _one_pass(
    cells: Cells, need: Ints, floor: Ints, ordered: Ints, offered: Mask, prices: Floats,
    progress: Progress,
) -> tuple[Mask, list[Change]]:  # fmt: skip
    primary = need > 0
    costs = prices.copy()
    fixed = ~primary & ~offered
    secondary, safe = np.zeros(len(need), bool), ~primary
    changes, tables = TableChanges(cells, floor), list[Change]()
    for number, target in enumerate(ordered.tolist()):
        if safe[target]:
            continue
        change = _cheapest(changes, target, int(need[target]), costs, fixed)
        touched, moved = published_moves(cells, *change)
        hides = touched[(np.abs(moved) > NEAR) & ~primary[touched]]
        secondary[hides] = True
        costs[hides] = 0.0
        safe[touched[moved >= need[touched] - 1e-6]] = True
        tables.append(change)
        progress((number + 1) / len(ordered))
    return secondary, tables


def _cheapest(changes: TableChanges, target: int, need: int, costs: Floats, fixed: Mask) -> Change:
    """The cheapest change among the nearest inner cells, else among more and more of them."""
    cells, reach = changes.cells, NEIGHBOURS
    while True:
        at = _neighbours(cells, target, reach)
        change = changes.cheapest(target, need, costs, fixed, at)
        if change is not None:
            return change
        if len(at) == len(cells.counts):
            raise RefusedError(
                "suppression: a cell cannot be protected, whatever else is hidden. "
                "Publish fewer tables or coarser groups."
            )
        reach *= 4


def _neighbours(cells: Cells, target: int, reach: int) -> NDArray[np.intp]:
    """The inner cells a change may use: those that share most margins with the target."""
    size = len(cells.counts)
    if size <= max(WHOLE, reach):
        return np.arange(size)
    inside = (cells.member == target).any(axis=1)
    shared = (cells.member == cells.member[cells.first[target]]).sum(axis=1)
    near = np.where(inside, shared.max() + 1, shared)
    count = min(size - 1, max(reach, int(inside.sum())))
    return np.sort(np.argpartition(-near, count)[:count])
