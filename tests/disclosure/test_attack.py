# SPDX-License-Identifier: EUPL-1.2
"""The attack is sound (brute force finds nothing outside its intervals) and finds what is known."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.tables import shared
from samvern.disclosure import AttackResult, TableError, TableSheet, attack_sheet, read_sheet

Key = tuple[str, str]
SMALL = 3


def cross(inner: list[int]) -> dict[Key, int]:
    """A 2 x 2 table with its totals."""
    a, b, c, d = inner
    cells = {("f", "x"): a, ("f", "y"): b, ("m", "x"): c, ("m", "y"): d}
    cells |= {("f", "Total"): a + b, ("m", "Total"): c + d}
    cells |= {("Total", "x"): a + c, ("Total", "y"): b + d}
    return cells | {("Total", "Total"): a + b + c + d}


def printed(cells: dict[Key, int]) -> TableSheet:
    rows = [[*key, f"<{SMALL}" if n < SMALL else str(n)] for key, n in cells.items()]
    return TableSheet("drawn", ("sex", "form", "count"), rows)


def possible(cells: dict[Key, int]) -> list[dict[Key, int]]:
    """Every table that prints the same."""
    shown = [row[2] for row in printed(cells).rows]
    top = range(max(*cells.values(), SMALL) + 1)
    tables = (cross(list(inner)) for inner in product(top, repeat=4))
    return [t for t in tables if [row[2] for row in printed(t).rows] == shown]


@given(st.lists(st.integers(0, 4), min_size=4, max_size=4))
def test_intervals_are_those_of_brute_force(inner: list[int]) -> None:
    cells = cross(inner)
    tables = possible(cells)
    attack = attack_sheet(printed(cells))
    solved = attack.solved
    for at in np.flatnonzero(solved.puzzle.hidden):
        key = solved.puzzle.rows[at]
        values = [table[key] for table in tables]  # type: ignore[index]
        assert (solved.low[at], solved.high[at]) == (min(values), max(values))


def test_the_partial_reading_never_tells_persons_from_a_total() -> None:
    attack = attack_sheet(printed(cross([1, 7, 8, 9])), reading="partial")
    assert attack.whole.exact_persons == 0
    assert attack_sheet(printed(cross([1, 7, 8, 9]))).whole.exact_persons == 1


def test_parts_above_the_whole_are_a_contradiction_under_any_reading() -> None:
    cells = cross([10, 11, 12, 13]) | {("Total", "Total"): 30}
    whole = attack_sheet(printed(cells)).whole
    assert (whole.contradictory_tables, whole.short_tables, whole.exact_cells) == (1, 0, 0)


def test_parts_below_the_whole_contradict_the_exhaustive_reading_only() -> None:
    cells = cross([10, 11, 12, 13]) | {("Total", "Total"): 50}
    whole = attack_sheet(printed(cells)).whole
    assert (whole.contradictory_tables, whole.short_tables) == (0, 1)


def test_a_group_all_in_one_category_is_found() -> None:
    assert attack_sheet(printed(cross([9, 4, 8, 7]))).whole.group_disclosures == 0
    # Hidden, the 0 still follows: all women are in x, and all in y are men.
    assert attack_sheet(printed(cross([9, 0, 8, 7]))).whole.group_disclosures == 2
    rows = TableSheet("t", ("sex", "form", "count"), [["f", "x", "9"], ["f", "y", "0"],
                 ["f", "Total", "9"]])  # fmt: skip
    assert attack_sheet(rows).whole.group_disclosures == 1


def test_a_cell_only_propagation_cannot_reach_is_bounded_by_linear_programming() -> None:
    """Two by two with all margins: every inner cell hangs on one number."""
    cells = cross([1, 2, 2, 9])
    attack = attack_sheet(printed(cells))
    assert attack.whole.exact_persons == 3


def test_two_releases_tell_who_was_added() -> None:
    old, new = cross([10, 20, 30, 40]), cross([11, 20, 30, 40])
    attack = attack_sheet(printed(new), against=printed(old))
    found = attack.as_dict()["releases"]
    assert found["small_differences"] == 4


def test_a_cell_hidden_now_but_printed_before_falls() -> None:
    before = TableSheet("old", ("sex", "count"), [["f", "2"], ["m", "3"]])
    now = TableSheet("new", ("sex", "count"), [["f", ":"], ["m", ":"], ["Total", "5"]])
    assert attack_sheet(now).whole.exact_cells == 0
    attack = attack_sheet(now, against=before)
    assert attack.as_dict()["releases"]["narrowed_cells"] == 2


def test_a_wide_table_is_read() -> None:
    wide = TableSheet("t", ("age", "women", "men", "total"),
                 [["child", "<5", "12", "15"], ["adult", "20", "30", "50"]])  # fmt: skip
    attack = attack_sheet(wide)
    assert [(c["cell"], c["low"]) for c in attack.cells() if c["exact"]] == [
        ({"age": "child", "column": "women"}, 3)
    ]


def test_a_text_that_is_no_cell_is_pointed_at() -> None:
    with pytest.raises(TableError, match="line 2, field 'count'"):
        attack_sheet(TableSheet("t", ("sex", "count"), [["f", "many"]]))


@pytest.fixture(scope="module")
def norway() -> AttackResult:
    whole = read_sheet(shared("tables/unodc_glotip_europe.csv"))
    rows = [row for row in whole.rows if row[whole.position("Country")] == "Norway"]
    return attack_sheet(TableSheet(whole.path, whole.names, rows))


def value(attack: AttackResult, year: str, sex: str, age: str) -> list[int]:
    table = f"Norway / Detected trafficking victims / Total / Total / {year}"
    return [
        c["low"] for c in attack.cells()
        if c["exact"] and c["table"] == table and list(c["cell"].values()) == [sex, age]
    ]  # fmt: skip


def test_norways_children_of_2019_can_be_counted(norway: AttackResult) -> None:
    assert value(norway, "2019", "Female", "0 to 17 years") == [2]
    assert value(norway, "2019", "Male", "0 to 17 years") == [1]
    assert value(norway, "2011", "Male", "18 years or over") == [3]


def test_norways_table_of_2018_contradicts_itself(norway: AttackResult) -> None:
    at = norway.names.index("Norway / Detected trafficking victims / Total / Total / 2018")
    assert norway.solved.contradictory[at]


@pytest.mark.long
def test_the_whole_export_both_ways() -> None:
    whole = read_sheet(shared("tables/unodc_glotip_europe.csv"))
    exhaustive, partial = attack_sheet(whole), attack_sheet(whole, reading="partial")
    counts = [(t.tables, t.hidden_cells, t.exact_cells, t.exact_persons, t.contradictory_tables)
              for t in (exhaustive.whole, partial.whole)]  # fmt: skip
    assert counts == [(381, 1022, 666, 384, 20), (381, 1022, 280, 0, 20)]
