# SPDX-License-Identifier: EUPL-1.2
"""Which row is the header: published tables have a title and a date above it."""

from collections import Counter
from collections.abc import Sequence

from samvern.exchange.sheets.text import LOOKED_AT

Row = Sequence[str]


def header_row(rows: Sequence[Row]) -> int:
    """The place of the header among the first rows: the first that is not a line of the title.

    A title fills at most half as many cells as the rows of the table (one, where they have two or
    three), and begins at the left where the table has two columns.
    """
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[:LOOKED_AT]]
    usual = _usual(filled)
    for at, count in enumerate(filled):
        narrow = count <= max(1, usual // 2) and count < usual
        if not (narrow and _is_title(rows[at], count, usual)):
            return at
    return 0


def _usual(filled: Sequence[int]) -> int:
    """How many cells most rows fill; of two as common, the larger."""
    counts = Counter(count for count in filled if count)
    return max(counts, key=lambda count: (counts[count], count), default=0)


def _is_title(row: Row, count: int, usual: int) -> bool:
    return count == 0 or usual > 2 or (len(row) == 1 or bool(row[0].strip()))
