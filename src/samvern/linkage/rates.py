# SPDX-License-Identifier: EUPL-1.2
"""How often values repeat within one list: the only statistics an agency sends along.

In a list without duplicates every pair of records is a pair of different people, so the share
of pairs that agree is `u` itself, measured without truth and without the other list.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.layout import AT
from samvern.linkage.weights import PRIOR_PAIRS, RATE_FIELDS, published_rates

SURE = 3.0  # standard errors, of pairs counted as if each were by itself
MOST = 0.95  # what everybody shares still says a little when it differs
_COLUMNS = {
    "given": ("given.exact",),
    "family": ("family.exact",),
    "birth": ("birth.year", "birth.month", "birth.day"),
    "year": ("birth.year",),
    "sex": ("sex",),
    "nationality": ("nationality0",),
    "number": ("number0",),
}


def within_rates(
    values: NDArray[np.uint8], present: NDArray[np.bool_]
) -> dict[str, tuple[int, int]]:
    """(pairs that agree, pairs compared) for each field; digests shape (rows, columns, 16)."""
    return {field: _pairs(field, values, present) for field in RATE_FIELDS}


def _pairs(field: str, values: NDArray[np.uint8], present: NDArray[np.bool_]) -> tuple[int, int]:
    columns = [AT[column] for column in _COLUMNS.get(field, (f"{field}.exact",))]
    here = present[:, columns].all(axis=1)
    if here.sum() < 2:
        return 0, 0
    rows = np.ascontiguousarray(values[here][:, columns]).reshape(int(here.sum()), -1)
    _, counts = np.unique(rows.view(f"V{rows.shape[1]}"), return_counts=True)
    return int((counts * (counts - 1) // 2).sum()), len(rows) * (len(rows) - 1) // 2


def pooled_rates(lists: Sequence[Mapping[str, tuple[int, int]]]) -> dict[str, float]:
    """`u` of each field: the published value counted as `PRIOR_PAIRS` pairs, beside the lists' own.

    Where the lists surely show more (a shelter's address, one family name for a whole village)
    what they show decides, however few pairs they hold.
    """
    pooled = {}
    for field, prior in published_rates().items():
        agree = sum(rates[field][0] for rates in lists if field in rates)
        pairs = sum(rates[field][1] for rates in lists if field in rates)
        usual = (agree + prior * PRIOR_PAIRS) / (pairs + PRIOR_PAIRS)
        surely = (agree - SURE * math.sqrt(agree)) / max(pairs, 1)
        pooled[field] = min(max(usual, surely), MOST)
    return pooled
