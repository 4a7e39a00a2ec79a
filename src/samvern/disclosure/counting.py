# SPDX-License-Identifier: EUPL-1.2
"""How many persons a row stands for: the column of counts, or one person a row."""

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from samvern.common.numbers import looks_like_a_number, whole_number
from samvern.disclosure.errors import TableError
from samvern.disclosure.reading import TableSheet, shown
from samvern.disclosure.total_labels import plain

Ints = NDArray[np.int64]
COUNT_NAMES = frozenset({
    "count", "counts", "freq", "frequency", "ant", "antall", "antal", "n", "persons", "personer",
    "personar", "antall personer", "talet på personar", "number", "number of persons",
})  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")


def count_column(
    sheet: TableSheet, name: str | None, used: Iterable[str] = (), people: bool = False
) -> str | None:
    """The column of counts: the one named, else one of a usual name in any case, else none.

    used: the columns of the formula. people: the user has said that each row is one person. Raises
    TableError where two columns could be the counts, or where none is known and a column of numbers
    is left over: read as one person a row, a table of counts would become a table of ones.
    """
    if name:
        sheet.position(name)
        return name
    taken = set(used)
    usual = [n for n in sheet.names if plain(n) in COUNT_NAMES and n not in taken]
    if people or not (usual or taken):
        return None if people else next(iter(usual), None)
    if len(usual) > 1:
        raise TableError(
            f"{sheet.path}: the columns {shown(usual)} could all be the counts. "
            "Say which with --count COLUMN."
        )
    if usual:
        return usual[0]
    left = [n for n in sheet.names if n not in taken and _is_number(sheet.column(n))]
    if left:
        raise TableError(
            f"{sheet.path}: column '{left[0]}' holds numbers and is neither in the formula nor "
            "known as the counts. Say --count COLUMN if it is the count, or --people if each row "
            "is one person."
        )
    return None


def _is_number(texts: list[str]) -> bool:
    """Numbers, and not years only."""
    filled = [text.strip() for text in texts if text.strip()]
    return (
        bool(filled)
        and all(looks_like_a_number(text) for text in filled)
        and not all(_YEAR.fullmatch(text) for text in filled)
    )


def read_counts(sheet: TableSheet, column: str | None) -> Ints:
    """Whole, non-negative counts of each row (1 where a row is a person); TableError otherwise."""
    if column is None:
        return np.ones(len(sheet.rows), np.int64)
    counts = np.empty(len(sheet.rows), np.int64)
    for number, text in enumerate(sheet.column(column)):
        counts[number] = _count(sheet, number, column, text.strip())
    return counts


def _count(sheet: TableSheet, number: int, column: str, text: str) -> int:
    value = whole_number(text.removeprefix("-").removesuffix(".0"), 12)
    where = f"{sheet.path}: line {sheet.line(number)}, field '{column}'"
    if value is None:
        raise TableError(f"{where}: '{text[:40]}' is not a whole number below 10^12.")
    if text.startswith("-") and value:
        raise TableError(f"{where}: {text} is negative; a count of persons is 0 or more.")
    return value
