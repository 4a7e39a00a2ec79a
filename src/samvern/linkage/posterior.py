# SPDX-License-Identifier: EUPL-1.2
"""From weights to odds: how many records of one list are doubled, learnt from the list itself.

Only one number is learnt, the expected count M of shared people, by the EM step of Fellegi &
Sunter's mixture with m and u held fixed (Jaro 1989, section 4, reduced to its prior). One
number from hundreds of pairs is well determined where the full EM is not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

Floats = NDArray[np.float64]

_STEPS = 200


def expected_shared(weights: Floats, left: int, right: int, coverage: float = 1.0) -> float:
    """EM estimate of M for two lists of `left` and `right` people, from the pairs' weights.

    `coverage` is the share of true pairs that agree on enough to be among the pairs at all;
    the E step must count the others too.
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
