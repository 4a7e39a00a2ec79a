# SPDX-License-Identifier: EUPL-1.2
"""What a small file cannot judge, said in words, and kept below one half.

Among a few dozen records nobody can measure how often two different people agree: in a file of
22 from one town they may all share a family name, and the published rates say one in 250.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.compare import DATE_LEVELS, NAME_LEVELS, FieldAgreement, Levels

FEW = 50  # records; below this a file is small
BELOW_HALF = -0.02  # ln odds

_ALIKE = [NAME_LEVELS.index(level) for level in ("exact", "sound", "edit")]
_DATED = [DATE_LEVELS.index(level) for level in ("exact", "day-month swapped")]


def unlike(seen: FieldAgreement) -> NDArray[np.bool_]:
    """Pairs that share no number, not both names, and not one name with a whole birth date."""
    given, family = _in(seen.given, _ALIKE), _in(seen.family, _ALIKE)
    dated = _in(seen.birth, _DATED)
    return np.asarray(~((seen.number == 1) | (given & family) | ((given | family) & dated)))


def _in(levels: Levels, wanted: Sequence[int]) -> NDArray[np.bool_]:
    return np.isin(levels, wanted)


def hold_back(
    odds: NDArray[np.float64], unjudged: NDArray[np.bool_], smallest: int
) -> NDArray[np.float64]:
    """ln odds, below even where the lists are small and the pair is `unlike` in all its names."""
    if smallest >= FEW:
        return odds
    return np.where(unjudged, np.minimum(odds, BELOW_HALF), odds)


def limits(name: str, records: int, *, family: bool, day: bool, number: bool) -> list[str]:
    """Sentences on what a list cannot judge; none when it is large enough.

    Args:
        name: of the list.
        records: how many.
        family, day, number: does any record hold a family name, a birth date beyond the year,
            a person's number?
    """
    if records >= FEW:
        return []
    said = [
        f"{name}: {records} records are too few to measure how often different people agree; pairs "
        "alike in one name without the whole birth date stay below one half"
    ]
    if not family:
        said.append(f"{name}: no family names; people with one given name cannot be told apart")
    if not day and not number:
        said.append(
            f"{name}: neither numbers nor birth dates beyond the year; people with the same "
            "names cannot be told apart"
        )
    return said
