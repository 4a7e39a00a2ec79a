# SPDX-License-Identifier: EUPL-1.2
"""The only look at the real records: noisy counts of every value and every pair of values."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from samvern.disclosure.synthetic.accounting import REPLACE
from samvern.disclosure.synthetic.records import BLANK, Floats, Records, merge

SINGLE_SHARE, SECRET_SHARE = 0.4, 0.7
"""Share of mu**2 spent on single counts, where values are public and where they are secret and the
single counts decide which are released; the rest goes to the pairs."""


@dataclass(frozen=True)
class Measured:
    """Noisy counts (single counts, pair counts as a symmetric matrix) and their noise.

    records: only its names and values may be used from here on; its codes are the real ones.
    """

    records: Records
    persons: int
    singles: Floats
    pairs: Floats
    single_noise: float
    pair_noise: float
    threshold: float
    public: bool


def noise_of(mu: float, columns: int, secret: bool) -> tuple[float, float]:
    """Standard deviations of the noise on single and on pair counts under a mu-Gaussian budget."""
    pairs = columns * (columns - 1) / 2
    share = SECRET_SHARE if secret else SINGLE_SHARE
    return (
        float(REPLACE / np.sqrt(share * mu**2 / columns)),
        float(REPLACE / np.sqrt((1 - share) * mu**2 / pairs)),
    )


def measure(
    records: Records, mu: float, leak: float, public: list[set[str]], rng: np.random.Generator
) -> Measured:
    """Measure under a mu-Gaussian budget.

    First all single counts. A value that is not in the public list of its column is kept only
    where its noisy count passes a threshold that a value of one person passes with a probability
    of at most `leak` over all columns (partition selection, Korolova et al. 2009, WWW); the other
    values become "" before the pairs are measured.
    """
    columns = len(records.names)
    single_noise, pair_noise = noise_of(mu, columns, leak > 0)
    # Whole numbers: the low bits of a floating-point sum could betray it (Mironov 2012, CCS).
    noisy = np.rint(np.diag(records.pairs()) + rng.normal(0, single_noise, records.size))
    # Two records differ: up to 2 values a column are held by one of them alone.
    threshold = 1 - single_noise * float(ndtri(max(leak, 1e-300) / (2 * columns)))
    keep = [
        np.array([v in listed or v == BLANK or count > threshold
                  for v, count in zip(records.values[c], noisy[records.block(c)], strict=True)])
        for c, listed in enumerate(public)
    ]  # fmt: skip
    kept = merge(records, keep)
    # What is withheld is what the released values leave of the known total: no new look.
    singles = np.zeros(kept.size)
    for column in range(columns):
        block = noisy[records.block(column)]
        at = {v: n for n, v in enumerate(records.values[column])}
        counts = [block[at[v]] if v in at else 0.0 for v in kept.values[column]]
        counts[0] = len(records.codes) - sum(counts[1:])
        singles[kept.block(column)] = counts
    noise = np.triu(rng.normal(0, pair_noise, (kept.size, kept.size)), 1)
    pairs = np.rint(kept.pairs() + noise + noise.T)
    return Measured(
        kept, len(records.codes), singles, pairs, single_noise, pair_noise, threshold, leak == 0
    )
