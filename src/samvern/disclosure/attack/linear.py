# SPDX-License-Identifier: EUPL-1.2
"""Exact bounds by linear programming: min and max of each hidden cell over all feasible tables.

The attacker's problem of cell suppression (Fischetti & Salazar 2000, Management Science 46,
1028-1041, section 2): min / max x_c subject to the sums and the printed intervals. Solved by HiGHS,
one model per connected part of the table, warm-started from cell to cell. Bounds are rounded
inwards to whole persons; integrality beyond that is not used, so the answer is an outer bound
(sound), and exact for two-way tables, whose matrices are totally unimodular.
"""

from collections.abc import Callable

import highspy
import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

from samvern.disclosure.attack.puzzle import OPEN, Bounds, Mask, Puzzle
from samvern.disclosure.cells import Index
from samvern.disclosure.solver import quiet_solver

LARGEST = 3_000
NEAR = 1e-6
Progress = Callable[[float], None]


class LinearProgram:
    """The sums among some cells as a HiGHS model; cells with a known value are constants."""

    def __init__(self, puzzle: Puzzle, low: Bounds, high: Bounds, equations: Index) -> None:
        inside = np.isin(puzzle.equation, equations)
        number = np.searchsorted(equations, puzzle.equation[inside])
        row = np.concatenate([number, np.arange(len(equations))])
        cell = np.concatenate([puzzle.child[inside], puzzle.parent[equations]])
        sign = np.concatenate([np.ones(len(number)), -np.ones(len(equations))])
        known = low[cell] >= high[cell]
        fixed = np.bincount(row, np.where(known, sign * low[cell], 0), len(equations)).astype(float)
        self.cells, column = np.unique(cell[~known], return_inverse=True)
        matrix = coo_matrix(
            (sign[~known], (row[~known], column)), shape=(len(equations), len(self.cells))
        ).tocsr()
        floor = np.where(puzzle.exact[equations], -fixed, -highspy.kHighsInf).astype(float)
        self.solver = _load(matrix, floor, -fixed, low[self.cells], high[self.cells])
        self.aimed = -1

    def extreme(self, column: int, largest: bool) -> float | None:
        """Least or largest value of one cell; None where no table is feasible."""
        if self.aimed >= 0:
            self.solver.changeColCost(self.aimed, 0.0)
        self.solver.changeColCost(column, -1.0 if largest else 1.0)
        self.aimed = column
        self.solver.run()
        status = self.solver.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return float(self.values()[column])
        unbounded = (
            highspy.HighsModelStatus.kUnbounded,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        )
        return OPEN if status in unbounded and largest else None

    def values(self) -> Bounds:
        return np.asarray(self.solver.getSolution().col_value)


def _load(
    matrix: "csr_matrix", floor: Bounds, top: Bounds, low: Bounds, high: Bounds
) -> highspy.Highs:
    """A quiet HiGHS model with zero costs."""
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = matrix.shape
    model.col_cost_ = np.zeros(matrix.shape[1])
    model.col_lower_ = low
    model.col_upper_ = np.where(high >= OPEN / 2, highspy.kHighsInf, high)
    model.row_lower_, model.row_upper_ = floor, top
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = matrix.indptr
    model.a_matrix_.index_ = matrix.indices
    model.a_matrix_.value_ = matrix.data
    solver = quiet_solver(presolve=False)
    solver.passModel(model)
    return solver


def tighten(
    puzzle: Puzzle, low: Bounds, high: Bounds, wanted: Mask, progress: Progress | None = None
) -> Mask:
    """Tighten, in place, the bounds of the wanted cells that propagation left open.

    Returns the cells of parts that have no feasible table at all (contradictions). Parts of more
    than LARGEST open cells keep the bounds of propagation.
    """
    broken = np.zeros(len(low), bool)
    parts = _parts(puzzle, low, high)
    for at, equations in enumerate(parts):
        program = LinearProgram(puzzle, low, high, equations)
        if len(program.cells) <= LARGEST and not _tighten_part(program, low, high, wanted):
            broken[program.cells] = True
        if progress:
            progress((at + 1) / len(parts))
    return broken


def _parts(puzzle: Puzzle, low: Bounds, high: Bounds) -> list[Index]:
    """Equations of each connected part that has open cells; known cells do not connect."""
    size = len(low)
    open_child = (low < high)[puzzle.child]
    open_parent = (low < high)[puzzle.parent]
    equations = np.arange(len(puzzle.parent))
    rows = np.concatenate([puzzle.equation[open_child], equations[open_parent]]) + size
    columns = np.concatenate([puzzle.child[open_child], puzzle.parent[open_parent]])
    if not len(rows):
        return []
    whole = size + len(equations)
    graph = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(whole, whole))
    part = connected_components(graph, directed=False)[1][size:]
    touched = np.unique(rows - size)
    order = touched[np.argsort(part[touched], kind="stable")]
    return [np.sort(p) for p in np.split(order, np.flatnonzero(np.diff(part[order])) + 1)]


def _tighten_part(program: LinearProgram, low: Bounds, high: Bounds, wanted: Mask) -> bool:
    """False where no table fits. A bound some solution already attains is not solved again."""
    least, most = np.full(len(program.cells), OPEN), np.zeros(len(program.cells))
    for column, cell in enumerate(program.cells.tolist()):
        if not wanted[cell]:
            continue
        for largest in (True, False):
            at_top, at_floor = most[column] >= high[cell] - NEAR, least[column] <= low[cell] + NEAR
            if at_top if largest else at_floor:
                continue
            bound = program.extreme(column, largest)
            if bound is None:
                return False
            if bound < OPEN / 2:
                found = program.values()
                np.minimum(least, found, out=least)
                np.maximum(most, found, out=most)
            if largest:
                high[cell] = min(high[cell], np.floor(bound + NEAR))
            else:
                low[cell] = max(low[cell], np.ceil(bound - NEAR))
    return True
