# SPDX-License-Identifier: EUPL-1.2
"""Figures: small counts are hidden and cannot be worked out; each says what it counts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpline.helpers import log
from samvern.common.plots import BarRow, labelled_bars
from samvern.helpline.statistics.suppression import SMALLEST, median_of, suppress_small_counts
from support.desks import Desk
from support.workspace import Workspace

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40), min_size=1)


@given(COUNTS)
def test_no_small_count_is_shown_nor_can_be_subtracted(counts: dict[str, int]) -> None:
    cells, total = suppress_small_counts(counts)
    hidden = [cell.key for cell in cells if cell.shown is None]
    shown = [cell.shown for cell in cells if cell.shown is not None]
    assert all(count == 0 or count >= SMALLEST for count in shown)
    assert len(hidden) != 1 or total is None
    if total is not None and hidden:
        gone = sum(counts[key] for key in hidden)
        assert gone >= SMALLEST or all(not c for k, c in counts.items() if k not in hidden)


@given(COUNTS)
def test_nothing_is_hidden_without_need(counts: dict[str, int]) -> None:
    if not any(0 < count < SMALLEST for count in counts.values()):
        cells, total = suppress_small_counts(counts)
        assert {cell.key: cell.shown for cell in cells} == counts
        assert total == sum(counts.values())


def test_a_median_of_few_is_not_told() -> None:
    assert median_of([1, 2, 3, 4]) is None
    assert median_of([1, 2, 3, 4, 5]) == 3.0


def test_a_plot_says_what_it_shows_and_runs_nothing() -> None:
    said = {"hidden": "skjult", "more": "og flere i tabellen"}
    rows = [BarRow("<b>Nav</b>", 7), BarRow("Liten", None)]
    drawn = labelled_bars("Henvendelser", rows, **said)
    assert 'role="img"' in drawn and "<title>Henvendelser</title>" in drawn
    assert "<b>" not in drawn and "style=" not in drawn
    assert labelled_bars("Ingen", [], **said) == ""


@pytest.mark.database
class TestPages:
    def test_a_table_says_what_it_counts(self, fresh_workspace: Workspace) -> None:
        for _each in range(7):
            log(fresh_workspace, words="", about="information")
        log(fresh_workspace, words="", about="abuse")
        page = Desk(fresh_workspace, "liv").read("contacts_figures")
        table = page.split("Etter hva det gjaldt</caption>")[1].split("</table>")[0]
        numbers = [cell.split("<")[0].strip() for cell in table.split("data-numeric>")[2:]]
        assert numbers == ["skjult", "skjult", "8"]
        assert "En for hver gang noen tok kontakt" in page
        csv = Desk(fresh_workspace, "liv").read("contacts_figures", "?format=csv")
        assert "skjult" in csv and "Informasjon" in csv

    def test_only_the_units_own_are_counted(self, fresh_workspace: Workspace) -> None:
        for _each in range(9):
            log(fresh_workspace, words="", about="information")
        for name in ("kari", "amina", "tone"):
            assert (
                "9\n" not in Desk(fresh_workspace, name).read("contacts_figures").split("<main")[1]
            )

    @pytest.mark.parametrize("year", ["", "x", "9999", "-1", "٢٠٢٦", "2026'--"])
    def test_no_year_breaks_it(self, workspace: Workspace, year: str) -> None:
        answer: Any = Desk(workspace, "liv").see("contacts_figures", f"?year={year}")
        assert answer.status_code == 200
