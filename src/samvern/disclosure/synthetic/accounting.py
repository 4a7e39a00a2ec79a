# SPDX-License-Identifier: EUPL-1.2
"""What Gaussian noise costs, exactly.

All our measurements are Gaussian, so together they are one Gaussian mechanism with
mu**2 = sum (sensitivity / sigma)**2 (Dong, Roth & Su 2022, JRSS B 84, 3-37, corollary 3.3), which
is (epsilon, delta)-differentially private exactly when
delta >= Phi(-epsilon/mu + mu/2) - exp(epsilon) Phi(-epsilon/mu - mu/2)
(Balle & Wang 2018, ICML, theorem 8; no looser composition theorem is used).
"""

import math

from scipy.optimize import brentq
from scipy.special import log_ndtr

from samvern.disclosure.errors import RefusedError

REPLACE = math.sqrt(2.0)
"""L2 sensitivity of a histogram when a record is replaced: one cell loses 1, another gains 1."""


def delta_of(epsilon: float, mu: float) -> float:
    """The smallest delta for which a mu-Gaussian mechanism is (epsilon, delta)-private."""
    if mu <= 0:
        return 0.0
    first = math.exp(log_ndtr(-epsilon / mu + mu / 2))
    return max(0.0, first - math.exp(epsilon + log_ndtr(-epsilon / mu - mu / 2)))


def mu_of(epsilon: float, delta: float) -> float:
    """The largest mu that (epsilon, delta) allows; RefusedError where there is none."""
    if not (0 < epsilon <= 100 and 0 < delta < 1):
        raise RefusedError("epsilon must be above 0 and at most 100, delta between 0 and 1.")
    return float(brentq(lambda mu: delta_of(epsilon, mu) - delta, 1e-6, 100.0, xtol=1e-9))


def epsilon_of(mu: float, delta: float) -> float:
    """The epsilon a mu-Gaussian mechanism costs at this delta."""
    if delta_of(0.0, mu) <= delta:
        return 0.0
    return float(brentq(lambda eps: delta_of(eps, mu) - delta, 0.0, 1000.0, xtol=1e-9))


def usual_delta(persons: int) -> float:
    """1 / (n ln n), as Synthetic Data Showcase chooses; well below 1/n."""
    return 1 / (persons * math.log(max(3, persons)))
