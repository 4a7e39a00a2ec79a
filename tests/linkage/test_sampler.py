# SPDX-License-Identifier: EUPL-1.2
"""Plausible linkages are drawn with the probabilities they should have."""

from itertools import product

import numpy as np
import pytest

from samvern.linkage import sampler
from samvern.linkage.decide import JoinedRecords
from samvern.linkage.graph import Candidates
from samvern.linkage.hidden import draw_hidden

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


def certain(pairs: int, size: int, lists: int) -> Candidates:
    """`pairs` sure pairs between the first two lists; nobody else is compared."""
    left = np.arange(pairs)
    return Candidates((size,) * lists, left, size + left, np.full(pairs, 9.0))


def test_as_many_hidden_pairs_as_the_coverage_leaves_out() -> None:
    lists, rng = certain(60, 300, 2), np.random.default_rng(5)
    every = np.ones(60, dtype=bool)
    found = [len(draw_hidden(lists, every, {(0, 1): 0.75}, rng)) for _ in range(400)]
    # Failures before the 60th success at 0.75: mean 20, variance 80 / 3.
    assert abs(np.mean(found) - 20) < 1
    assert abs(np.var(found) - 80 / 3) < 7
    assert draw_hidden(lists, every, {(0, 1): 1.0}, rng) == []


def test_hidden_pairs_never_put_two_of_one_list_together() -> None:
    lists, rng = certain(40, 60, 3), np.random.default_rng(6)
    shares = {(0, 1): 0.6, (0, 2): 0.6, (1, 2): 0.6}
    for _ in range(20):
        people = JoinedRecords(lists)
        for n in range(40):
            people.join(n, 60 + n)
        for a, b in draw_hidden(lists, np.ones(40, dtype=bool), shares, rng):
            assert people.join(a, b)
