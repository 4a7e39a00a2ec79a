# SPDX-License-Identifier: EUPL-1.2
"""From weights to odds: how many people two lists share, learnt from the lists themselves.

Only one number is learnt, the expected count M of shared people, by the EM step of Fellegi &
Sunter's mixture with m and u held fixed (Jaro 1989, section 4, reduced to its prior). One
number from hundreds of pairs is well determined where the full EM is not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

Floats = NDArray[np.float64]

# Share of true pairs that become candidates, published for two whole birth dates, for less, and
# when the lists share an address or a number as well (docs/figures/linkage.md, section 5).
COVERAGE = {"plain": (0.98, 0.91, 0.995), "tokens": (0.95, 0.83, 0.98)}

_STEPS = 200


def coverage(mode: str, whole_left: float, whole_right: float, *, more: bool) -> float:
    """Share of true pairs that agree on enough to be compared at all.

    Args:
        mode: "plain" or "tokens".
        whole_left, whole_right: share of records of each list with a whole birth date.
        more: whether both lists hold an address or a number too.
    """
    whole, less, full = COVERAGE[mode]
    both = whole_left * whole_right
    return full if more else both * whole + (1 - both) * less


def expected_shared(weights: Floats, left: int, right: int, coverage: float = 1.0) -> float:
    """EM estimate of M for two lists of `left` and `right` people, from the pairs' weights.

    `coverage` is the share of true pairs that agree on enough to be among the pairs at all;
    the E step must count the others too (see `coverage`).
    """
    shared = 0.3 * min(left, right)
    for _ in range(_STEPS):
        before = shared
        shared = float(expit(weights + _prior_odds(shared, left, right)).sum())
        shared /= coverage
        shared = min(max(shared, 0.5), min(left, right) - 0.5) if min(left, right) > 1 else 0.5
        if abs(shared - before) < 1e-9:
            break
    return shared


def log_odds(weights: Floats, left: int, right: int, coverage: float = 1.0) -> Floats:
    """ln of the odds that each pair is one person, before one-to-one competition."""
    shared = expected_shared(weights, left, right, coverage)
    return weights + _prior_odds(shared, left, right)


def _prior_odds(shared: float, left: int, right: int) -> float:
    return float(np.log(shared) - np.log(max(left * right - shared, 0.5)))
