# SPDX-License-Identifier: EUPL-1.2
"""Bias-corrected and accelerated bootstrap intervals.

Efron (1987); DiCiccio & Efron (1996, equation 2.3), as used for capture tables by Chan, Silverman &
Vincent (2021, section 3.3) and Silverman, Chan & Vincent (2024). The model is chosen anew in every
resample, so the interval pays for having chosen one.
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtr, ndtri

from samvern.estimation.poisson import Bools, Floats, Ints

LEVELS = (0.025, 0.1, 0.9, 0.975)


def resample(counts: Ints, draws: int, rng: np.random.Generator) -> Floats:
    """`draws` multinomial tables of the same number of persons; shape (draws, 2^k)."""
    total = int(counts.sum())
    return rng.multinomial(total, counts / total, size=draws).astype(np.float64)


def delete_one(counts: Ints) -> tuple[Floats, Ints]:
    """The tables with one person less in each occupied cell, and that cell's count as weight."""
    cells = np.flatnonzero(counts > 0)
    tables = np.repeat(counts[None, :].astype(np.float64), cells.size, axis=0)
    tables[np.arange(cells.size), cells] -= 1
    return tables, counts[cells]


def acceleration(estimates: Floats, weights: Ints) -> float:
    """a = sum w d^3 / (6 (sum w d^2)^1.5), d = mean of the delete-one estimates minus each."""
    usable = np.isfinite(estimates)
    if not usable.any():
        return 0.0
    values, w = estimates[usable], weights[usable]
    d = np.average(values, weights=w) - values
    spread = float((w * d**2).sum())
    return float((w * d**3).sum() / (6 * spread**1.5)) if spread > 0 else 0.0


def interval(replicates: Floats, estimate: float, a: float) -> Floats:
    """The four bounds at LEVELS: 95 % lower, 80 % lower, 80 % upper, 95 % upper.

    Quantiles are Hyndman & Fan's type 8, as in the reference package. Replicates that are not
    finite are left out. The interval is widened, if need be, to contain the estimate itself.
    """
    finite = replicates[np.isfinite(replicates)]
    below = np.clip(np.mean(finite < estimate), 0.5 / finite.size, 1 - 0.5 / finite.size)
    z0 = ndtri(below)
    z = z0 + ndtri(np.array(LEVELS))
    bounds = np.quantile(finite, ndtr(z0 + z / (1 - a * z)), method="median_unbiased")
    bounds[:2] = np.minimum(bounds[:2], estimate)
    bounds[2:] = np.maximum(bounds[2:], estimate)
    return np.asarray(bounds)


def usable_share(replicates: Floats, mask: Bools | None = None) -> float:
    """Share of the replicates that gave a finite estimate."""
    flags = np.isfinite(replicates) if mask is None else np.isfinite(replicates) & mask
    return float(flags.mean())
