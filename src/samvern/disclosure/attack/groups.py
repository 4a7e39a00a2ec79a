# SPDX-License-Identifier: EUPL-1.2
"""Group disclosure: everybody in a group shares a category, so knowing the group is knowing it.

A sum p = c1 + ... + ck discloses its group where p > 0 and all parts but one are certainly 0
(Hundepool et al. 2012, Statistical Disclosure Control, section 5.2.2). Groups whose table has one
category only are not counted: there was nothing to learn.
"""

import numpy as np

from samvern.disclosure.attack.puzzle import Bounds, Puzzle
from samvern.disclosure.cells import Index


def shared_category(puzzle: Puzzle, low: Bounds, high: Bounds) -> Index:
    """The cells that hold everybody of a group of at least one person."""
    size = len(puzzle.parent)
    parts = np.bincount(puzzle.equation, minlength=size)
    zero = np.bincount(puzzle.equation, high[puzzle.child] == 0, size)
    told = (parts >= 2) & (zero == parts - 1) & (low[puzzle.parent] > 0) & puzzle.exact
    holds = told[puzzle.equation] & (high[puzzle.child] > 0)
    return np.unique(puzzle.child[holds])
