# SPDX-License-Identifier: EUPL-1.2
"""Forward stepwise Poisson log-linear estimation (Chan, Silverman & Vincent 2021).

Start from independent lists. At each step, for every pair of lists not in the model compare the
persons on both, n(ij), with what the current model expects, mu(ij); the p-value is the smaller
Poisson tail, min{P(X <= n), P(X >= n)} with X ~ Poisson(mu) (section 2.5). Add the pair with the
smallest p-value below the threshold (0.02) whose model has an identified extended estimate. Two
lists that share nobody enter with an effect of minus infinity.

All B tables of a bootstrap walk together, one array.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import pdtr, pdtrc

from samvern.estimation import bca, existence
from samvern.estimation.poisson import Bools, Floats, Ints, PoissonFits, fit, superset_sums
from samvern.estimation.table import CaptureTable, main_masks, pair_masks

THRESHOLD = 0.02


@dataclass
class StepwiseWalk:
    """Where B tables ended: `total` (B,) estimates of N (nan: none), `chosen` (B, pairs)."""

    total: Floats
    chosen: Bools
    fits: PoissonFits


def select(counts: Floats, threshold: float = THRESHOLD) -> StepwiseWalk:
    """Run the stepwise procedure on each row of `counts`, (B, 2^k)."""
    lists = int(np.log2(counts.shape[1]))
    effects = np.concatenate([main_masks(lists), pair_masks(lists)])
    observed = superset_sums(counts)[:, pair_masks(lists)]
    active = np.zeros((counts.shape[0], effects.size), dtype=bool)
    active[:, : lists + 1] = True
    fits = fit(counts, effects, active)
    walking = np.arange(counts.shape[0])
    for _ in range(pair_masks(lists).size):
        expected = superset_sums(fits.mu[walking])[:, pair_masks(lists)]
        p = tail_probability(observed[walking], expected)
        p[active[walking, lists + 1 :]] = 1.0
        added = _add_best(counts[walking], effects, active, walking, p, threshold)
        walking = walking[added]
        if not walking.size:
            break
        _refit(fits, counts, effects, active, walking)
    exists = existence.check_batch(counts, effects, active)
    total = counts.sum(axis=1) + np.where(exists & fits.converged, fits.hidden, np.nan)
    return StepwiseWalk(total, active[:, lists + 1 :], fits)


def tail_probability(observed: Floats, expected: Floats) -> Floats:
    """The smaller Poisson tail of each observed overlap under the current model."""
    lower = pdtr(observed, expected)
    upper = np.where(observed > 0, pdtrc(np.maximum(observed - 1, 0), expected), 1.0)
    return np.asarray(np.minimum(lower, upper))


def _add_best(
    counts: Floats, effects: Ints, active: Bools, walking: Ints, p: Floats, threshold: float
) -> Bools:
    """Add to each walking model its best admissible pair; which models were extended."""
    first_pair = effects.size - p.shape[1]
    added = np.zeros(walking.size, dtype=bool)
    trying = np.flatnonzero(p.min(axis=1) < threshold)
    while trying.size:
        best = p[trying].argmin(axis=1)
        candidate = active[walking[trying]]
        candidate[np.arange(trying.size), first_pair + best] = True
        good = existence.check_batch(counts[trying], effects, candidate)
        active[walking[trying[good]]] = candidate[good]
        added[trying[good]] = True
        p[trying, best] = 1.0
        trying = trying[~good & (p[trying].min(axis=1) < threshold)]
    return added


def _refit(fits: PoissonFits, counts: Floats, effects: Ints, active: Bools, rows: Ints) -> None:
    again = fit(counts[rows], effects, active[rows], fits.beta[rows])
    for name in ("beta", "mu", "hidden", "loglik", "converged"):
        getattr(fits, name)[rows] = getattr(again, name)


@dataclass
class Stepwise:
    """Estimate of N, its BCa bounds at `bca.LEVELS`, and the pairs in the model (masks)."""

    estimate: float
    bounds: Floats
    pairs: list[int]
    replicates: Floats


def estimate(
    table: CaptureTable, bootstraps: int, seed: int, threshold: float = THRESHOLD
) -> Stepwise | None:
    """Point and BCa interval for one table; None where not even independence is estimable."""
    walk = select(table.counts[None, :].astype(np.float64), threshold)
    if not np.isfinite(walk.total[0]):
        return None
    rng = np.random.default_rng(seed)
    replicates = select(bca.resample(table.counts, bootstraps, rng), threshold).total
    if not np.isfinite(replicates).any():
        return None
    tables, weights = bca.delete_one(table.counts)
    a = bca.acceleration(select(tables, threshold).total, weights)
    point = float(walk.total[0])
    pairs = pair_masks(table.lists)[walk.chosen[0]].tolist()
    return Stepwise(point, bca.interval(replicates, point, a), pairs, replicates)
