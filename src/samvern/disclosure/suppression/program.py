# SPDX-License-Identifier: EUPL-1.2
"""The cheapest change of the table that a reader could not tell from the truth.

min sum_c w_c (t+_c + t-_c) subject to X'd = t+ - t-, d >= -y, (X'd)_p >= need_p, where w_c = 0 for
cells already suppressed and t = 0 for cells that must stay (Kelly, Golden & Assad 1992, Networks
22, 397-417, on a general table instead of a network). What d changes has to be suppressed, and
y + d then is a possible table in which the sensitive cell p is large: the certificate.
"""

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csc_matrix, csr_matrix, hstack

from samvern.disclosure.cells import Cells
from samvern.disclosure.solver import quiet_solver

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
NEAR = 1e-7


class Changes:
    """Solves for changes of the inner cells `at` of a table; other inner cells stay."""

    def __init__(self, cells: Cells, presolve: bool) -> None:
        self.cells = cells
        self.matrix = membership(cells)
        self.solver = quiet_solver(presolve)

    def cheapest(self, target: int, need: int, costs: Floats, fixed: Mask, at: NDArray[np.intp],
                 ) -> Floats | None:  # fmt: skip
        """The cheapest change d raising `target` by `need`, over all inner cells; None if none.

        costs: of changing each published cell, 0 where free. fixed: published cells that stay.
        """
        matrix = self.matrix[:, at] if len(at) < self.matrix.shape[1] else self.matrix
        touched = np.diff(matrix.indptr) > 0
        paid = np.flatnonzero(touched & ((costs > 0) | fixed))
        movable = np.flatnonzero(~fixed[paid])
        slack = coo_matrix(
            (np.ones(len(movable)), (movable, np.arange(len(movable)))),
            shape=(len(paid) + 1, len(movable)),
        )
        rows = csr_matrix(matrix[np.append(paid, target)])
        model = load(csc_matrix(hstack([rows, -slack, slack])))
        price = costs[paid[movable]]
        model.col_cost_ = np.concatenate([np.zeros(len(at)), price, price])
        model.col_lower_ = np.concatenate([-self.cells.counts[at], np.zeros(2 * len(movable))])
        model.row_lower_ = np.append(np.zeros(len(paid)), float(need))
        model.row_upper_ = np.append(np.zeros(len(paid)), highspy.kHighsInf)
        self.solver.clearModel()
        self.solver.passModel(model)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        change = np.zeros(self.matrix.shape[1])
        change[at] = np.asarray(self.solver.getSolution().col_value)[: len(at)]
        return change


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
