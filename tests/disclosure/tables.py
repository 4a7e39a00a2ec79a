# SPDX-License-Identifier: EUPL-1.2
"""Small tables for the tests of this room, and what Hypothesis draws."""

from pathlib import Path

import pytest
from hypothesis import strategies as st

from samvern.disclosure import Cells, TableSheet, cells_of

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests/data/disclosure"
SHARED = ROOT.parent / "shared/data"
F1 = "year*sex*age*form"


def shared(name: str) -> Path:
    """A file of the shared data; the test is skipped where it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    return path


def sheet(counts: dict[tuple[str, ...], int], names: tuple[str, ...]) -> TableSheet:
    return TableSheet("drawn", (*names, "count"), [[*key, str(n)] for key, n in counts.items()])


@st.composite
def drawn(draw: st.DrawFn, most: int = 9) -> Cells:
    """A three-way table with a hierarchy, a few cells wide."""
    rows = st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from("1234"))
    counts = draw(st.dictionaries(rows, st.integers(0, most), min_size=1, max_size=20))
    wide = {(*key, "A" if key[2] in "12" else "B"): n for key, n in counts.items()}
    return cells_of(sheet(wide, ("sex", "form", "place", "county")), "sex*form*(county+place)")
