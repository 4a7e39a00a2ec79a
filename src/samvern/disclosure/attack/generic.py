# SPDX-License-Identifier: EUPL-1.2
"""Any published table: one row a cell (long), or one column a group (wide), totals among them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samvern.disclosure.attack.assemble import Key, Printed, assemble
from samvern.disclosure.attack.puzzle import OPEN, Puzzle
from samvern.disclosure.attack.signs import Signs
from samvern.disclosure.attack.values import Interval, read_number
from samvern.disclosure.counting import COUNT_NAMES
from samvern.disclosure.errors import TableError
from samvern.disclosure.reading import TableSheet
from samvern.disclosure.total_labels import TOTAL, is_total, plain
from samvern.disclosure.totals import sum_labels

VALUES = COUNT_NAMES | {"value", "published", "rounded", "txtvalue"}
NOT_CELLS = frozenset({"original", "difference", "primary", "suppressed", "note"})
_LABEL = re.compile(r"(?:19|20)\d\d|\d+\s*(?:-|–|to|til|\+)\s*\d*")
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}\s*%?|\d+\s*%")


@dataclass
class ColumnChoices:
    """What the user has said of columns and labels. value: the column of counts. labels: columns of
    labels, whatever is in them. totals: (column, label) -> is it a total?"""

    value: str | None = None
    labels: frozenset[str] = frozenset()
    totals: Mapping[tuple[str, str], bool] | None = None

    def is_total(self, column: str, label: str) -> bool:
        return (self.totals or {}).get((column, label), is_total(label))


def read_table(sheet: TableSheet, signs: Signs, asked: ColumnChoices) -> Puzzle:
    """Read a published table into a puzzle.

    The counts are in the column said, else in one of a usual name; else, where a column is called
    total, every column of numbers is a group (wide); else in the last column. Raises TableError
    naming line and field for a cell that is none, and for a label that looks like an unsaid total.
    """
    named = asked.value or _usual(sheet)
    wide = named is None and any(asked.is_total("", name) for name in sheet.names)
    if wide:
        cells, columns = _wide(sheet, signs, asked)
    else:
        cells, columns = _long(sheet, named or sheet.names[-1], signs, asked)
    _ask_totals(sheet, cells, columns, asked)
    return assemble([Printed(cells, lambda *_: True)], columns)


def _usual(sheet: TableSheet) -> str | None:
    found = [name for name in sheet.names if plain(name) in VALUES]
    return found[0] if found else None


def _long(
    sheet: TableSheet, value: str, signs: Signs, asked: ColumnChoices
) -> tuple[dict[Key, Interval], tuple[str, ...]]:
    at = sheet.position(value)
    keep = [n for n, name in enumerate(sheet.names) if n != at and name.lower() not in NOT_CELLS]
    for n in keep:
        _check_label_column(sheet, n, asked)
    cells: dict[Key, Interval] = {}
    for number, row in enumerate(sheet.rows):
        key = tuple(_label(asked, sheet.names[n], row[n]) for n in keep)
        _add(sheet, number, value, cells, key, row[at], signs)
    return cells, tuple(sheet.names[n] for n in keep)


def _check_label_column(sheet: TableSheet, at: int, asked: ColumnChoices) -> None:
    """A column of shares taken for labels would make every row a group of its own."""
    if sheet.names[at] in asked.labels:
        return
    texts = [row[at].strip() for row in sheet.rows if row[at].strip()]
    if texts and any(_DECIMAL.fullmatch(text) for text in texts) and all(
        _DECIMAL.fullmatch(text) or read_number(text) for text in texts
    ):  # fmt: skip
        raise TableError(
            f"{sheet.path}: column '{sheet.names[at]}' holds numbers that are no counts. Take it "
            f"away, or say --label '{sheet.names[at]}' if it names groups."
        )


def _wide(
    sheet: TableSheet, signs: Signs, asked: ColumnChoices
) -> tuple[dict[Key, Interval], tuple[str, ...]]:
    groups = [n for n in range(len(sheet.names)) if _is_group(sheet, n, signs, asked)]
    keep = [n for n in range(len(sheet.names)) if n not in groups]
    cells: dict[Key, Interval] = {}
    for number, row in enumerate(sheet.rows):
        labels = tuple(_label(asked, sheet.names[k], row[k]) for k in keep)
        for n in groups:
            key = (*labels, _label(asked, "", sheet.names[n]))
            _add(sheet, number, sheet.names[n], cells, key, row[n], signs)
    return cells, (*(sheet.names[k] for k in keep), "column")


def _is_group(sheet: TableSheet, at: int, signs: Signs, asked: ColumnChoices) -> bool:
    """A column of a wide table holds counts where any cell is a number that is no year or age
    group, or every cell is a sign. A cell in it that is neither is refused when it is read."""
    name = sheet.names[at]
    if name in asked.labels:
        return False
    if asked.is_total("", name):
        return True
    texts = [row[at].strip() for row in sheet.rows]
    if all(_LABEL.fullmatch(text) or is_total(text) or not text for text in texts):
        return False
    numbers = sum(read_number(text) is not None for text in texts)
    return numbers > 0 or all(signs.knows(text) for text in texts)


def _add(
    sheet: TableSheet, number: int, field: str, cells: dict[Key, Interval],
    key: Key, text: str, signs: Signs,
) -> None:  # fmt: skip
    where = f"{sheet.path}: line {sheet.line(number)}, field '{field}'"
    interval = signs.read(text, where)
    if signs.withholds(text):
        signs.withheld.add(key)
    if cells.setdefault(key, interval) != interval:
        raise TableError(f"{where}: the cell {' / '.join(key)[:80]} is printed twice, differently.")


def _label(asked: ColumnChoices, column: str, text: str) -> str:
    text = text.strip()
    return TOTAL if asked.is_total(column, text) else text


def _ask_totals(
    sheet: TableSheet, cells: Mapping[Key, Interval], columns: tuple[str, ...], asked: ColumnChoices
) -> None:
    """Refuse a label that equals the sum of the others wherever all of them are printed."""
    for at, column in enumerate(columns):
        labels = sorted({key[at] for key in cells})
        if TOTAL in labels or len(labels) < 2:
            continue
        found = _unsaid_total(cells, at, labels)
        name = "" if column == "column" else column
        if found is not None and (asked.totals or {}).get((name, found)) is None:
            raise TableError(
                f"{sheet.path}: '{found}' in column '{column}' is the sum of all other rows. Say "
                f"--total '{name}={found}' if it is a total, or --not-total '{name}={found}'."
            )


def _unsaid_total(cells: Mapping[Key, Interval], at: int, labels: list[str]) -> str | None:
    """The label that is the sum of the others in every combination printed in full, if any; where
    something is hidden, the sum must be possible."""
    number = {label: n for n, label in enumerate(labels)}
    keys: dict[Key, int] = {}
    rows = [
        (keys.setdefault((*key[:at], *key[at + 1 :]), len(keys)), number[key[at]], *interval)
        for key, interval in cells.items()
    ]
    table = np.array([[row[0], row[1], row[2], min(row[3], OPEN)] for row in rows])
    key, label = table[:, 0].astype(np.int64), table[:, 1].astype(np.int64)
    whole = np.bincount(key, table[:, 2] < table[:, 3]) == 0
    inside = whole[key]
    if not inside.any():
        return None
    _, dense = np.unique(key[inside], return_inverse=True)
    for found in sum_labels(label[inside], dense, table[inside, 2].astype(np.int64), len(labels)):
        if _possible(table, key, label, found):
            return labels[found]
    return None


def _possible(
    table: np.ndarray, key: np.ndarray, label: np.ndarray, found: int
) -> bool:  # fmt: skip
    """Could the label be the sum of the others in the combinations that hide something, too?"""
    size = int(key.max()) + 1
    own = label == found
    low, high = (
        np.bincount(key[~own], table[~own, 2], size),
        np.bincount(key[~own], table[~own, 3], size),
    )
    return bool(((table[own, 2] <= high[key[own]]) & (table[own, 3] >= low[key[own]])).all())
