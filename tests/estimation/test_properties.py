# SPDX-License-Identifier: EUPL-1.2
"""What must hold for any table: order does not matter, intervals hold the point, seeds repeat."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.estimation import (
    METHODS,
    CaptureTable,
    Cause,
    Estimate,
    Options,
    ResultReason,
    estimate,
)
from support.lists import ALL, published, tables

FEW = Options(bootstraps=40)
EXACT = ("bic", "graphs", "independence", "chao")
QUICK = tuple(m for m in METHODS if m != "latent")


def same(one: Estimate, other: Estimate) -> bool:
    if one.estimate is None or other.estimate is None:
        return one.estimate == other.estimate
    return math.isclose(one.estimate, other.estimate, rel_tol=1e-4)


@settings(max_examples=25)
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_lists_changes_nothing(table: CaptureTable, random: object) -> None:
    order = list(range(table.lists))
    random.shuffle(order)  # type: ignore[attr-defined]
    before = estimate(table, EXACT, FEW)
    after = estimate(table.permute(order), EXACT, FEW)
    assert [r.method for r, s in zip(before, after, strict=True) if not same(r, s)] == []


@settings(max_examples=12)
@given(tables())
def test_any_table_is_answered_or_refused_with_a_reason(table: CaptureTable) -> None:
    for result in estimate(table, QUICK, FEW):
        if result.estimate is None:
            assert result.reason is not None
            assert (result.interval80, result.interval95, result.identified) == (None, None, False)
        else:
            (low, high), (low80, high80) = result.interval95, result.interval80  # type: ignore[misc]
            assert table.observed <= low <= low80 <= high80 <= high
            assert low <= result.estimate <= high


@settings(max_examples=20)
@given(tables())
def test_without_overlap_no_method_gives_a_figure(table: CaptureTable) -> None:
    counts = table.counts.copy()
    counts[[c for c in range(counts.size) if c.bit_count() > 1]] = 0
    apart = table.with_counts(counts)
    if apart.observed:
        assert {r.estimate for r in estimate(apart)} == {None}


@pytest.mark.parametrize("data", ALL)
def test_the_same_seed_gives_the_same_figures(data: str) -> None:
    methods = ("combined", "stepwise", "threshold")
    first, second = (estimate(published(data), methods, FEW) for _ in range(2))
    assert [replace(r, seconds=0.0) for r in first] == [replace(r, seconds=0.0) for r in second]


def test_a_list_that_holds_everybody_is_named() -> None:
    table = CaptureTable(("A", "B", "C"), np.array([0, 0, 4, 10, 0, 0, 9, 17]))
    [result] = estimate(table, ["stepwise"], FEW)
    assert (result.estimate, result.reason) == (
        None,
        ResultReason(Cause.WHOLE_LIST, {"first": "B"}),
    )


def test_another_seed_gives_another_interval_and_the_same_point() -> None:
    [one] = estimate(published("Western"), ["stepwise"], Options(bootstraps=100, seed=1))
    [other] = estimate(published("Western"), ["stepwise"], Options(bootstraps=100, seed=2))
    assert one.estimate == other.estimate
    assert one.interval95 != other.interval95


@pytest.mark.long
def test_latent_classes_agree_with_the_reference_where_the_chains_meet() -> None:
    [result] = estimate(published("UKdat_4"), ["latent"])
    assert result.reason is None
    assert result.estimate == pytest.approx(11956, rel=0.03)
