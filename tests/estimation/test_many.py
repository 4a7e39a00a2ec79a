# SPDX-License-Identifier: EUPL-1.2
"""Many lists: every method answers or says what it takes."""

import numpy as np
import pytest

from samvern.estimation import METHODS, CaptureTable, Cause, Options, estimate

FEW = Options(bootstraps=40)


def made_up(lists: int, persons: int, rate: float) -> CaptureTable:
    rng = np.random.default_rng(lists)
    found = rng.random((persons, lists)) < rate
    counts = np.bincount(found @ (1 << np.arange(lists)), minlength=2**lists)
    counts[0] = 0
    return CaptureTable(tuple(f"L{i}" for i in range(lists)), counts.astype(np.int64))


def test_eight_lists() -> None:
    table = made_up(8, 1000, 0.1)
    results = {r.method: r for r in estimate(table, ["stepwise", "independence", "chao"], FEW)}
    assert {m for m, r in results.items() if r.interval95 and r.interval95[0] < 1000} == {
        "stepwise",
        "independence",
        "chao",
    }
    refused = {r.method: r.reason.cause for r in estimate(table, ["bic", "graphs"]) if r.reason}
    assert refused == {"bic": Cause.TOO_MANY_LISTS, "graphs": Cause.TOO_MANY_LISTS}


def test_two_lists() -> None:
    table = CaptureTable(("A", "B"), np.array([0, 40, 30, 10]))
    results = {r.method: r for r in estimate(table, list(METHODS), FEW)}
    refused = {m: r.reason.cause for m, r in results.items() if r.estimate is None and r.reason}
    assert refused == {"graphs": Cause.TOO_FEW_LISTS, "latent": Cause.TOO_FEW_LISTS}
    assert results["independence"].estimate == pytest.approx(200, rel=0.02)
    assert results["chao"].estimate == pytest.approx(51 * 41 / 11 - 1)


@pytest.mark.long
@pytest.mark.parametrize("lists", [10, 12])
def test_as_many_lists_as_are_read(lists: int) -> None:
    table = made_up(lists, 2000, 0.05)
    methods = ["combined", "stepwise", "threshold", "independence"]
    found = estimate(table, methods, FEW)
    assert [r.method for r in found if r.estimate is not None] == methods
