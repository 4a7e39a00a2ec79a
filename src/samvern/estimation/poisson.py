# SPDX-License-Identifier: EUPL-1.2
"""Poisson log-linear models of capture tables, many at once.

Model (Fienberg 1972; Cormack 1989): the count of history s is Poisson with
    log mu(s) = sum of beta(t) over the model's effects t that are subsets of s,
fitted to the 2^k - 1 observable cells; exp(beta(0)) estimates the number of persons nobody knows.

A design column is 1 exactly on the supersets of its effect, so every weighted product of two
columns is one superset sum:  (X' W X)[a, b] = sum of W(s) over s containing a and b = W^[a | b].
One matrix product gives all superset sums of a whole batch; that is what makes a thousand
bootstraps of six lists a matter of milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

MAX_STEPS = 60
STEP_TOLERANCE = 1e-7
RIDGE = 1e-12
_DENSE = 256


@dataclass
class PoissonFits:
    """A batch of B fits.

    `beta`: (B, p), 0 where not active. `mu`: (B, 2^k) fitted means, 0 in cell 0 and in cells a
    boundary effect removes. `hidden`: (B,) exp(intercept). `loglik`: (B,) with the factorials.
    `converged`: (B,).
    """

    beta: Floats
    mu: Floats
    hidden: Floats
    loglik: Floats
    converged: Bools


@lru_cache(maxsize=8)
def subset_matrix(cells: int) -> Floats:
    """M[t, s] = 1 where t is a subset of s; `x @ M.T` sums over supersets, `x @ M` over subsets."""
    index = np.arange(cells)
    return np.asarray((index[:, None] & index[None, :]) == index[:, None], dtype=np.float64)


def superset_sums(values: Floats) -> Floats:
    """For each history t, the sum over histories that contain t. Shape kept: (B, 2^k)."""
    if values.shape[1] <= _DENSE:
        return values @ subset_matrix(values.shape[1]).T
    return _butterfly(values, upwards=False)


def subset_sums(values: Floats) -> Floats:
    """For each history s, the sum over histories inside s. Shape kept: (B, 2^k)."""
    if values.shape[1] <= _DENSE:
        return values @ subset_matrix(values.shape[1])
    return _butterfly(values, upwards=True)


def _butterfly(values: Floats, *, upwards: bool) -> Floats:
    """Yates's algorithm: k additions of half the table instead of a product with a 2^k matrix."""
    result = values.copy()
    for bit in range(values.shape[1].bit_length() - 1):
        halves = result.reshape(values.shape[0], -1, 2, 1 << bit)
        into, out_of = (1, 0) if upwards else (0, 1)
        halves[:, :, into] += halves[:, :, out_of]
    return result


def fit(counts: Floats, effects: Ints, active: Bools, start: Floats | None = None) -> PoissonFits:
    """Extended maximum likelihood of B tables, each under its own model.

    `counts`: (B, 2^k). `effects`: (p,) or (B, p) different masks, the first 0. `active`: (B, p),
    which effects each model has. An effect whose sufficient statistic is zero is minus infinity,
    and its cells leave the table (Chan, Silverman & Vincent 2021, section 2.3). `start`: (B, p).
    Existence is the caller's to check (`existence.py`); a fit that diverges is not `converged`.
    """
    batch = counts.shape[0]
    live, keep = boundary(counts, effects, active)
    beta = np.zeros(active.shape) if start is None else np.where(live, start, 0.0)
    done = np.zeros(batch, dtype=bool)
    todo = np.arange(batch)
    fresh = start is None
    for _ in range(MAX_STEPS):
        own = effects if effects.ndim == 1 else effects[todo]
        step = _newton(counts[todo], own, live[todo], keep[todo], beta[todo], fresh)
        beta[todo] = step if fresh else beta[todo] + step
        size = np.full(todo.size, np.inf) if fresh else np.abs(step).max(axis=1)
        fresh = False
        done[todo[size < STEP_TOLERANCE]] = True
        todo = todo[(size >= STEP_TOLERANCE) & np.isfinite(beta[todo]).all(axis=1)]
        if not todo.size:
            break
    return _result(counts, effects, keep, beta, done)


def boundary(counts: Floats, effects: Ints, active: Bools) -> tuple[Bools, Floats]:
    """Which effects are finite, (B, p), and which cells remain, (B, 2^k) as 0/1; never cell 0."""
    totals = gather(superset_sums(counts), effects)
    infinite = active & (totals <= 0)
    keep = np.ones(counts.shape)
    keep[:, 0] = 0.0
    rows = np.flatnonzero(infinite.any(axis=1))
    if rows.size:
        spread = np.zeros((rows.size, counts.shape[1]))
        own = np.broadcast_to(effects, active.shape)[rows]
        np.put_along_axis(spread, own, infinite[rows].astype(np.float64), axis=1)
        keep[rows] *= subset_sums(spread) == 0
    return active & ~infinite, keep


def linear_predictor(effects: Ints, beta: Floats, cells: int) -> Floats:
    """log mu of every cell: the sum of the effects that are subsets of it. Shape (B, 2^k).

    The masks in a row of `effects` must differ; those not in the model have beta 0.
    """
    spread = np.zeros((beta.shape[0], cells))
    np.put_along_axis(spread, np.broadcast_to(effects, beta.shape), beta, axis=1)
    return subset_sums(spread)


def _newton(
    counts: Floats, effects: Ints, live: Bools, keep: Floats, beta: Floats, fresh: bool
) -> Floats:
    """One Fisher-scoring step; from scratch weighted least squares (McCullagh & Nelder)."""
    if fresh:
        mu = (counts + 0.1) * keep
        right = mu * np.log(np.where(keep > 0, mu, 1.0)) + (counts - mu) * keep
    else:
        mu = np.exp(np.minimum(linear_predictor(effects, beta, counts.shape[1]), 50.0)) * keep
        right = (counts - mu) * keep
    step = solve_information(superset_sums(mu), effects, live, superset_sums(right))
    return step if fresh else np.clip(step, -5.0, 5.0)


def gather(sums: Floats, masks: Ints) -> Floats:
    """Pick the superset sums at `masks`, shared (p,) or each row's own (B, p); shape (B, p)."""
    if masks.ndim == 1:
        return np.asarray(sums[:, masks])
    return np.take_along_axis(sums, masks, axis=1)


def information(weights: Floats, effects: Ints, live: Bools) -> Floats:
    """X' W X of each model from the superset sums of W, zero where an effect is not live."""
    batch, p = live.shape
    unions = (effects[..., :, None] | effects[..., None, :]).reshape(*effects.shape[:-1], p * p)
    gram = gather(weights, unions).reshape(batch, p, p)
    gram *= live[:, :, None]
    gram *= live[:, None, :]
    return gram


def solve_information(weights: Floats, effects: Ints, live: Bools, right: Floats) -> Floats:
    """Solve (X' W X) x = X' r for each of B models; both sides given as superset sums."""
    gram = information(weights, effects, live)
    diagonal = np.arange(live.shape[1])
    gram[:, diagonal, diagonal] += np.where(live, RIDGE, 1.0)
    vector = gather(right, effects) * live
    try:
        return np.asarray(np.linalg.solve(gram, vector[:, :, None])[:, :, 0])
    except np.linalg.LinAlgError:
        return np.asarray((np.linalg.pinv(gram) @ vector[:, :, None])[:, :, 0])


def _result(counts: Floats, effects: Ints, keep: Floats, beta: Floats, done: Bools) -> PoissonFits:
    eta = linear_predictor(effects, beta, counts.shape[1])
    mu = np.exp(np.minimum(eta, 50.0)) * keep
    terms = counts * np.where(keep > 0, eta, 0.0) - mu - gammaln(counts + 1)
    loglik = np.where(keep > 0, terms, 0.0).sum(axis=1)
    return PoissonFits(beta, mu, np.exp(np.minimum(beta[:, 0], 50.0)), loglik, done)
