# SPDX-License-Identifier: EUPL-1.2
"""Thresholded Bayesian estimation (Silverman 2020, section 4).

Poisson log-linear model with every pair of lists; intercept and main effects vague (variance 10^4),
interactions normal around 0 with variance 1. After a first run the interactions whose posterior
mean is less than 2 posterior standard deviations from 0 are dropped; the rest is run again and
N = n + exp(intercept) is summarised by its median and quantiles.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samvern.estimation.diagnostics import Convergence, diagnose
from samvern.estimation.poisson import Floats, Ints
from samvern.estimation.posterior import LogLinear
from samvern.estimation.table import CaptureTable, main_masks, pair_masks

PRIOR_VARIANCE = 1.0
VAGUE_VARIANCE = 1e4
THRESHOLD = 2.0


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
    first = _model(table, pairs).draw(rng)[:, :, table.lists + 1 :]
    ratio = np.abs(first.mean(axis=(0, 1)) / first.std(axis=(0, 1)))
    kept = pairs[ratio >= THRESHOLD]
    hidden = np.exp(_model(table, kept).draw(rng)[:, :, 0])
    draws = table.observed + hidden
    low, low80, median, high80, high = np.quantile(draws, [0.025, 0.1, 0.5, 0.9, 0.975])
    bounds = np.array([low, low80, high80, high])
    return Threshold(float(median), bounds, kept.tolist(), diagnose(draws))


def _model(table: CaptureTable, pairs: Ints) -> LogLinear:
    effects = np.concatenate([main_masks(table.lists), pairs])
    precision = np.full(effects.size, 1 / PRIOR_VARIANCE)
    precision[: table.lists + 1] = 1 / VAGUE_VARIANCE
    return LogLinear.of(table, effects, np.zeros(effects.size), np.diag(precision))
