# SPDX-License-Identifier: EUPL-1.2
"""Different people who share a key all the same, counted within one list.

The weights ask how often different people agree. Pairs are compared only when they share a key,
and of two people with little in common hardly any do, while of two records of one person many
do: that a weak pair is compared at all is evidence. In a list that holds each person once every
pair is of two people, so the list itself shows how often.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.compare import FieldAgreement
from samvern.linkage.graph import Ints
from samvern.linkage.replay import SHAPE, Reach, coarse
from samvern.linkage.weights import BIRTH_U, Floats, Rates, name_u

# Agreement is counted coarsely here, so part of the evidence is in the levels already. Set where
# studies of `linkage_studies` with seeds 1 to 6 have as many people in common as there are.
COUNTED = 0.5
LEAST = 2.0  # expected pairs that "as often as one person's records" is worth


def count_strangers(seen: FieldAgreement) -> Reach:
    """Pairs of a list by the agreement of given name, family name and date."""
    found = np.zeros(SHAPE[1:], dtype=np.int64)
    np.add.at(found, (coarse(seen.given), coarse(seen.family), seen.birth), 1)
    return found


def evidence(
    reach: NDArray[np.float64], strangers: Sequence[Reach], sizes: Sequence[int], rates: Rates,
    dates: tuple[float, float],
) -> Floats:  # fmt: skip
    """What it adds to the weight of a pair, by its agreement, that it is compared at all.

    Args:
        reach: chance that a true pair is compared.
        strangers: `count_strangers` of each list.
        sizes: people of each list.
        rates: how often two different people agree.
        dates: share of pairs with two whole dates, and with the year only.
    """
    pairs = sum(n * (n - 1) / 2 for n in sizes)
    names = [_coarse_u(slot, rates) for slot in ("given", "family")]
    expected = pairs * np.einsum("g,f,b->gfb", *names, _dates(rates, *dates))
    usual = np.maximum(reach, 1e-4)
    compared = (sum(strangers) + LEAST * usual) / (expected + LEAST)
    return np.asarray(COUNTED * np.log(usual / compared))


def _coarse_u(slot: str, rates: Rates) -> Floats:
    u = name_u(slot, rates)
    return np.array([0.0, *u[:3], max(1 - sum(u[:3]), 0.0)])


def _dates(rates: Rates, whole: float, year: float) -> Floats:
    _, swapped, two, _, near, same_day, other = BIRTH_U
    near = min(2 * rates["year"], 0.95)
    some = whole + year
    found = [max(1 - some, 0.0), whole * rates["birth"], whole * swapped, whole * two,
             year * rates["year"], some * near, whole * same_day, some * other]  # fmt: skip
    return np.asarray(found)


def same_list_pairs(holders: Sequence[Sequence[int]], most: int) -> Ints:
    """Pairs of rows of one list that share a key at most `most` rows hold, each pair once."""
    found = {
        (a, b)
        for rows in holders
        if 1 < len(rows) <= most
        for n, a in enumerate(rows)
        for b in rows[n + 1 :]
    }
    return np.array(sorted(found), dtype=np.int64).reshape(-1, 2)
