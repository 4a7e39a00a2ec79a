# SPDX-License-Identifier: EUPL-1.2
"""Existence and identifiability, against published answers and an independent linear programme."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from samvern.estimation import CaptureTable, existence
from samvern.estimation.poisson import boundary
from support.lists import published, tables

A, B, C = 1, 2, 4
MAIN = [0, A, B, C]


@pytest.mark.parametrize(
    ("pairs", "status"),
    [
        ([A | B, A | C, B | C], existence.NOT_IDENTIFIED),
        ([A | B], existence.NO_ESTIMATE),
        ([A | C, B | C], existence.EXISTS),
    ],
)
def test_the_published_example(pairs: list[int], status: int) -> None:
    counts = published("Artificial_3").counts.astype(float)
    assert existence.check(counts, np.array(MAIN + pairs)) == status


def facial_direction(table: CaptureTable, effects: np.ndarray) -> bool:
    """Is there y with y'A = 0 on observed cells, >= 0 on the others, not all 0? (Farkas dual)"""
    counts = table.counts[None, :].astype(float)
    live, keep = boundary(counts, effects[None, :], np.ones((1, effects.size), dtype=bool))
    cells, masks = np.flatnonzero(keep[0]), effects[live[0]]
    design = ((cells[:, None] & masks) == masks).astype(float)
    seen = table.counts[cells] > 0
    answer = linprog(
        -design[~seen].sum(axis=0),
        A_ub=np.vstack([-design[~seen], design[~seen].sum(axis=0, keepdims=True)]),
        b_ub=np.append(np.zeros((~seen).sum()), 1.0),
        A_eq=design[seen],
        b_eq=np.zeros(seen.sum()),
        bounds=(None, None),
    )
    deficient = np.linalg.matrix_rank(design) < masks.size
    return bool(answer.fun < -1e-9) or bool(deficient)


@given(tables(), st.integers(0, 63))
def test_agrees_with_the_dual_programme(table: CaptureTable, chosen: int) -> None:
    pairs = [1 << i | 1 << j for j in range(table.lists) for i in range(j)]
    taken = [mask for bit, mask in enumerate(pairs) if chosen >> bit & 1]
    effects = np.array([0, *(1 << i for i in range(table.lists)), *taken])
    batch = table.counts[None, :].astype(float)
    active = np.ones((1, effects.size), dtype=bool)
    [exists] = existence.check_batch(batch, effects, active)
    assert exists == (not facial_direction(table, effects))
    assert exists == (existence.check(batch[0], effects) == existence.EXISTS)
