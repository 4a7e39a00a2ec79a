# SPDX-License-Identifier: EUPL-1.2
"""Plausible linkages are drawn with the probabilities they should have."""

from itertools import product

import numpy as np
import pytest

from samvern.linkage import sampler
from samvern.linkage.graph import Candidates

TWO = Candidates((2, 2), np.array([0, 0, 1]), np.array([2, 3, 2]), np.array([1.0, 0.2, -0.5]))


def exact(candidates: Candidates) -> np.ndarray:
    """Marginals by listing every set of pairs in which no record is used twice."""
    total, weighted = 0.0, np.zeros(len(candidates.odds))
    for taken in product((0, 1), repeat=len(candidates.odds)):
        ends = [
            end
            for n, on in enumerate(taken)
            if on
            for end in (("l", candidates.left[n]), ("r", candidates.right[n]))
        ]
        if len(set(ends)) == len(ends):
            weight = float(np.exp(np.dot(taken, candidates.odds)))
            total += weight
            weighted += weight * np.array(taken)
    return weighted / total


@pytest.mark.parametrize("most_exact", [12, 0], ids=["listed", "gibbs"])
def test_marginals_are_the_posterior(monkeypatch: pytest.MonkeyPatch, most_exact: int) -> None:
    monkeypatch.setattr(sampler, "EXACT_PAIRS", most_exact)
    draws = sampler.draw_linkages(TWO, 6000, np.random.default_rng(3))
    assert np.allclose(draws.mean(axis=0), exact(TWO), atol=0.03)


def test_the_same_seed_draws_the_same_bits() -> None:
    runs = [sampler.draw_linkages(TWO, 50, np.random.default_rng(8)) for _ in range(2)]
    assert np.array_equal(*runs)
