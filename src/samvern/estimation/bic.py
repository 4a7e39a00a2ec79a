# SPDX-License-Identifier: EUPL-1.2
"""Best BIC over all hierarchical models, with the choice of model in the bootstrap.

Silverman, Chan & Vincent (2024). BIC = p log n - 2 log L (Schwarz 1978), with n the number of
persons observed and p every effect of the model, those at minus infinity included. Only models with
an identified extended estimate compete. In the bootstrap the models that were best on the data
compete anew in each resample (section 4: the `top` best hold the winner in 94-100 % of resamples).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from samvern.estimation import bca, existence, hierarchy
from samvern.estimation.poisson import Bools, Floats, Ints, PoissonFits, fit
from samvern.estimation.table import CaptureTable

CHUNK = 4096
DEFAULT_ORDER = {2: 1, 3: 2, 4: 3, 5: 3, 6: 2}
DEFAULT_TOP = {2: 1000, 3: 1000, 4: 20, 5: 100, 6: 100}
MAX_LISTS = 6


@dataclass
class Ranking:
    """All models with an estimate, best first. `models` (m, p) flags over `effects` (p,)."""

    effects: Ints
    models: Bools
    bic: Floats
    total: Floats
    beta: Floats


@dataclass
class Bic:
    """Estimate of N, its BCa bounds at `bca.LEVELS`, the model's name, and the whole ranking."""

    estimate: float
    bounds: Floats
    model: str
    ranking: Ranking
    replicates: Floats


def rank(table: CaptureTable, order: int | None = None) -> Ranking:
    """Fit every hierarchical model up to interactions of `order` lists and sort by BIC."""
    order = order or DEFAULT_ORDER.get(table.lists, 2)
    effects = hierarchy.effects(table.lists, order)
    models = hierarchy.all_models(table.lists, order)
    counts = table.counts.astype(np.float64)
    size = models.sum(axis=1)
    parts = [
        _fit_same_size(counts, effects, models[rows[i : i + CHUNK]])
        for p in np.unique(size)
        for rows in [np.flatnonzero(size == p)]
        for i in range(0, rows.size, CHUNK)
    ]
    kept, bic, total, beta = (np.concatenate(column) for column in zip(*parts, strict=True))
    best = np.argsort(bic, kind="stable")
    return Ranking(effects, kept[best], bic[best], total[best], beta[best])


def criterion(fits: PoissonFits, size: Ints | int, persons: Floats | float) -> Floats:
    """BIC = p log n - 2 log L; infinite for a fit that did not converge."""
    value = size * np.log(persons) - 2 * fits.loglik
    return np.where(fits.converged, value, np.inf)


def _fit_same_size(
    counts: Floats, effects: Ints, models: Bools
) -> tuple[Bools, Floats, Floats, Floats]:
    """Fit models of one size to one table; those without an estimate are left out."""
    size = int(models[0].sum())
    own = effects[np.nonzero(models)[1].reshape(-1, size)]
    tables = np.broadcast_to(counts, (len(models), counts.size))
    good = existence.check_batch(tables, own, np.ones_like(own, dtype=bool))
    own, models, tables = own[good], models[good], tables[good]
    fits = fit(tables, own, np.ones_like(own, dtype=bool))
    beta = np.zeros(models.shape)
    beta[models] = fits.beta.ravel()
    bic = criterion(fits, np.full(len(models), size), counts.sum())
    keep = np.isfinite(bic)
    return models[keep], bic[keep], counts.sum() + fits.hidden[keep], beta[keep]


def select(
    counts: Floats, ranking: Ranking, top: int, progress: Callable[[float], None] | None = None
) -> Floats:
    """The estimate of the best of the `top` models on each row of `counts`; shape (B,)."""
    best = np.full(counts.shape[0], np.inf)
    total = np.full(counts.shape[0], np.nan)
    persons = counts.sum(axis=1)
    for i, (model, start) in enumerate(zip(ranking.models[:top], ranking.beta[:top], strict=True)):
        if progress:
            progress(i / top)
        effects = ranking.effects[model]
        active = np.ones((len(counts), effects.size), dtype=bool)
        good = existence.check_batch(counts, effects, active)
        warm = np.broadcast_to(start[model], active.shape)[good]
        fits = fit(counts[good], effects, active[good], warm)
        value = np.full(len(counts), np.inf)
        value[good] = criterion(fits, int(model.sum()), persons[good])
        better = value < best
        best[better] = value[better]
        total[better] = (persons[good] + fits.hidden)[better[good]]
    return total


def estimate(
    table: CaptureTable,
    bootstraps: int,
    seed: int,
    order: int | None = None,
    progress: Callable[[float], None] | None = None,
) -> Bic | None:
    """Point and BCa interval for one table; None where no model is estimable."""
    ranking = rank(table, order)
    if not len(ranking.bic):
        return None
    top = DEFAULT_TOP.get(table.lists, 100)
    rng = np.random.default_rng(seed)
    replicates = select(bca.resample(table.counts, bootstraps, rng), ranking, top, progress)
    if not np.isfinite(replicates).any():
        return None
    tables, weights = bca.delete_one(table.counts)
    a = bca.acceleration(select(tables, ranking, top), weights)
    point = float(ranking.total[0])
    model = hierarchy.name(ranking.models[0], ranking.effects)
    return Bic(point, bca.interval(replicates, point, a), model, ranking, replicates)
