# SPDX-License-Identifier: EUPL-1.2
"""From noisy counts to the best guess of every pair count (post-processing: costs no privacy).

A pair count is drawn from around independence p = n p_a p_b with variance p + rho p**2 (rho: how
far the table is from independence, estimated from the noisy table itself by its second moment) and
measured with variance sigma**2; the guess is its posterior mean (empirical Bayes, Efron & Morris
1973, JASA 68, 117-130), fitted to the single counts by proportional fitting.
"""

import numpy as np

from samvern.disclosure.synthetic.measure import Measured
from samvern.disclosure.synthetic.records import Floats
from samvern.disclosure.synthetic.zeros import Mask

ROUNDS = 30
SURE = 2.5
"""In a dependent table a cell expected to be large but measured below SURE sigma is taken as 0."""


def targets(measured: Measured, impossible: Mask) -> Floats:
    """The guessed counts, size x size, guessed single counts on the diagonal."""
    records = measured.records
    singles = _singles(measured)
    guess = np.diag(singles)
    for a in range(len(records.names)):
        for b in range(a + 1, len(records.names)):
            one, two = records.block(a), records.block(b)
            table = _pair(measured, singles, one, two)
            table[impossible[one, two]] = 0
            table = _fit(table, singles[one], singles[two])
            guess[one, two], guess[two, one] = table, table.T
    return guess


def _singles(measured: Measured) -> Floats:
    """Single counts from their own measurement and from every pair table, by inverse variance."""
    records = measured.records
    out = np.zeros(records.size)
    for a in range(len(records.names)):
        one = records.block(a)
        weight = 1 / measured.single_noise**2
        total = measured.singles[one] * weight
        for b in range(len(records.names)):
            if b != a:
                two = records.block(b)
                precision = 1 / (measured.pair_noise**2 * (two.stop - two.start))
                total = total + measured.pairs[one, two].sum(axis=1) * precision
                weight += precision
        out[one] = onto_simplex(total / weight, measured.persons)
    return out


def onto_simplex(counts: Floats, total: float) -> Floats:
    """The nearest counts >= 0 that sum to total (Duchi et al. 2008, ICML, figure 1)."""
    falling = np.sort(counts)[::-1]
    excess = (np.cumsum(falling) - total) / np.arange(1, len(counts) + 1)
    last = int(np.flatnonzero(falling > excess)[-1])
    return np.asarray(np.maximum(counts - excess[last], 0))


def _pair(measured: Measured, singles: Floats, one: slice, two: slice) -> Floats:
    noise = measured.pair_noise**2
    expected = np.outer(singles[one], singles[two]) / measured.persons
    seen = measured.pairs[one, two]
    telling = expected > measured.pair_noise / 3
    scale = max(1e-9, float((expected[telling] ** 2).sum()))
    extra = ((seen - expected) ** 2 - noise - expected)[telling].sum() / scale
    doubt = np.sqrt(2 * ((noise + expected[telling]) ** 2).sum()) / scale
    rho = extra if extra > doubt else 0.0
    spread = expected + rho * expected**2
    guess = expected + spread / (spread + noise) * (seen - expected)
    if rho > 0:
        sure = SURE * measured.pair_noise
        guess[(seen < sure) & (expected > 1.5 * sure)] = 0
    return np.maximum(guess, 0)


def _fit(table: Floats, rows: Floats, columns: Floats) -> Floats:
    """Iterative proportional fitting (Deming & Stephan 1940)."""
    for _ in range(ROUNDS):
        table = table * (rows / np.maximum(table.sum(axis=1), 1e-9))[:, None]
        table = table * (columns / np.maximum(table.sum(axis=0), 1e-9))[None, :]
    return table
