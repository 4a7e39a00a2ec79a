# SPDX-License-Identifier: EUPL-1.2
"""Suppression: every sensitive cell stays possibly large, proved by a whole table."""

import numpy as np
import pytest
from hypothesis import given, settings

from disclosure.tables import DATA, F1, drawn, shared
from samvern.disclosure import (
    Asked,
    Cells,
    Rules,
    Sheet,
    cells_of,
    needs,
    protect,
    read_sheet,
    suppress,
)
from samvern.disclosure.attack import solve
from samvern.disclosure.attack.puzzle import OPEN, puzzle_of
from samvern.disclosure.audit import audit_suppressed


@given(drawn())
@settings(max_examples=30)
def test_linear_programming_cannot_show_a_sensitive_cell_small(cells: Cells) -> None:
    table = suppress(cells, needs(cells, Rules(3)))
    true = cells.totals.astype(float)
    low, high = np.where(table.hidden, table.floor, true), np.where(table.hidden, OPEN, true)
    solved = solve(puzzle_of(cells, low, high))
    assert (solved.high[table.primary] >= 3).all()
    assert not solved.exact[table.primary].any()


@given(drawn())
@settings(max_examples=20)
def test_no_secondary_cell_could_be_printed_by_itself(cells: Cells) -> None:
    table = suppress(cells, needs(cells, Rules(3)))
    true = cells.totals.astype(float)
    for cell in np.flatnonzero(table.secondary):
        hidden = table.hidden & (np.arange(len(true)) != cell)
        low, high = np.where(hidden, table.floor, true), np.where(hidden, OPEN, true)
        assert (solve(puzzle_of(cells, low, high)).high[table.primary] < 3).any()


@given(drawn())
@settings(max_examples=30)
def test_every_small_cell_is_hidden(cells: Cells) -> None:
    table = suppress(cells, needs(cells, Rules(5)))
    small = (cells.totals > 0) & (cells.totals < 5)
    assert table.hidden[small].all()
    assert len(table.unproven()) == 0


def test_a_spoiled_certificate_is_noticed() -> None:
    cells = cells_of(read_sheet(DATA / "scr_exPSD.csv"), "rows*cols")
    table = suppress(cells, needs(cells, Rules(3)))
    table.certificates[:] = [(at, change * 0) for at, change in table.certificates]
    assert set(table.unproven()) == set(np.flatnonzero(table.primary))
    assert not audit_suppressed(table, 3).passed


def test_no_more_is_hidden_than_by_the_reference() -> None:
    """GaussSuppression 1.2.3 on z2, maxN 3, zeros too: 11 primary and 18 secondary of 100."""
    sheet = read_sheet(DATA / "ssb_z2.csv")
    cells = cells_of(sheet, "(region+fylke+kostragr)*hovedint")
    table = suppress(cells, needs(cells, Rules(4, zeros=True)), zeros_open=False)
    assert (cells.published, int(table.primary.sum())) == (100, 11)
    assert int(table.secondary.sum()) <= 18


@pytest.mark.long
def test_the_register_needs_fewer_than_the_reference() -> None:
    """GaussSuppression: 471 primary and 221 secondary."""
    cells = cells_of(read_sheet(DATA / "register_1000.csv"), F1)
    table = suppress(cells, needs(cells, Rules(5)))
    assert int(table.primary.sum()) == 471
    assert int(table.secondary.sum()) < 221
    assert audit_suppressed(table, 5).passed


@pytest.mark.long
def test_few_sensitive_cells_need_no_more_than_the_reference() -> None:
    """GaussSuppression: 124 primary and 196 secondary."""
    cells = cells_of(read_sheet(shared("disclosure/register_100000.csv")), F1)
    table = suppress(cells, needs(cells, Rules(5)))
    assert int(table.primary.sum()) == 124
    assert int(table.secondary.sum()) <= 196
    assert audit_suppressed(table, 5).passed


def by_agency(rows: list[tuple[str, str, int]]) -> Sheet:
    return Sheet("t", ("form", "agency", "count"), [[f, a, str(n)] for f, a, n in rows])


AGENCIES = by_agency(
    [("sex", "A", 50), ("sex", "B", 40), ("sex", "C", 30), ("labour", "A", 90),
     ("labour", "B", 5), ("labour", "C", 5), ("crime", "A", 20), ("crime", "B", 20)]
)  # fmt: skip


def hidden(rules: Rules) -> set[str]:
    made = protect(AGENCIES, "form", "suppress", Asked(rules, unit="agency"))
    texts = zip(made.rows, made.values, strict=True)
    primary = made.report["primary"]
    assert primary >= 1
    return {row[0] for row, value in texts if value == ":"}


def test_a_dominated_cell_is_hidden() -> None:
    assert "labour" in hidden(Rules(dominance=(1, 85.0)))


def test_a_cell_of_few_units_is_hidden() -> None:
    assert "crime" in hidden(Rules(units=3))


def test_zeros_are_hidden_only_on_purpose() -> None:
    sheet = read_sheet(DATA / "scr_exPSD.csv")
    shown = protect(sheet, "rows*cols", "suppress", Asked(Rules(3))).values
    kept = protect(sheet, "rows*cols", "suppress", Asked(Rules(3, zeros=True))).values
    assert "0" in shown
    assert "0" not in kept
