# SPDX-License-Identifier: EUPL-1.2
"""Non-parametric latent classes (Manrique-Vallier 2016).

Persons belong to unknown classes k with weights nu_k; within a class the lists are independent
with probabilities lambda_jk. The weights break a stick (Sethuraman 1994), truncated at K classes:
    nu_k = V_k prod_{h<k} (1 - V_h),  V_k ~ Beta(1, alpha),  alpha ~ Gamma(0.25, 0.25),
lambda ~ Uniform(0, 1), p(N) = 1 / N. The Gibbs sampler is that of his section 3.2. Several chains
run as one array, and the answer says when they have not met: on real trafficking tables they often
have not (Binette & Steorts 2022, section 5).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from samvern.estimation.diagnostics import Convergence, diagnose
from samvern.estimation.poisson import Floats, Ints
from samvern.estimation.table import CaptureTable

CLASSES = 10
CHAINS = 20
WARM_UP = 500
BURN_IN = 4000
DRAWS = 12000
SHAPE = RATE = 0.25
_TINY = 1e-300


@dataclass
class Latent:
    """Posterior median of N, its bounds (95, 80, 80, 95 %), and the diagnosis of the chains."""

    estimate: float
    bounds: Floats
    convergence: Convergence


@dataclass
class _ChainState:
    """C chains: `rates` (C, K, J), `log_weights` (C, K), `alpha` (C,), unseen per class (C, K)."""

    rates: Floats
    log_weights: Floats
    alpha: Floats
    unseen: Ints


def estimate(
    table: CaptureTable, seed: int, progress: Callable[[float], None] | None = None
) -> Latent:
    """Posterior of N for one table. `progress` is told the share done."""
    rng = np.random.default_rng(seed)
    cells = np.flatnonzero(table.counts)
    on = (cells[:, None] >> np.arange(table.lists) & 1).astype(np.float64)
    counts = table.counts[cells]
    state = _start(on, counts, rng)
    hidden = np.empty((DRAWS, CHAINS))
    length = WARM_UP + BURN_IN + DRAWS
    for i in range(length):
        _sweep(state, on, counts, rng, update_alpha=i >= WARM_UP)
        if i >= WARM_UP + BURN_IN:
            hidden[i - WARM_UP - BURN_IN] = state.unseen.sum(axis=1)
        if progress and i % 200 == 0:
            progress(i / length)
    draws = table.observed + hidden
    low, low80, median, high80, high = np.quantile(draws, [0.025, 0.1, 0.5, 0.9, 0.975])
    return Latent(float(median), np.array([low, low80, high80, high]), diagnose(draws))


def _start(on: Floats, counts: Ints, rng: np.random.Generator) -> _ChainState:
    """Chains spread around independent lists: each guesses its own number of unseen persons.

    From "nobody is unseen", the reference's start, chains need ten thousands of rounds to get away.
    """
    on_list, n = counts @ on, counts.sum()
    twice = max(float(on_list.sum() - n), 1.0)
    guess = n * on_list.sum() / (2 * twice) * np.exp(rng.normal(0.0, 0.7, CHAINS))
    total = np.minimum(n + guess, 50 * n)
    weights = np.full((CHAINS, CLASSES), 0.1 / (CLASSES - 1))
    weights[:, 0] = 0.9
    share = np.clip(on_list / total[:, None], 1e-12, 1 - 1e-12)
    rates = np.repeat(share[:, None, :], CLASSES, axis=1)
    unseen = rng.multinomial((total - n).astype(np.int64), weights)
    return _ChainState(rates, np.log(weights), np.full(CHAINS, 0.3 / CLASSES), unseen)


def _sweep(
    state: _ChainState, on: Floats, counts: Ints, rng: np.random.Generator, *, update_alpha: bool
) -> None:
    """One round of the Gibbs sampler for every chain."""
    members = _assign(state, on, counts, rng)
    seen = members.sum(axis=1)
    hits = np.einsum("cmk,mj->ckj", members, on)
    misses = seen[:, :, None] - hits + state.unseen[:, :, None]
    state.rates = np.clip(rng.beta(1 + hits, 1 + misses), 1e-12, 1 - 1e-12)
    _break_stick(state, seen + state.unseen, rng)
    _impute(state, int(counts.sum()), rng)
    if update_alpha:
        last = state.log_weights[:, -1]
        state.alpha = rng.gamma(SHAPE + CLASSES - 1, 1 / (RATE - last))


def _assign(state: _ChainState, on: Floats, counts: Ints, rng: np.random.Generator) -> Ints:
    """Spread the persons of every observed history over the classes; shape (C, cells, K)."""
    hit, miss = np.log(state.rates), np.log1p(-state.rates)
    score = (on @ (hit - miss).transpose(0, 2, 1)) + (miss.sum(axis=2) + state.log_weights)[:, None]
    return rng.multinomial(counts, _shares(score))


def _shares(score: Floats) -> Floats:
    weight = np.exp(score - score.max(axis=-1, keepdims=True))
    return np.asarray(weight / weight.sum(axis=-1, keepdims=True))


def _break_stick(state: _ChainState, members: Ints, rng: np.random.Generator) -> None:
    later = members[:, ::-1].cumsum(axis=1)[:, ::-1] - members
    taken = rng.standard_gamma(1.0 + members[:, :-1]) + _TINY
    rest = rng.standard_gamma(state.alpha[:, None] + later[:, :-1]) + _TINY
    log_rest = np.log(rest) - np.log(taken + rest)
    left = np.cumsum(log_rest, axis=1)
    state.log_weights[:, :-1] = np.log(taken) - np.log(taken + rest)
    state.log_weights[:, 1:-1] += left[:, :-1]
    state.log_weights[:, -1] = left[:, -1]


def _impute(state: _ChainState, observed: int, rng: np.random.Generator) -> None:
    """Draw the number of unseen persons and their classes (prior p(N) = 1 / N)."""
    score = np.log1p(-state.rates).sum(axis=2) + state.log_weights
    missing = np.exp(score).sum(axis=1)
    found = np.clip(1 - missing, 1e-9, 1.0)
    hidden = rng.negative_binomial(observed, found)
    state.unseen = rng.multinomial(hidden, _shares(score))
