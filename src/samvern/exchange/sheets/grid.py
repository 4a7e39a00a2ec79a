# SPDX-License-Identifier: EUPL-1.2
"""A table as it was found: sheet, header row, names, rows, and what was chosen to read it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from samvern.exchange.sheets.errors import GridError, short
from samvern.exchange.sheets.text import LOOKED_AT, decode, delimiter_of, records
from samvern.exchange.sheets.workbook import is_workbook, open_sheet

MAX_COLUMNS = 200
MAX_BYTES = 2_000_000_000
SIGNS = {",": "comma", ";": "semicolon", "\t": "tab"}
Numbered = list[tuple[int, list[str]]]


@dataclass(frozen=True)
class SheetGrid:
    """names: of the columns. rows: texts, each as long as names. lines: the line (or spreadsheet
    row) of each. header: the line of the names. above, below: lines outside the table. sheet and
    sheets: of a workbook. encoding, delimiter: of a text file."""

    path: str
    names: tuple[str, ...]
    rows: list[list[str]]
    lines: list[int]
    header: int = 1
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    encoding: str = "utf-8"
    delimiter: str = ","

    def described(self) -> dict[str, Any]:
        """What was chosen, to be shown before the table is used."""
        out: dict[str, Any] = {"header_row": self.header, "columns": list(self.names)}
        if self.sheet is None:
            out |= {"encoding": self.encoding, "separator": SIGNS.get(self.delimiter,
                                                                      self.delimiter)}  # fmt: skip
        else:
            out |= {"sheet": self.sheet, "sheets": list(self.sheets)}
        return out | {"above": list(self.above), "below": list(self.below)}


def read_grid(path: str | Path, sheet: str | None = None, header: int | None = None) -> SheetGrid:
    """Read a CSV or XLSX file.

    sheet: of a workbook; needed where several hold something. header: the line of the column
    names; else the first row that is not a title. Raises GridError (file, line, field, remedy) for
    what cannot be read, ragged rows, doubled or missing names, and files without rows.
    """
    shown_path = str(path)
    raw = _bytes(Path(path))
    if is_workbook(raw):
        opened = open_sheet(shown_path, raw, sheet)
        table = _trim(list(enumerate(opened.rows, 1)))
        start = _start(shown_path, table, header)
        table, below = _without_notes(table, start)
        return _grid(shown_path, iter(table), start, below, sheet=opened.sheet,
                     sheets=opened.sheets)  # fmt: skip
    if sheet is not None:
        raise GridError(f"{path}: has no sheets; --sheet is for XLSX files.")
    text, encoding = decode(shown_path, raw)
    delimiter, skip = delimiter_of(text)
    _check_width(shown_path, text, delimiter, skip)
    head = list(islice(records(shown_path, text, delimiter, skip), LOOKED_AT))
    start = _start(shown_path, head, header)
    lines = records(shown_path, text, delimiter, skip)
    return _grid(shown_path, lines, start, (), encoding=encoding, delimiter=delimiter)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise GridError(f"{path}: is larger than {MAX_BYTES:,} bytes. Split the file.")
        return path.read_bytes()
    except OSError as problem:
        raise GridError(f"{path}: cannot be read ({problem.strerror}).") from None


def _check_width(path: str, text: str, delimiter: str, skip: int) -> None:
    for number, line in enumerate(text.split("\n", LOOKED_AT)[skip:LOOKED_AT], skip + 1):
        if line.count(delimiter) >= MAX_COLUMNS and '"' not in line:
            raise GridError(
                f"{path}: line {number} has {line.count(delimiter) + 1} columns, at most "
                f"{MAX_COLUMNS} are read. Keep the columns the table needs."
            )


def _start(path: str, rows: Numbered, header: int | None) -> int:
    """The line of the header: as said, or as found."""
    if header is not None:
        if not any(number == header for number, _ in rows):
            raise GridError(f"{path}: there is no line {header} to hold the column names.")
        return header
    return rows[header_row([cells for _, cells in rows])][0] if rows else 1


def _trim(rows: Numbered) -> Numbered:
    """Without empty columns at the right and empty rows at the end."""
    width = max((at + 1 for _, row in rows for at, cell in enumerate(row) if cell.strip()),
                default=0)  # fmt: skip
    if width > MAX_COLUMNS:
        raise GridError(f"the sheet has {width} columns, at most {MAX_COLUMNS} are read.")
    return [(number, row[:width]) for number, row in rows]


def _without_notes(rows: Numbered, start: int) -> tuple[Numbered, tuple[str, ...]]:
    """Notes under a sheet's table: after an empty row, nothing but the first cell is filled."""
    notes: list[str] = []
    at = len(rows)
    while at and rows[at - 1][0] > start and not any(c.strip() for c in rows[at - 1][1][1:]):
        at -= 1
    gap = next((n for n in range(at, len(rows)) if not any(rows[n][1])), None)
    if gap is None or len(rows[0][1]) < 2:
        return rows, ()
    notes = [row[0].strip() for _, row in rows[gap:] if row and row[0].strip()]
    return rows[:gap], tuple(notes)


def _grid(path: str, numbered: Any, start: int, below: tuple[str, ...], **found: Any) -> SheetGrid:
    above: list[str] = []
    names: tuple[str, ...] = ()
    rows: list[list[str]] = []
    lines: list[int] = []
    for number, row in numbered:
        if number < start:
            above.append(" ".join(cell.strip() for cell in row if cell.strip()))
        elif not names:
            names = tuple(" ".join(name.split()) for name in row)
            _check_names(path, number, names)
        elif row and (len(row) > 1 or row[0].strip() or len(names) == 1) and any(row):
            rows.append(_full(path, number, row, names))
            lines.append(number)
    if not names:
        raise GridError(f"{path}: line {start} has no column names.")
    if not rows:
        raise GridError(f"{path}: there are no rows under the header. Is it the right file?")
    return SheetGrid(path, names, rows, lines, start, tuple(filter(None, above)), below, **found)


def _check_names(path: str, line: int, names: tuple[str, ...]) -> None:
    if not any(names):
        raise GridError(f"{path}: line {line} has no column names.")
    if len(names) > MAX_COLUMNS:
        raise GridError(f"{path}: line {line} has {len(names)} columns, at most {MAX_COLUMNS}.")
    seen: set[str] = set()
    for at, name in enumerate(names):
        if not name:
            raise GridError(f"{path}: line {line}, column {at + 1} has no name. Give it one.")
        if name in seen:
            raise GridError(f"{path}: line {line}, the name '{short(name)}' is used twice.")
        seen.add(name)


def _full(path: str, number: int, row: list[str], names: tuple[str, ...]) -> list[str]:
    if len(row) == len(names):
        return row
    if len(row) < len(names):
        what = f"field '{short(names[len(row)])}' is missing"
    else:
        what = f"field {len(names) + 1} ('{short(row[len(names)])}') has no column"
    raise GridError(
        f"{path}: line {number} has {len(row)} fields, the header has {len(names)}: {what}."
    )


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
