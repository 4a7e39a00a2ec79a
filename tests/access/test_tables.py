# SPDX-License-Identifier: EUPL-1.2
"""Tables as data: which pages are linked, what a heading asks for, how a cell is written."""

from datetime import UTC, date, datetime

import pytest
from django.core.paginator import Paginator

from samvern.access.tables import Pager, Table, TableCell, TableColumn


def pager(rows: int, page: int) -> Pager:
    return Pager.of(Paginator(range(rows), 10).page(page))


@pytest.mark.parametrize(
    ("rows", "page", "previous", "following", "pages"),
    [
        (10, 1, "", "", []),
        (11, 1, "", "2", ["1*", "2"]),
        (20, 2, "1", "", ["1", "2*"]),
        (90, 1, "", "2", ["1*", "2", "9"]),
        (90, 5, "4", "6", ["1", "4", "5*", "6", "9"]),
        (90, 9, "8", "", ["1", "8", "9*"]),
    ],
)
def test_the_first_the_last_and_the_pages_around_are_linked(
    rows: int, page: int, previous: str, following: str, pages: list[str]
) -> None:
    found = pager(rows, page)
    assert (found.previous, found.next) == (previous, following)
    assert [f"{number}*" if here else number for number, here in found.pages] == pages


@pytest.mark.parametrize(
    ("sorted_by", "way", "asks"),
    [("", "", "day"), ("day", "ascending", "-day"), ("-day", "descending", "day")],
)
def test_a_heading_turns_the_order_round(sorted_by: str, way: str, asks: str) -> None:
    columns = [TableColumn("Day", sort="day"), TableColumn("Who")]
    table = Table("Caption", columns, [], "Nothing", sorted_by=sorted_by)
    day, who = table.headings
    assert (day["column"], day["way"], day["asks"]) == (columns[0], way, asks)
    assert (who["column"], who["way"], who["asks"]) == (columns[1], "", "")


def test_a_cell_knows_its_column_and_how_a_day_is_written() -> None:
    columns = [TableColumn("Day"), TableColumn("Who")]
    row = [TableCell(date(2026, 5, 17)), TableCell(datetime(2026, 5, 17, tzinfo=UTC))]
    table = Table("Caption", columns, [row], "Nothing")
    assert table.body == [[(columns[0], row[0]), (columns[1], row[1])]]
    assert [cell.kind for cell in [*row, TableCell("17 May")]] == ["day", "moment", "text"]
    with pytest.raises(ValueError, match="shorter"):
        Table("Caption", columns, [row[:1]], "Nothing").body  # noqa: B018
