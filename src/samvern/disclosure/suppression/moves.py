# SPDX-License-Identifier: EUPL-1.2
"""A change of some inner cells, and what it does to the published ones."""

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.cells import Cells

Cell = NDArray[np.intp]
Floats = NDArray[np.float64]
Change = tuple[Cell, Floats]
"""Inner cells and by how much each changes."""


def published_moves(cells: Cells, at: Cell, change: Floats) -> Change:
    """The published cells touched by a change, and by how much each moves."""
    member = cells.member[at]
    touched, local = np.unique(member, return_inverse=True)
    moved = np.bincount(local.ravel(), np.repeat(change, member.shape[1]), len(touched))
    return touched.astype(np.intp), moved.astype(np.float64)
