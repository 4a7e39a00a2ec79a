# SPDX-License-Identifier: EUPL-1.2
"""Thresholded Bayesian estimation (Silverman 2020, section 4).

Poisson log-linear model with every pair of lists; intercept and main effects vague (variance 10^4),
interactions normal around 0 with variance 1. After a first run the interactions whose posterior
mean is less than 2 posterior standard deviations from 0 are dropped; the rest is run again and
N = n + exp(intercept) is summarised by its median and quantiles.

The reference takes one random walk; here many walk at once from over-dispersed starts, shaped by
the curvature at the mode (Roberts, Gelman & Gilks 1997), so that a chain that never moved is seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samvern.estimation.diagnostics import Convergence, diagnose
from samvern.estimation.poisson import Floats, Ints
from samvern.estimation.table import CaptureTable, main_masks, pair_masks

PRIOR_VARIANCE = 1.0
VAGUE_VARIANCE = 1e4
THRESHOLD = 2.0
CHAINS = 120
STEPS = 2500
BURN_IN = 500


@dataclass
class Threshold:
    """Posterior median of N, its bounds (95, 80, 80, 95 %), the pairs kept, and the diagnosis."""

    estimate: float
    bounds: Floats
    kept: list[int]
    convergence: Convergence


def estimate(table: CaptureTable, seed: int) -> Threshold:
    """Two-stage posterior of N for one table."""
    rng = np.random.default_rng(seed)
    pairs = pair_masks(table.lists)
    first = posterior(table, pairs, rng)[:, :, table.lists + 1 :]
    ratio = np.abs(first.mean(axis=(0, 1)) / first.std(axis=(0, 1)))
    kept = pairs[ratio >= THRESHOLD]
    hidden = np.exp(posterior(table, kept, rng)[:, :, 0])
    draws = table.observed + hidden
    low, low80, median, high80, high = np.quantile(draws, [0.025, 0.1, 0.5, 0.9, 0.975])
    bounds = np.array([low, low80, high80, high])
    return Threshold(float(median), bounds, kept.tolist(), diagnose(draws))


def posterior(table: CaptureTable, pairs: Ints, rng: np.random.Generator) -> Floats:
    """Draws of the effects, (steps, chains, 1 + k + pairs)."""
    effects = np.concatenate([main_masks(table.lists), pairs])
    cells = np.arange(1, table.counts.size)
    design = ((cells[:, None] & effects[None, :]) == effects[None, :]).astype(np.float64)
    counts = table.counts[1:].astype(np.float64)
    precision = np.full(effects.size, 1 / PRIOR_VARIANCE)
    precision[: table.lists + 1] = 1 / VAGUE_VARIANCE
    mode, covariance = _mode(design, counts, precision)
    return _walk(design, counts, precision, mode, np.linalg.cholesky(covariance), rng)


def _mode(design: Floats, counts: Floats, precision: Floats) -> tuple[Floats, Floats]:
    """Posterior mode by damped Newton, and the inverse curvature there."""
    beta = np.zeros(design.shape[1])
    beta[0] = np.log(counts.sum() * 5)
    beta[1 : 1 + int(np.log2(counts.size + 1))] = -2.0
    for _ in range(200):
        mu = np.exp(np.clip(design @ beta, -40.0, 40.0))
        curvature = design.T * mu @ design + np.diag(precision)
        step = np.linalg.solve(curvature, design.T @ (counts - mu) - precision * beta)
        beta = beta + step * min(1.0, 2.0 / max(np.abs(step).max(), 1e-12))
        if np.abs(step).max() < 1e-9:
            break
    return beta, np.asarray(np.linalg.inv(curvature))


def _walk(
    design: Floats,
    counts: Floats,
    precision: Floats,
    mode: Floats,
    shape: Floats,
    rng: np.random.Generator,
) -> Floats:
    """Random-walk Metropolis, all chains one array."""
    size = mode.size
    scale = 2.38 / np.sqrt(size)

    def log_density(beta: Floats) -> Floats:
        eta = beta @ design.T
        prior = (beta**2) @ precision / 2
        return np.asarray(eta @ counts - np.exp(np.minimum(eta, 60.0)).sum(axis=1) - prior)

    beta = mode + 1.5 * rng.standard_normal((CHAINS, size)) @ shape.T
    value = log_density(beta)
    draws = np.empty((STEPS, CHAINS, size))
    for step in range(-BURN_IN, STEPS):
        proposal = beta + scale * rng.standard_normal((CHAINS, size)) @ shape.T
        proposed = log_density(proposal)
        accept = np.log(rng.random(CHAINS)) < proposed - value
        beta[accept] = proposal[accept]
        value[accept] = proposed[accept]
        if step >= 0:
            draws[step] = beta
    return draws
