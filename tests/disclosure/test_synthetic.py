# SPDX-License-Identifier: EUPL-1.2
"""Synthetic records: what they cost, what they keep, and what they never hold."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.tables import DATA
from samvern.disclosure import (
    BudgetEntry,
    Ledger,
    RefusedError,
    TableError,
    TableSheet,
    quality,
    read_ledger,
    read_sheet,
    records_of,
    synthesize,
    write_ledger,
)
from samvern.disclosure.synthetic import delta_of, epsilon_of, mu_of
from samvern.disclosure.synthetic.estimate import onto_simplex

CTDC = records_of(read_sheet(DATA / "ctdc_like_2000.csv"))


@given(st.floats(0.1, 20), st.floats(1e-9, 0.1))
def test_accounting_goes_there_and_back(epsilon: float, delta: float) -> None:
    mu = mu_of(epsilon, delta)
    assert math.isclose(epsilon_of(mu, delta), epsilon, rel_tol=1e-3, abs_tol=1e-3)


def test_the_gaussian_delta_is_that_of_the_definition() -> None:
    """sup over events of P(N(mu,1) in E) - e^eps P(N(0,1) in E), by numerical integration."""
    mu, epsilon = 1.3, 0.7
    x = np.linspace(-12, 14, 400_001)
    density = np.exp(-((x - mu) ** 2) / 2) - math.exp(epsilon) * np.exp(-(x**2) / 2)
    worst = np.maximum(density, 0).sum() * (x[1] - x[0]) / math.sqrt(2 * math.pi)
    assert math.isclose(delta_of(epsilon, mu), worst, rel_tol=1e-6)


@given(st.lists(st.floats(-50, 500), min_size=1, max_size=30), st.integers(1, 1000))
def test_projection_keeps_the_total_and_the_sign(counts: list[float], total: int) -> None:
    found = onto_simplex(np.array(counts), total)
    assert math.isclose(found.sum(), total, rel_tol=1e-9)
    assert (found >= 0).all()


@pytest.mark.parametrize(("epsilon", "error"), [(4.0, 3.26), (12.0, 3.26)])
def test_pairs_are_no_worse_than_msts_and_hardly_made_up(epsilon: float, error: float) -> None:
    made = synthesize(CTDC, epsilon, seed=0)
    found = quality(CTDC, made.records, 2)
    assert (len(made.records.codes), made.impossible_rows) == (2000, 0)
    assert found.error <= error
    assert found.fabricated <= 0.025


def test_no_child_is_an_adult_and_only_labour_has_a_sector() -> None:
    made = synthesize(CTDC, 4.0, seed=3).records
    at = {name: made.names.index(name) for name in made.names}
    for row in made.texts():
        age, adult = row[at["age"]], row[at["adult"]]
        assert not (age in ("0-8", "9-17") and adult == "1")
        assert not (age not in ("0-8", "9-17", "") and adult == "0")
        assert not (row[at["sector"]] and row[at["typeLabour"]] != "1")


def test_a_value_one_person_has_is_not_released_where_values_are_secret() -> None:
    codes = CTDC.codes.copy()
    values = list(CTDC.values)
    values[3] = (*values[3], "C99")
    codes[0, 3] = len(values[3]) - 1
    unique = type(CTDC)(CTDC.names, tuple(values), codes)
    made = synthesize(unique, 4.0, seed=1, private_values=True)
    assert "C99" not in made.records.values[3]
    assert made.values_kept < made.values_all


def test_values_of_the_codebook_are_public() -> None:
    book = TableSheet("book", ("column", "value"), [["citizenship", v] for v in CTDC.values[3]])
    made = synthesize(CTDC, 4.0, seed=1, private_values=True, codebook=book)
    assert set(CTDC.values[3]) <= set(made.records.values[3])


def test_a_declared_impossible_pair_never_comes() -> None:
    zeros = TableSheet("zeros", ("column1", "value1", "column2", "value2"),
                  [["gender", "Male", "typeSex", "1"]])  # fmt: skip
    made = synthesize(CTDC, 12.0, seed=1, declared_zeros=zeros).records
    rows = made.texts()
    assert not any(row[1] == "Male" and row[6] == "1" for row in rows)


def test_too_few_people_are_refused() -> None:
    few = type(CTDC)(CTDC.names, CTDC.values, CTDC.codes[:200])
    with pytest.raises(RefusedError, match="200 persons are too few"):
        synthesize(few, 4.0)


def test_a_handful_of_people_and_a_reckless_delta_are_refused() -> None:
    handful = type(CTDC)(CTDC.names, CTDC.values, CTDC.codes[:50])
    with pytest.raises(RefusedError, match="100 is the least"):
        synthesize(handful, 50.0)
    with pytest.raises(RefusedError, match="above 1/n"):
        synthesize(CTDC, 4.0, delta=0.01)


def test_a_column_of_names_is_refused() -> None:
    rows = [[f"person {n}", "f"] for n in range(500)]
    with pytest.raises(TableError, match="500 different values"):
        records_of(TableSheet("t", ("name", "sex"), rows))


def test_the_measures_are_zero_on_the_records_themselves() -> None:
    same = quality(CTDC, CTDC, 2)
    assert (same.error, same.suppressed, same.fabricated, same.near) == (0, 0, 0, 1)
    assert same.combinations == 4532


def entry(release: str, mu: float = 1.0) -> BudgetEntry:
    return BudgetEntry(release, 4.0, 1e-5, mu, 0.0, 2000)


def test_releases_compose_and_the_budget_holds(tmp_path: Path) -> None:
    ledger = Ledger().charged(entry("2024"), None).charged(entry("2025"), None)
    assert math.isclose(ledger.total_epsilon(), epsilon_of(math.sqrt(2), 2e-5))
    with pytest.raises(RefusedError, match="already charged"):
        ledger.charged(entry("2025"), None)
    with pytest.raises(RefusedError, match="spent"):
        ledger.charged(entry("2026"), ledger.total_epsilon() + 0.1)
    write_ledger(ledger, tmp_path / "ledger.json")
    assert read_ledger(tmp_path / "ledger.json") == ledger


@pytest.mark.long
def test_noise_tells_two_neighbours_apart_no_better_than_the_bound() -> None:
    """The best test on one pair count: its advantage stays below that of the whole mu."""
    rng = np.random.default_rng(5)
    mu = mu_of(4.0, 1e-5)
    from samvern.disclosure.synthetic.measure import measure

    other = CTDC.codes.copy()
    other[0] = CTDC.codes[1]
    public = [set(values) for values in CTDC.values]
    neighbour = type(CTDC)(CTDC.names, CTDC.values, other)
    scores = []
    for records in (CTDC, neighbour):
        direction = CTDC.pairs() - neighbour.pairs()
        runs = [measure(records, mu, 1e-6, public, rng) for _ in range(100)]
        scores.append([
            sum(float((np.diag(direction)[CTDC.start[c] : CTDC.start[c + 1]]
                       * _by_value(run, c)).sum()) for c in range(len(CTDC.names)))
            for run in runs
        ])  # fmt: skip
    gap = (np.mean(scores[0]) - np.mean(scores[1])) / np.std(scores[0])
    assert gap < mu * 1.3


def _by_value(run: object, column: int) -> np.ndarray:
    from samvern.disclosure.synthetic.measure import Measured

    assert isinstance(run, Measured)
    kept = dict(zip(run.records.values[column], run.singles[run.records.block(column)],
                    strict=True))  # fmt: skip
    return np.array([kept[value] for value in CTDC.values[column]])
