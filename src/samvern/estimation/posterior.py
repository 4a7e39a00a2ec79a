# SPDX-License-Identifier: EUPL-1.2
"""Draws from the posterior of a Poisson log-linear model with a normal prior.

log p(beta | n) = sum n_s eta_s - exp(eta_s) - (beta - m)' P (beta - m) / 2 + const, eta = X beta.
Random-walk Metropolis, all chains one array, steps shaped by the curvature at the mode (Roberts,
Gelman & Gilks 1997); over-dispersed starts, so that chains that do not move are seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samvern.estimation.poisson import Floats, Ints
from samvern.estimation.table import CaptureTable

CHAINS = 120
BURN_IN = 500
STEPS = 2500
_CAP = 60.0


@dataclass
class LogLinear:
    """`design` (cells, p), `counts` (cells,), prior `mean` (p,) and `precision` (p, p)."""

    design: Floats
    counts: Floats
    mean: Floats
    precision: Floats

    @classmethod
    def of(cls, table: CaptureTable, effects: Ints, mean: Floats, precision: Floats) -> LogLinear:
        """The model with `effects` on the observable cells of `table`."""
        cells = np.arange(1, table.counts.size)
        design = (cells[:, None] & effects[None, :]) == effects[None, :]
        counts = table.counts[1:].astype(np.float64)
        return cls(design.astype(np.float64), counts, mean, precision)

    def log_density(self, beta: Floats) -> Floats:
        """Up to a constant, for each row of `beta`, (chains, p)."""
        eta = beta @ self.design.T
        away = beta - self.mean
        prior = ((away @ self.precision) * away).sum(axis=1) / 2
        return np.asarray(eta @ self.counts - np.exp(np.minimum(eta, _CAP)).sum(axis=1) - prior)

    def mode(self) -> tuple[Floats, Floats]:
        """Posterior mode by damped Newton steps, and the covariance its curvature suggests."""
        beta = self.mean.copy()
        for _ in range(300):
            mu = np.exp(np.clip(self.design @ beta, -40.0, 40.0))
            curvature = self.design.T * mu @ self.design + self.precision
            slope = self.design.T @ (self.counts - mu) - self.precision @ (beta - self.mean)
            step = np.linalg.solve(curvature, slope)
            beta = beta + step * min(1.0, 2.0 / max(np.abs(step).max(), 1e-12))
            if np.abs(step).max() < 1e-9:
                break
        return beta, np.asarray(np.linalg.inv(curvature))

    def draw(self, rng: np.random.Generator, steps: int = STEPS) -> Floats:
        """Draws of beta, shape (steps, CHAINS, p)."""
        mode, covariance = self.mode()
        shape = np.linalg.cholesky(covariance).T
        scale = 2.38 / np.sqrt(mode.size)
        beta = mode + 1.2 * rng.standard_normal((CHAINS, mode.size)) @ shape
        value = self.log_density(beta)
        draws = np.empty((steps, CHAINS, mode.size))
        for step in range(-BURN_IN, steps):
            proposal = beta + scale * rng.standard_normal((CHAINS, mode.size)) @ shape
            proposed = self.log_density(proposal)
            accept = np.log(rng.random(CHAINS)) < proposed - value
            beta[accept] = proposal[accept]
            value[accept] = proposed[accept]
            if step >= 0:
                draws[step] = beta
        return draws
