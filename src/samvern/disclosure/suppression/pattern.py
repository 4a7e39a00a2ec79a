# SPDX-License-Identifier: EUPL-1.2
"""Whether a sensitive cell can be large while the printed cells stay: the reader's problem.

min sum |d| subject to (X'd)_p >= need_p, (X'd)_c = 0 for every printed c, d >= -y (after Fischetti
& Salazar 2000, Management Science 46, 1028-1041, section 2). Before the linear programme a little
elimination, as GaussSuppression (Langsrud 2024) does in full: a printed cell of which all inner
cells but one are known gives that one away, and printed cells of the same unknown inner cells are
one equation.
"""

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix, hstack, vstack

from samvern.disclosure.solver import quiet_solver
from samvern.disclosure.suppression.moves import Floats
from samvern.disclosure.suppression.program import Mask, load


class Pattern:
    """A table with some published cells printed. matrix: published x inner cells, 0/1. held: hidden
    cells that a reader knows to hold somebody, and room: by how much each may be lower."""

    def __init__(
        self, matrix: csr_matrix, counts: Floats, printed: Mask, need: Floats, held: Mask,
        room: Floats,
    ) -> None:  # fmt: skip
        self.matrix, self.counts, self.need = matrix, counts, need
        equations = matrix[np.flatnonzero(printed)]
        self.open = _unknown(equations)
        self.at = np.flatnonzero(self.open)
        self.equations = _distinct(equations[:, self.at])
        kept = np.flatnonzero(held & ~printed)
        self.floors, self.lowest = matrix[kept][:, self.at], -room[kept]
        self.solver = quiet_solver(presolve=False)

    def stuck(self, targets: NDArray[np.intp]) -> bool:
        """Elimination alone gives one of the targets away: none of its inner cells can move."""
        return bool(((self.matrix @ self.open.astype(float))[targets] == 0).any())

    def least(self, target: int) -> Floats | None:
        """The least change of the inner cells that raises the target by its need; None if none.

        Least in sum |d|: what moves few cells leaves most of the pattern free to be printed.
        """
        size = len(self.at)
        rows = csr_matrix(vstack([self.equations, self.matrix[[target]][:, self.at], self.floors]))
        equal = self.equations.shape[0]
        model = load(csc_matrix(hstack([rows, -rows])))
        model.col_cost_, model.col_lower_ = np.ones(2 * size), np.zeros(2 * size)
        model.col_upper_ = np.concatenate([np.full(size, highspy.kHighsInf), self.counts[self.at]])
        model.row_lower_ = np.concatenate([np.zeros(equal), [self.need[target]], self.lowest])
        model.row_upper_ = np.where(np.arange(rows.shape[0]) < equal, 0.0, highspy.kHighsInf)
        self.solver.clearModel()
        self.solver.passModel(model)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        value = np.asarray(self.solver.getSolution().col_value)
        change = np.zeros(len(self.open))
        change[self.at] = value[:size] - value[size:]
        return change


def _unknown(equations: csr_matrix) -> Mask:
    """The inner cells left when those alone in a printed cell are known, again and again."""
    unknown, number = np.ones(equations.shape[1]), np.arange(equations.shape[1])
    while True:
        alone = np.flatnonzero(equations @ unknown == 1)
        if not len(alone):
            return unknown > 0
        unknown[(equations[alone] @ (unknown * number)).astype(np.intp)] = 0


def _distinct(equations: csr_matrix) -> csr_matrix:
    """One of each set of equal rows, without empty ones; told apart by random sums."""
    weights = np.random.default_rng(0).integers(1, 2**48, equations.shape[1])
    keys, first = np.unique(equations.astype(np.int64) @ weights, return_index=True)
    return csr_matrix(equations[first[keys != 0]])
