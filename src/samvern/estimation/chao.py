# SPDX-License-Identifier: EUPL-1.2
"""The second yardstick: a lower bound when persons differ in how easily they are found.

Chao (1987), for lists of unequal size (model Mth) as a log-linear model (Rivest & Baillargeon 2007,
section 3.2): main effects, and for j = 3 .. k a convex term eta_j max(m - j + 1, 0) in the number m
of lists a person is on, so that persons on few lists say most about the unseen. Heterogeneity
makes the etas positive; negative ones are set to zero. Small tables are corrected by adding
(k - 2) / 2k to each single-list count and 2 / k(k - 1) to each two-list count (Rivest & Levesque
2001, table 1). With two lists it is Chapman's estimate (Seber 1982, page 60).

Intervals are log-normal in the number unseen (Chao 1987, section 3).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from samvern.estimation.poisson import Floats
from samvern.estimation.table import CaptureTable, captures


@dataclass
class LowerBound:
    """Estimate of N and the bounds 95 % low, 80 % low, 80 % high, 95 % high."""

    estimate: float
    bounds: Floats


def estimate(table: CaptureTable) -> LowerBound | None:
    """Chao's lower bound; None where no person is on two lists."""
    if not table.recaptured:
        return None
    hidden, variance = _chapman(table) if table.lists == 2 else _log_linear(table)
    if not np.isfinite(hidden) or hidden <= 0:
        return None
    ratio = np.sqrt(np.log1p(variance / hidden**2))
    spread = np.exp(ndtri(np.array([0.025, 0.1, 0.9, 0.975])) * ratio)
    return LowerBound(table.observed + hidden, table.observed + hidden * spread)


def _chapman(table: CaptureTable) -> tuple[float, float]:
    first, second, both = table.overlap(0), table.overlap(1), table.overlap(0, 1)
    total = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (first + 1) * (second + 1) * (first - both) * (second - both)
    return total - table.observed, variance / ((both + 1) ** 2 * (both + 2))


def _log_linear(table: CaptureTable) -> tuple[float, float]:
    k = table.lists
    times = captures(k)[1:]
    counts = table.counts[1:].astype(np.float64)
    corrected = counts + np.where(times == 1, (k - 2) / (2 * k), 0.0)
    corrected += np.where(times == 2, 2 / (k * (k - 1)), 0.0)
    cells = np.arange(1, 2**k)
    main = [np.ones(cells.size), *((cells >> i & 1).astype(np.float64) for i in range(k))]
    convex = [np.maximum(times - j + 1, 0).astype(np.float64) for j in range(3, k + 1)]
    while True:
        beta, covariance = least_squares_fit(np.column_stack(main + convex), corrected)
        etas = beta[k + 1 :]
        if not etas.size or etas.min() >= 0:
            break
        convex.pop(int(etas.argmin()))
    hidden = float(np.exp(min(beta[0], 50.0)))
    return hidden, hidden + hidden**2 * float(covariance[0, 0])


def least_squares_fit(design: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """Poisson regression by iterated weighted least squares: effects and their covariance."""
    mu = counts + 0.1
    for _ in range(100):
        gram = design.T * mu @ design
        beta = np.linalg.pinv(gram) @ (design.T @ (mu * np.log(mu) + counts - mu))
        updated = np.exp(np.clip(design @ beta, -30.0, 30.0))
        change = np.abs(updated - mu).max() / (1 + mu.max())
        mu = updated
        if change < 1e-12:
            break
    return beta, np.asarray(np.linalg.pinv(design.T * mu @ design), dtype=np.float64)
