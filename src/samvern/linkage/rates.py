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

from samvern.linkage.compare import NAME_LEVELS, agree
from samvern.linkage.features import plain_tokens
from samvern.linkage.layout import AT
from samvern.linkage.weights import (
    NAME_U,
    NEAR_NAMES,
    PRIOR_PAIRS,
    RATE_FIELDS,
    published_rates,
    with_exact,
)

SAMPLE = 20_000
NEAR_PRIOR = 2_000.0  # pairs the published rates of near names are worth
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
    return {field: _pairs(field, values, present) for field in RATE_FIELDS} | _near(values, present)


def _near(values: NDArray[np.uint8], present: NDArray[np.bool_]) -> dict[str, tuple[int, int]]:
    """How often two names of a list are near without being the same, from pairs drawn at random."""
    rng = np.random.default_rng(len(values))
    a, b = rng.integers(len(values), size=(2, SAMPLE))
    tokens = plain_tokens(values, present)
    a, b = a[a != b], b[a != b]
    seen = agree(tokens[a], tokens[b])
    found = {}
    for slot, levels in (("given", seen.given), ("family", seen.family)):
        straight = levels[~seen.swapped & (levels > 0)]
        for level in NEAR_NAMES:
            hits = int((straight == NAME_LEVELS.index(level)).sum())
            found[f"{slot}:{level}"] = (hits, len(straight))
    return found


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
    return pooled | _pooled_near(lists, pooled)


def _pooled_near(
    lists: Sequence[Mapping[str, tuple[int, int]]], pooled: Mapping[str, float]
) -> dict[str, float]:
    found = {}
    for slot in ("given", "family"):
        usual = dict(zip(NEAR_NAMES, with_exact(NAME_U, pooled[slot])[1:], strict=False))
        for level, prior in usual.items():
            counts = [rates.get(f"{slot}:{level}", (0, 0)) for rates in lists]
            hits, pairs = (sum(count[n] for count in counts) for n in (0, 1))
            found[f"{slot}:{level}"] = (hits + prior * NEAR_PRIOR) / (pairs + NEAR_PRIOR)
    return found
