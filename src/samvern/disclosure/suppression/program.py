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

from samvern.disclosure.cells import Cells, Ints
from samvern.disclosure.solver import quiet_solver
from samvern.disclosure.suppression.moves import Floats

Mask = NDArray[np.bool_]
NEAR = 1e-7


class Changes:
    """Solves for changes of the inner cells `at` of a table; other inner cells stay.

    floor: the least count a reader can believe each published cell to hold while it is hidden.
    """

    def __init__(self, cells: Cells, floor: Ints, presolve: bool) -> None:
        self.cells, self.totals = cells, cells.totals
        self.room = (self.totals - floor).astype(float)
        self.bounded = finest(cells) & (floor > 0)
        self.solver = quiet_solver(presolve)

    def cheapest(self, target: int, need: int, costs: Floats, fixed: Mask, at: NDArray[np.intp],
                 ) -> tuple[NDArray[np.intp], Floats] | None:  # fmt: skip
        """The cheapest change raising `target` by `need`: (inner cells, changes); None if none.

        costs: of changing each published cell, 0 where free. fixed: published cells that stay.
        """
        member = self.cells.member[at]
        touched, local = np.unique(member, return_inverse=True)
        local = local.reshape(member.shape)
        paid = (costs[touched] > 0) | fixed[touched]
        kept = paid | self.bounded[touched] | (touched == target)
        number = np.cumsum(kept) - 1
        column = np.repeat(np.arange(len(at)), member.shape[1])
        inside = kept[local.ravel()]
        rows, columns = number[local.ravel()[inside]], column[inside]
        shown = touched[kept]
        movable = np.flatnonzero((costs[shown] > 0) & ~fixed[shown])
        up = len(at) + np.arange(len(movable))
        down = up + len(movable)
        matrix = csc_matrix(
            (
                np.concatenate([np.ones(len(rows)), -np.ones(len(movable)), np.ones(len(movable))]),
                (np.concatenate([rows, movable, movable]), np.concatenate([columns, up, down])),
            ),
            shape=(len(shown), len(at) + 2 * len(movable)),
        )  # fmt: skip
        model = load(matrix)
        price, room = costs[shown[movable]], self.room[shown[movable]]
        model.col_cost_ = np.concatenate([np.zeros(len(at)), price, price])
        model.col_lower_ = np.concatenate([-self.cells.counts[at], np.zeros(2 * len(movable))])
        lowered = np.where(self.bounded[shown[movable]], room, highspy.kHighsInf)
        model.col_upper_ = np.concatenate(
            [np.full(len(at) + len(movable), highspy.kHighsInf), lowered]
        )
        stays = (costs[shown] > 0) | fixed[shown]
        aim = shown == target
        model.row_lower_ = np.where(aim, float(need), np.where(stays, 0.0, -self.room[shown]))
        model.row_upper_ = np.where(stays & ~aim, 0.0, highspy.kHighsInf)
        self.solver.clearModel()
        self.solver.passModel(model)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        change = np.asarray(self.solver.getSolution().col_value)[: len(at)]
        moves = np.abs(change) > NEAR
        return at[moves], change[moves]


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
