# SPDX-License-Identifier: EUPL-1.2
"""The cheapest change of the table that a reader could not tell from the truth.

min sum_c w_c (t+_c + t-_c) subject to X'd = t+ - t-, d >= -y, (X'd)_p >= need_p, where w_c = 0 for
cells already suppressed and t = 0 for cells that must stay (Kelly, Golden & Assad 1992, Networks
22, 397-417, on a general table instead of a network). What d changes has to be suppressed, and
y + d then is a possible table in which the sensitive cell p is large: the certificate. Where empty
cells are printed as empty, a reader knows that a hidden cell holds somebody: Y + X'd >= 1 there.
"""

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix

from samvern.disclosure.cells import Cells, Index, Ints
from samvern.disclosure.solver import quiet_solver
from samvern.disclosure.suppression.moves import Floats

Mask = NDArray[np.bool_]
NEAR = 1e-7


class TableChanges:
    """Solves for changes of the inner cells `at` of a table; other inner cells stay.

    floor: the least count a reader can believe each published cell to hold while it is hidden.
    """

    def __init__(self, cells: Cells, floor: Ints) -> None:
        self.cells, self.totals = cells, cells.totals
        self.room = (self.totals - floor).astype(float)
        self.bounded = finest(cells) & (floor > 0)
        self.own = _own(cells, self.bounded)
        self.solver = quiet_solver(presolve=False)

    def cheapest(self, target: int, need: int, costs: Floats, fixed: Mask, at: NDArray[np.intp],
                 ) -> tuple[NDArray[np.intp], Floats] | None:  # fmt: skip
        """The cheapest change raising `target` by `need`: (inner cells, changes); None if none.

        costs: of changing each published cell, 0 where free. fixed: published cells that stay.
        """
        at = at[~fixed[self.own[at]] | (self.own[at] < 0)]
        own = self.own[at]
        single = np.flatnonzero((own >= 0) & (costs[own] > 0) & (own != target))
        rows, columns, shown = self._rows(at, target, costs, fixed)
        movable = np.flatnonzero((costs[shown] > 0) & ~fixed[shown])
        size, extra = len(at), len(single) + 2 * len(movable)
        again = np.isin(columns, single)
        fall = size + np.searchsorted(single, columns[again])
        up = size + len(single) + np.arange(len(movable))
        sign = np.concatenate([np.ones(len(rows)), -np.ones(again.sum()),
                               -np.ones(len(movable)), np.ones(len(movable))])  # fmt: skip
        matrix = csc_matrix(
            (sign, (np.concatenate([rows, rows[again], movable, movable]),
                    np.concatenate([columns, fall, up, up + len(movable)]))),
            shape=(len(shown), size + extra),
        )  # fmt: skip
        model = load(matrix)
        self._price(model, at, single, shown[movable], costs, need)
        stays = (costs[shown] > 0) | fixed[shown]
        aim = shown == target
        model.row_lower_ = np.where(aim, float(need), np.where(stays, 0.0, -self.room[shown]))
        model.row_upper_ = np.where(stays & ~aim, 0.0, highspy.kHighsInf)
        self.solver.clearModel()
        self.solver.passModel(model)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        value = np.asarray(self.solver.getSolution().col_value)
        change = value[:size].copy()
        change[single] -= value[size : size + len(single)]
        moves = np.abs(change) > NEAR
        return at[moves], change[moves]

    def _rows(
        self, at: NDArray[np.intp], target: int, costs: Floats, fixed: Mask
    ) -> tuple[Index, Index, Index]:
        """(row, column) of each 1 of the matrix, and the published cell of each row: those that
        cost, stay or must hold somebody; an inner cell that is published needs no row."""
        member = self.cells.member[at]
        touched, local = np.unique(member, return_inverse=True)
        kept = (costs[touched] > 0) | fixed[touched] | self.bounded[touched]
        own = self.own[at]
        kept[np.searchsorted(touched, own[own >= 0])] = False
        kept |= touched == target
        number = np.cumsum(kept) - 1
        inside = kept[local.ravel()]
        column = np.repeat(np.arange(len(at)), member.shape[1])
        return number[local.ravel()[inside]], column[inside], touched[kept]

    def _price(
        self, model: highspy.HighsLp, at: NDArray[np.intp], single: Index, movable: Index,
        costs: Floats, need: int,
    ) -> None:  # fmt: skip
        """Costs and bounds: inner cells, the fall of published inner cells, rise and fall of other
        published cells. A cell that can fall by less than the need costs more a person."""
        own = self.own[at]
        published = own >= 0
        room = np.where(published & self.bounded[own], self.room[own], self.cells.counts[at])
        paid = own[single]
        rise = np.zeros(len(at))
        rise[single] = costs[paid]
        low = -room
        low[single] = 0
        dear = costs[paid] * need / np.clip(room[single], 1, need)
        price, most = costs[movable], self.room[movable]
        model.col_cost_ = np.concatenate([rise, dear, price, price * need / np.clip(most, 1, need)])
        model.col_lower_ = np.concatenate([low, np.zeros(len(single) + 2 * len(movable))])
        top = highspy.kHighsInf
        model.col_upper_ = np.concatenate(
            [np.full(len(at), top), room[single], np.full(len(movable), top),
             np.where(self.bounded[movable], most, top)]
        )  # fmt: skip


def _own(cells: Cells, first: Mask) -> NDArray[np.intp]:
    """For each inner cell a published cell that is nothing else, or -1; of `first`, if one is."""
    own = np.full(len(cells.counts), -1, np.intp)
    for column in cells.member.T:
        better = cells.alone[column] & ((own < 0) | first[column])
        own[better] = column[better]
    return own


def finest(cells: Cells) -> Mask:
    """Published cells of margins that no other published margin refines: if these hold somebody,
    so do all above them."""
    spans = [frozenset(m).union(*(cells.above[v] for v in m)) for m in cells.margins]
    finest = [not any(span < other for other in spans) for span in spans]
    return np.asarray(np.array(finest)[cells.margin_of])


def membership(cells: Cells) -> "csr_matrix":
    """X': published x inner cells, 1 where the inner cell is in the published one."""
    inner, margins = cells.member.shape
    rows = cells.member.ravel(), np.repeat(np.arange(inner), margins)
    return csr_matrix((np.ones(inner * margins), rows), shape=(cells.published, inner))


def load(matrix: "csc_matrix") -> highspy.HighsLp:
    """A model with this matrix and columns without upper bound; costs and the rest are to fill."""
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = matrix.shape
    model.col_upper_ = np.full(matrix.shape[1], highspy.kHighsInf)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = matrix.indptr
    model.a_matrix_.index_ = matrix.indices
    model.a_matrix_.value_ = matrix.data
    return model
