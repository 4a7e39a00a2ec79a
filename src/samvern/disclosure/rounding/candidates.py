# SPDX-License-Identifier: EUPL-1.2
"""Which inner cells are rounded (Langsrud & Heldal 2018, section 3)."""

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.cells import Cells, Ints

Mask = NDArray[np.bool_]


def is_small(counts: Ints, base: int) -> Mask:
    """Counts that may not be published: 1 to base - 1. Zero is not small: nobody is in it."""
    return (counts > 0) & (counts < base)


def to_round(cells: Cells, small: Mask, counts: Ints, base: int) -> Mask:
    """Inner cells that some small published cell is made of and that are not multiples of base.

    A small published cell then becomes a sum of multiples of base, hence never small again; an
    inner cell in no small published cell keeps its count.
    """
    touched = np.zeros(len(counts), bool)
    for column in cells.member.T:
        touched |= small[column]
    return np.asarray(touched & (counts % base != 0))
