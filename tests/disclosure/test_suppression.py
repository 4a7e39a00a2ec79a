# SPDX-License-Identifier: EUPL-1.2
"""Suppression: every sensitive cell stays possibly large, proved by a whole table."""

import numpy as np
import pytest
from hypothesis import given, settings

from disclosure.tables import DATA, F1, drawn, shared
from samvern.disclosure import (
    Cells,
    ProtectionOptions,
    Rules,
    TableSheet,
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


def test_the_old_pattern_told_of_single_people() -> None:
    """What the floor is for: hidden as if hidden cells could be empty, most small cells fall to a
    reader who sees the zeros; hidden with the floor, none does."""
    cells = cells_of(read_sheet(DATA / "register_1000.csv"), "sex*form*age")
    true, need = cells.totals.astype(float), needs(cells, Rules(5))
    found = []
    for zeros_open in (False, True):
        table = suppress(cells, need, zeros_open=zeros_open)
        low = np.where(table.hidden, np.minimum(true, 1), true)
        solved = solve(puzzle_of(cells, low, np.where(table.hidden, OPEN, true)))
        found.append(int((table.primary & (solved.high < 5)).sum()))
    assert found[0] > 0
    assert found[1] == 0


@pytest.mark.long
@pytest.mark.parametrize(
    ("people", "primary", "reference"), [(1_000, 471, 221), (100_000, 124, 196)]
)
def test_by_the_criterion_of_the_reference_fewer_are_hidden(
    people: int, primary: int, reference: int
) -> None:
    """GaussSuppression's secondary cells, whose reader does not know that hidden cells hold
    somebody; with that reader the table stands its own attack."""
    cells = cells_of(read_sheet(shared(f"disclosure/register_{people}.csv")), F1)
    need = needs(cells, Rules(5))
    same = suppress(cells, need, zeros_open=False)
    assert int(same.primary.sum()) == primary
    assert int(same.secondary.sum()) <= reference
    assert audit_suppressed(suppress(cells, need), 5).passed


def by_agency(rows: list[tuple[str, str, int]]) -> TableSheet:
    return TableSheet("t", ("form", "agency", "count"), [[f, a, str(n)] for f, a, n in rows])


AGENCIES = by_agency(
    [("sex", "A", 50), ("sex", "B", 40), ("sex", "C", 30), ("labour", "A", 90),
     ("labour", "B", 5), ("labour", "C", 5), ("crime", "A", 20), ("crime", "B", 20)]
)  # fmt: skip


def hidden(rules: Rules) -> set[str]:
    made = protect(AGENCIES, "form", "suppress", ProtectionOptions(rules, unit="agency"))
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
    shown = protect(sheet, "rows*cols", "suppress", ProtectionOptions(Rules(3))).values
    kept = protect(sheet, "rows*cols", "suppress", ProtectionOptions(Rules(3, zeros=True))).values
    assert "0" in shown
    assert "0" not in kept
