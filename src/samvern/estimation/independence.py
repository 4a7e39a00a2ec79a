# SPDX-License-Identifier: EUPL-1.2
"""The first yardstick: lists that know nothing of each other (Darroch 1958; model Mt).

With n_i persons on list i and n on any, the multinomial likelihood maximised over the capture
probabilities is, up to a constant in N (Cormack 1992, equation 2),

    l(N) = log N! - log (N - n)! + sum_i [ (N - n_i) log(N - n_i) - N log N ]

The estimate is its maximum; an interval holds every N with 2 (l(max) - l(N)) below chi-square(1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq, minimize_scalar
from scipy.special import gammaln, xlogy

from samvern.estimation.poisson import Floats
from samvern.estimation.table import CaptureTable

CHI_SQUARE_95 = 3.841458820694124
CHI_SQUARE_80 = 1.642374415149818


@dataclass
class ProfileEstimate:
    """Estimate of N and the bounds 95 % low, 80 % low, 80 % high, 95 % high."""

    estimate: float
    bounds: Floats


def log_likelihood(table: CaptureTable) -> Callable[[float], float]:
    """l(N) of the module's text, for N >= n."""
    on_list = np.array([table.overlap(i) for i in range(table.lists)], dtype=np.float64)
    n = table.observed

    def value(total: float) -> float:
        missed = total - on_list
        binomials = xlogy(missed, missed / total) + xlogy(on_list, 1 / total)
        return float(gammaln(total + 1) - gammaln(total - n + 1) + binomials.sum())

    return value


def estimate(table: CaptureTable) -> ProfileEstimate | None:
    """Profile-likelihood estimate; None where no person is on two lists (N would be infinite)."""
    if not table.recaptured:
        return None
    likelihood = log_likelihood(table)
    n = float(table.observed)
    ceiling = np.log(n) + 30.0

    def minus(log_hidden: float) -> float:
        return -likelihood(n + np.exp(log_hidden))

    found = minimize_scalar(minus, bounds=(-12.0, ceiling), method="bounded")
    top, peak = float(found.x), -float(found.fun)

    def edge(drop: float, far: float) -> float:
        def gap(log_hidden: float) -> float:
            return 2 * (peak + minus(log_hidden)) - drop

        if gap(far) < 0:
            return n if far < top else n + np.exp(far)
        return n + float(np.exp(brentq(gap, top, far)))

    bounds = [
        edge(CHI_SQUARE_95, -12.0),
        edge(CHI_SQUARE_80, -12.0),
        edge(CHI_SQUARE_80, ceiling),
        edge(CHI_SQUARE_95, ceiling),
    ]
    return ProfileEstimate(n + float(np.exp(top)), np.array(bounds))
