# SPDX-License-Identifier: EUPL-1.2
"""Any published table: one row a cell (long), or one column a group (wide), totals among them."""

from samvern.disclosure.attack.assemble import Key, Printed, assemble
from samvern.disclosure.attack.puzzle import Puzzle
from samvern.disclosure.attack.values import hidden_range, read_value
from samvern.disclosure.cells import TOTAL
from samvern.disclosure.errors import TableError
from samvern.disclosure.reading import Sheet

TOTALS = frozenset(
    {"total", "totalt", "i alt", "alle", "all", "sum", "both", "both sexes", "begge kjønn"}
)
VALUES = frozenset(
    {"value", "published", "rounded", "count", "freq", "ant", "antall", "n", "persons", "txtvalue"}
)
NOT_CELLS = frozenset({"original", "difference", "primary", "suppressed", "note"})


def read_table(sheet: Sheet, value: str | None = None, hidden: str | None = None) -> Puzzle:
    """Read a published table into a puzzle.

    value: the column that holds the printed texts; else a usual name; else, where a column is
    called total, every column of numbers is a group (wide); else the last column. hidden: what a
    bare sign stands for, as `1-4`. Raises TableError naming line and field.
    """
    span = hidden_range(hidden)
    named = value or next((n for n in sheet.names if n.lower() in VALUES), None)
    if named is None and any(name.lower() in TOTALS for name in sheet.names):
        cells, columns = _wide(sheet, span)
    else:
        cells, columns = _long(sheet, named or sheet.names[-1], span)
    return assemble([Printed(cells, lambda *_: True)], columns)


def _long(
    sheet: Sheet, value: str, span: tuple[float, float]
) -> tuple[dict[Key, tuple[float, float]], tuple[str, ...]]:
    at = sheet.position(value)
    keep = [n for n, name in enumerate(sheet.names) if n != at and name.lower() not in NOT_CELLS]
    cells: dict[Key, tuple[float, float]] = {}
    for number, row in enumerate(sheet.rows):
        key = tuple(_label(row[n]) for n in keep)
        _add(sheet, number, value, cells, key, row[at], span)
    return cells, tuple(sheet.names[n] for n in keep)


def _wide(
    sheet: Sheet, span: tuple[float, float]
) -> tuple[dict[Key, tuple[float, float]], tuple[str, ...]]:
    sums = next(n for n, name in enumerate(sheet.names) if name.lower() in TOTALS)
    groups = [
        n for n in range(len(sheet.names))
        if n == sums or all(read_value(row[n], span) for row in sheet.rows)
    ]  # fmt: skip
    keep = [n for n in range(len(sheet.names)) if n not in groups]
    cells: dict[Key, tuple[float, float]] = {}
    for number, row in enumerate(sheet.rows):
        for n in groups:
            key = (*(_label(row[k]) for k in keep), _label(sheet.names[n]))
            _add(sheet, number, sheet.names[n], cells, key, row[n], span)
    return cells, (*(sheet.names[k] for k in keep), "column")


def _add(
    sheet: Sheet, number: int, field: str, cells: dict[Key, tuple[float, float]],
    key: Key, text: str, span: tuple[float, float],
) -> None:  # fmt: skip
    where = f"{sheet.path}: line {sheet.line(number)}, field '{field}'"
    interval = read_value(text, span)
    if interval is None:
        raise TableError(
            f"{where}: '{text[:40]}' is neither a count nor a hidden count (<5, 1-4, :)."
        )
    if cells.setdefault(key, interval) != interval:
        raise TableError(f"{where}: the cell {' / '.join(key)[:80]} is printed twice, differently.")


def _label(text: str) -> str:
    text = text.strip()
    return TOTAL if text.lower() in TOTALS else text
