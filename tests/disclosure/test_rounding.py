# SPDX-License-Identifier: EUPL-1.2
"""Rounding: additive, never small, near, and the same for the same seed."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.tables import DATA, F1, drawn
from samvern.disclosure import (
    Cells,
    ProtectionOptions,
    TableError,
    cells_of,
    protect,
    read_sheet,
    round_table,
)
from samvern.disclosure.attack.puzzle import sums_of


@given(drawn(), st.integers(2, 6), st.integers(0, 3))
def test_no_published_cell_is_small(cells: Cells, base: int, seed: int) -> None:
    published = round_table(cells, base, seed).published
    assert not ((published > 0) & (published < base)).any()


@given(drawn(), st.integers(0, 3))
def test_every_sum_holds(cells: Cells, seed: int) -> None:
    published = round_table(cells, 5, seed).published
    parent, child, equation = sums_of(cells)
    sums = np.bincount(equation, published[child], len(parent))
    assert sums.tolist() == published[parent].tolist()


@given(drawn())
def test_a_table_without_small_cells_is_left_alone(cells: Cells) -> None:
    table = round_table(cells, 2)
    assert table.published.tolist() == cells.totals.tolist() or (cells.totals == 1).any()


@given(drawn(most=40))
def test_an_inner_cell_moves_less_than_base(cells: Cells) -> None:
    assert (np.abs(round_table(cells, 5).inner - cells.counts) < 5).all()


@given(drawn(), st.integers(0, 9))
def test_a_seed_gives_one_table(cells: Cells, seed: int) -> None:
    assert round_table(cells, 5, seed).inner.tolist() == round_table(cells, 5, seed).inner.tolist()


@pytest.mark.parametrize(
    ("name", "formula", "loss"),
    [
        ("scr_exPSD.csv", "rows+cols", (1.0, 2, 1.20185, 0.94095)),
        ("scr_e6.csv", "geo+eu+year", (1.25, 3, 1.65831, 0.93804)),
    ],
)
def test_the_published_examples_are_met(
    name: str, formula: str, loss: tuple[float, int, float, float]
) -> None:
    """Langsrud & Heldal (2018), table 2, and the package's example e6: their own metrics."""
    found = round_table(cells_of(read_sheet(DATA / name), formula), 5).loss
    shown = (found.mean_abs_error, found.max_error, found.rms, found.hellinger_utility)
    assert [round(x, 5) for x in shown] == list(loss)


def test_the_metrics_are_those_of_the_reference_on_its_own_output() -> None:
    sheet = read_sheet(DATA / "out_exPSD_table2_publish.csv")
    from samvern.disclosure.rounding import loss

    true, rounded = (np.array(sheet.column(c), np.int64) for c in ("original", "rounded"))
    assert round(loss(true, rounded).hellinger_utility, 5) == 0.94095


def test_the_register_is_rounded_no_worse_than_by_the_reference() -> None:
    """SmallCountRounding 1.2.5: mean 1.60, largest 8, Hellinger utility 0.865."""
    found = round_table(cells_of(read_sheet(DATA / "register_1000.csv"), F1), 5).loss
    assert found.mean_abs_error <= 1.60
    assert found.max_error <= 8
    assert found.hellinger_utility >= 0.865


def test_an_unchanged_cell_keeps_its_rounding_in_the_next_release(tmp_path: Path) -> None:
    sheet = read_sheet(DATA / "register_1000.csv")
    first = protect(sheet, "year*sex", asked=ProtectionOptions(seed=1))
    assert first.ledger is not None
    kept = tmp_path / "kept.csv"
    kept.write_text(first.ledger)
    again = protect(sheet, "year*sex", asked=ProtectionOptions(seed=99), earlier=read_sheet(kept))
    assert again.values == first.values
    assert again.report["releases"]["changed"] is False


def test_base_one_rounds_nothing_and_is_refused() -> None:
    with pytest.raises(TableError):
        round_table(cells_of(read_sheet(DATA / "scr_e6.csv"), "geo"), 1)
