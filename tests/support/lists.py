# SPDX-License-Identifier: EUPL-1.2
"""The published overlap tables, and made-up ones for property tests."""

from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from samvern.estimation import CaptureTable, read_lists

FOLDER = Path(__file__).parents[1] / "data" / "mse"
ALL = ("UKdat_4", "UKdat_5", "UKdat", "Western", "Korea", "Artificial_3")


def published(name: str) -> CaptureTable:
    """A published table by the name of its file."""
    return read_lists([FOLDER / f"{name}.csv"]).table


@st.composite
def tables(draw: st.DrawFn, least: int = 3, most: int = 4, largest: int = 30) -> CaptureTable:
    """Tables of `least` to `most` lists, sparse ones included, with at least one person."""
    lists = draw(st.integers(least, most))
    size = 2**lists - 1
    count = st.one_of(st.just(0), st.integers(0, largest))
    counts = draw(st.lists(count, min_size=size, max_size=size).filter(any))
    names = tuple("ABCDEFGH"[:lists])
    return CaptureTable(names, np.array([0, *counts], dtype=np.int64))
