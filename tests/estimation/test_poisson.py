# SPDX-License-Identifier: EUPL-1.2
"""The batched fit against plain regression, and the catalogues of models."""

import numpy as np
import pytest
from hypothesis import assume, given

from samvern.estimation import CaptureTable, existence
from samvern.estimation.chao import least_squares_fit
from samvern.estimation.decomposable import neighbours
from samvern.estimation.hierarchy import all_models
from samvern.estimation.poisson import fit, subset_sums, superset_sums
from samvern.estimation.table import main_masks, pair_masks
from support.lists import published, tables


def plain_fit(counts: np.ndarray, effects: np.ndarray) -> float:
    cells = np.arange(1, counts.size)
    design = ((cells[:, None] & effects) == effects).astype(float)
    return float(np.exp(least_squares_fit(design, counts[1:].astype(float))[0][0]))


@given(tables(least=3, most=4))
def test_independent_lists_as_by_plain_regression(table: CaptureTable) -> None:
    effects = main_masks(table.lists)
    batch = table.counts[None, :].astype(float)
    assume(all(table.overlap(i) for i in range(table.lists)))
    assume(existence.check(batch[0], effects) == existence.EXISTS)
    fits = fit(batch, effects, np.ones((1, effects.size), dtype=bool))
    assert fits.hidden[0] == pytest.approx(plain_fit(table.counts, effects), rel=1e-6, abs=1e-6)


def test_one_batch_of_different_models_is_each_alone() -> None:
    table = published("UKdat_5")
    effects = np.concatenate([main_masks(5), pair_masks(5)])
    active = np.zeros((3, effects.size), dtype=bool)
    active[:, :6] = True
    active[1, [6, 7]] = active[2, 9] = True
    batch = np.repeat(table.counts[None, :].astype(float), 3, axis=0)
    together = fit(batch, effects, active).hidden
    alone = [plain_fit(table.counts, effects[row]) for row in active]
    assert together == pytest.approx(alone, rel=1e-9)


@pytest.mark.parametrize(("lists", "order", "models"), [(3, 2, 8), (4, 3, 113), (5, 4, 6893)])
def test_number_of_hierarchical_models(lists: int, order: int, models: int) -> None:
    assert len(all_models(lists, order)) == models


@pytest.mark.parametrize(("lists", "graphs"), [(1, 1), (2, 2), (3, 8), (4, 61), (5, 822)])
def test_number_of_decomposable_graphs(lists: int, graphs: int) -> None:
    assert len(neighbours(lists)) == graphs


@pytest.mark.long
@pytest.mark.parametrize(("lists", "graphs"), [(6, 18154), (7, 617675)])
def test_number_of_decomposable_graphs_of_many_lists(lists: int, graphs: int) -> None:
    assert len(neighbours(lists)) == graphs


def test_sums_over_many_lists_are_those_of_the_definition() -> None:
    values = np.random.default_rng(1).random((2, 512))
    above = np.array(
        [values[:, [s for s in range(512) if s & t == t]].sum(axis=1) for t in range(512)]
    )
    below = np.array(
        [values[:, [s for s in range(512) if s & t == s]].sum(axis=1) for t in range(512)]
    )
    assert superset_sums(values) == pytest.approx(above.T)
    assert subset_sums(values) == pytest.approx(below.T)
