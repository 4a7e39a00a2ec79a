# SPDX-License-Identifier: EUPL-1.2
"""Have the chains met? Split R-hat and effective sample size.

Gelman et al. (2013, chapter 11) on rank-normalised draws (Vehtari, Gelman, Simpson, Carpenter &
Buerkner 2021): R-hat at most 1.05 and at least 400 effective draws, or the figure says so.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri
from scipy.stats import rankdata

from samvern.estimation.poisson import Floats

R_HAT_LIMIT = 1.05
EFFECTIVE_LIMIT = 400.0


@dataclass
class Convergence:
    """`r_hat` near 1 and `effective` draws above 400 mean that the chains agree."""

    r_hat: float
    effective: float

    @property
    def converged(self) -> bool:
        """Both limits met."""
        return self.r_hat <= R_HAT_LIMIT and self.effective >= EFFECTIVE_LIMIT


def diagnose(draws: Floats) -> Convergence:
    """R-hat and effective sample size of `draws`, (iterations, chains)."""
    half = draws.shape[0] // 2
    split = np.hstack([draws[:half], draws[half : 2 * half]])
    if np.ptp(split) == 0:
        return Convergence(np.inf, 0.0)
    ranks = rankdata(split).reshape(split.shape)
    normal = ndtri((ranks - 0.375) / (split.size + 0.25))
    return Convergence(_r_hat(normal), _effective(normal))


def _r_hat(draws: Floats) -> float:
    length = draws.shape[0]
    within = draws.var(axis=0, ddof=1).mean()
    between = length * draws.mean(axis=0).var(ddof=1)
    if within == 0:
        return np.inf
    return float(np.sqrt((length - 1) / length + between / (length * within)))


def _effective(draws: Floats) -> float:
    """Geyer's initial positive sequence over all chains (Vehtari et al. 2021, equation 10)."""
    length, chains = draws.shape
    within = draws.var(axis=0, ddof=1).mean()
    pooled = within * (length - 1) / length + draws.mean(axis=0).var(ddof=1)
    centred = draws - draws.mean(axis=0)
    size = 2 ** int(np.ceil(np.log2(2 * length)))
    spectrum = np.fft.rfft(centred, size, axis=0)
    covariance = np.fft.irfft(np.abs(spectrum) ** 2, size, axis=0)[:length].mean(axis=1) / length
    rho = 1 - (within - covariance) / pooled
    rho[0] = 1.0
    pairs = rho[0 : length - length % 2 : 2] + rho[1:length:2]
    stop = int(np.argmax(pairs < 0)) if (pairs < 0).any() else pairs.size
    steady = np.minimum.accumulate(pairs[: max(stop, 1)])
    return float(length * chains / max(2 * steady.sum() - 1, 1 / np.log10(length * chains)))
