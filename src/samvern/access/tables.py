# SPDX-License-Identifier: EUPL-1.2
"""Tables as data: a page of rows, how it is sorted, and where the next page is.

A template shows one with ``{% include "workspace/table.html" with table=table %}``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page


@dataclass(frozen=True)
class TableColumn:
    """A heading; with ``sort`` it is a link that sorts by that key (``?sort=key``, ``-key``)."""

    label: Any
    sort: str = ""
    numeric: bool = False
    unseen: bool = False
    """The heading is for screen readers alone."""


@dataclass(frozen=True)
class TableCell:
    """A cell: a text, a day, a link, or a tag in a colour."""

    text: Any = ""
    href: str = ""
    tag: str = ""
    """Colour of the tag the text is shown as: neutral, info, success, warning, danger."""
    note: Any = ""
    """Smaller text below."""
    tags: Sequence[tuple[Any, str]] = ()
    """Signs after the text: each a word and its colour."""

    @property
    def kind(self) -> str:
        """How a day is to be written."""
        if isinstance(self.text, datetime):
            return "moment"
        return "day" if isinstance(self.text, date) else "text"


@dataclass(frozen=True)
class Pager:
    """Links to other pages, as values of the query parameter ``page`` (or another ``name``)."""

    previous: str = ""
    next: str = ""
    pages: tuple[tuple[str, bool], ...] = ()
    """Page numbers with whether each is the present one; empty where nobody counts the rows."""
    name: str = "page"

    @classmethod
    def of(cls, page: "Page[Any]") -> "Pager":
        """From a page of Django's paginator: first, last, and those around the present one."""
        present, last = page.number, page.paginator.num_pages
        near = sorted({1, last, *range(max(1, present - 1), min(last, present + 1) + 1)})
        return cls(
            previous=str(present - 1) if page.has_previous() else "",
            next=str(present + 1) if page.has_next() else "",
            pages=tuple((str(number), number == present) for number in near) if last > 1 else (),
        )


@dataclass(frozen=True)
class Table:
    """A table with its caption, and the sentence shown when it has no rows.

    The first cell of a row is its heading. ``sorted_by`` is a column's key, "-key" for the
    other way round.
    """

    caption: Any
    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[TableCell]]
    empty: Any
    sorted_by: str = ""
    pager: Pager = field(default_factory=Pager)
    caption_unseen: bool = False
    csv: str = ""
    """Where the same is taken out as a file; a link above the rows."""

    @property
    def headings(self) -> list[dict[str, Any]]:
        """Each column with the way it is sorted and what its link asks for."""
        return [self._heading(column) for column in self.columns]

    def _heading(self, column: TableColumn) -> dict[str, Any]:
        ways = {column.sort: "ascending", f"-{column.sort}": "descending"} if column.sort else {}
        way = ways.get(self.sorted_by, "")
        asks = f"-{column.sort}" if way == "ascending" else column.sort
        return {"column": column, "way": way, "asks": asks}

    @property
    def body(self) -> list[list[tuple[TableColumn, TableCell]]]:
        """Rows whose cells know their column, for narrow screens."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]
