# SPDX-License-Identifier: EUPL-1.2
"""Bayesian averaging over decomposable graphs (Madigan & York 1997).

Each way in which the lists may hang together without a chordless circle is a graph; under the
hyper-Dirichlet prior with cells delta = 2^-k (Dawid & Lauritzen 1993) the marginal likelihood of a
complete table with n0 unseen persons is closed:

    log p(table | graph) = sum over cliques C of L(C) - sum over separators S of L(S)
    L(A) = sum over cells a of A's marginal table  log Gamma(n_a + delta_a) - log Gamma(delta_a)
    delta_a = delta 2^(k - |A|),   L(empty) = log Gamma(N + delta 2^k) - log Gamma(delta 2^k)

to which come log N! / (n0! prod n_s!) and the prior p(N) = 1 / N. Only the cell "on none of A"
depends on n0, so all graphs and all n0 are one matrix product. n0 runs over 1,000 points from 1 to
30 n, as in the reference (dga 2 with MSETools), so that figures can be compared digit by digit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from samvern.estimation.decomposable import factors
from samvern.estimation.poisson import Floats, Ints
from samvern.estimation.table import CaptureTable

MAX_LISTS = 7
POINTS = 1000
MAX_RATIO = 30
CAPPED = 0.01
"""Posterior probability at the end of the grid from which the figure is flagged."""

_COARSE = 25
_NEGLIGIBLE = 14.0
_CHUNK = 4_000


@dataclass
class Graphs:
    """Posterior of N on a grid. `bounds` at 2.5, 10, 90, 97.5 %; `estimate` the median.

    `capped`: posterior probability at the last tenth of the grid, where the prior's end is felt.
    """

    estimate: float
    bounds: Floats
    grid: Floats
    density: Floats
    capped: float


def hidden_grid(observed: int) -> Floats:
    """The numbers of unseen persons considered: 1 .. 30 n in at most 1,000 steps."""
    return np.unique(np.round(np.linspace(1, MAX_RATIO * observed, POINTS)))


def set_likelihoods(counts: Ints, hidden: Floats) -> Floats:
    """L(A) for every set A of lists and every n0; shape (2^k, points)."""
    cells = counts.size
    index = np.arange(cells)
    result = np.empty((cells, hidden.size))
    for subset in range(cells):
        margin = np.bincount(index & subset, counts, minlength=cells)
        inside = np.flatnonzero((index & subset) == index)
        share = 1.0 / inside.size
        known = inside[inside > 0]
        fixed = (gammaln(margin[known] + share) - gammaln(share)).sum()
        result[subset] = fixed + gammaln(margin[0] + hidden + share) - gammaln(share)
    return result


def posterior(counts: Ints, hidden: Floats) -> Floats:
    """p(n0 | table) on the grid, summed over all decomposable graphs; adds up to 1.

    Graphs that nowhere on a coarse grid come within e^-14 of the best, all of them together, are
    left out.
    """
    net = factors(int(np.log2(counts.size)))
    sets = set_likelihoods(counts, hidden)
    total = counts.sum() + hidden
    common = gammaln(total + 1) - gammaln(hidden + 1) - np.log(total)
    coarse = np.s_[:: max(1, hidden.size // _COARSE)]
    peak = [(part @ sets[:, coarse] + common[coarse]).max(axis=1) for part in _chunks(net)]
    highest = np.concatenate(peak)
    likely = net[highest > highest.max() - _NEGLIGIBLE - np.log(len(net))]
    density = np.zeros(hidden.size)
    for part in _chunks(likely):
        weight = part @ sets
        weight += common - highest.max()
        density += np.exp(weight, out=weight).sum(axis=0)
    return np.asarray(density / density.sum())


def _chunks(net: NDArray[np.int8]) -> list[Floats]:
    return [net[i : i + _CHUNK].astype(np.float64) for i in range(0, len(net), _CHUNK)]


def estimate(table: CaptureTable) -> Graphs:
    """Posterior median and intervals of N. Three to seven lists."""
    if not 3 <= table.lists <= MAX_LISTS:
        raise ValueError(f"decomposable graphs are averaged for 3 to {MAX_LISTS} lists")
    hidden = hidden_grid(table.observed)
    density = posterior(table.counts, hidden)
    grid = hidden + table.observed
    cumulative = np.cumsum(density)
    at = np.searchsorted(cumulative, [0.025, 0.1, 0.5, 0.9, 0.975])
    low, low80, median, high80, high = grid[np.minimum(at, grid.size - 1)]
    capped = float(density[-grid.size // 10 :].sum())
    return Graphs(median, np.array([low, low80, high80, high]), grid, density, capped)
