# SPDX-License-Identifier: EUPL-1.2
"""Print again what need not be hidden: the last step of secondary suppression.

One secondary cell after another, the largest first, is printed on trial. Only sensitive cells whose
certificate moved it are in question; each gets a new certificate, or the cell stays hidden. What
is left cannot be thinned by any single cell.
"""

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.cells import Cells, Ints
from samvern.disclosure.suppression.moves import Change, Floats
from samvern.disclosure.suppression.pattern import Pattern
from samvern.disclosure.suppression.program import NEAR, Mask, finest, membership

Targets = NDArray[np.intp]


class Pruner:
    """certificates[k]: a change of the inner cells; moves[k]: of the published ones; shower[p]: the
    k that shows sensitive cell p to be possibly large."""

    def __init__(self, cells: Cells, need: Ints, floor: Ints, secondary: Mask) -> None:
        self.held = finest(cells) & (floor > 0)
        self.room = (cells.totals - floor).astype(float)
        self.cells, self.matrix, self.secondary = cells, membership(cells), secondary.copy()
        self.need, self.primary = need.astype(float), need > 0
        self.certificates: list[Floats] = []
        self.moves: list[Floats] = []
        self.shower = np.full(len(need), -1)
        self.blame = np.zeros(len(need))

    def add(self, changes: list[Floats], among: Mask) -> None:
        """Take certificates for those of `among` they show."""
        left = among.copy()
        for change in changes:
            moved = self.matrix @ change
            shown = left & (moved >= self.need - 1e-6)
            if shown.any():
                self.shower[shown] = len(self.moves)
                self.certificates.append(change)
                self.moves.append(moved)
                left &= ~shown

    def print_again(self, cell: int) -> bool:
        """Print this secondary cell if every sensitive cell keeps a certificate without it."""
        used = np.unique(self.shower[self.primary])
        movers = [k for k in used.tolist() if abs(self.moves[k][cell]) > NEAR]
        asked = self.primary & np.isin(self.shower, movers)
        printed = ~self.primary & ~self.secondary
        printed[cell] = True
        fresh = self._fresh(printed, asked, cell)
        if fresh is None:
            return False
        self.add(fresh, asked)
        moved = [self.moves[k] for k in np.unique(self.shower[self.primary]).tolist()]
        self.secondary &= (np.abs(np.array(moved)) > NEAR).any(axis=0)
        return True

    def _fresh(self, printed: Mask, asked: Mask, cell: int) -> list[Floats] | None:
        """New certificates for all that are asked; None as soon as one cannot have any."""
        counts = self.cells.counts.astype(float)
        pattern = Pattern(self.matrix, counts, printed, self.need, self.held, self.room)
        targets = np.flatnonzero(asked)
        if pattern.stuck(targets):
            return None
        fresh, left = list[Floats](), asked.copy()
        for target in self._likeliest_to_fail(targets, cell).tolist():
            if not left[target]:
                continue
            change = pattern.least(target)
            if change is None or (np.abs((self.matrix @ change)[printed]) > NEAR).any():
                self.blame[target] += 1
                return None
            fresh.append(change)
            left &= self.matrix @ change < self.need - 1e-6
        return fresh

    def _likeliest_to_fail(self, targets: Targets, cell: int) -> Targets:
        """Those that failed most, then those that share most margins with the cell."""
        inside = self.cells.member[self.cells.first[targets]]
        shared = (inside == self.cells.member[self.cells.first[cell]]).sum(axis=1)
        return targets[np.lexsort((-shared, -self.blame[targets]))]


def prune(
    cells: Cells, need: Ints, floor: Ints, secondary: Mask, tables: list[Change]
) -> tuple[Mask, list[Change]]:
    """Fewer secondary cells, none of which can be printed by itself, and their certificates.

    tables: certificates (changes of the inner cells) that show every sensitive cell.
    """
    pruner = Pruner(cells, need, floor, secondary)
    pruner.add([_whole(cells, change) for change in tables], pruner.primary)
    for cell in np.lexsort((-cells.totals,)).tolist():
        if pruner.secondary[cell]:
            pruner.print_again(cell)
    used = np.unique(pruner.shower[pruner.primary])
    return pruner.secondary, [_sparse(pruner.certificates[k]) for k in used.tolist()]


def _whole(cells: Cells, change: Change) -> Floats:
    whole = np.zeros(len(cells.counts))
    whole[change[0]] = change[1]
    return whole


def _sparse(change: Floats) -> Change:
    at = np.flatnonzero(np.abs(change) > NEAR)
    return at, change[at]
