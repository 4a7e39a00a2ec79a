# SPDX-License-Identifier: EUPL-1.2
"""Read a CSV file into columns of text, or say in one line why it cannot be read."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samvern.disclosure.errors import TableError

MAX_COLUMNS = 200
MAX_ROWS = 5_000_000
MAX_FIELD = 10_000
DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Sheet:
    """A CSV file: its column names and its rows of text, every row as long as `names`.

    `first_line` is the line number of the first row, so that later complaints can point.
    """

    path: str
    names: tuple[str, ...]
    rows: list[list[str]]
    first_line: int = 2

    def column(self, name: str) -> list[str]:
        """The texts of one column; TableError names the columns that do exist."""
        at = self.position(name)
        return [row[at] for row in self.rows]

    def position(self, name: str) -> int:
        if name in self.names:
            return self.names.index(name)
        raise TableError(
            f"{self.path}: there is no column '{name}'. The columns are: {shown(self.names)}."
        )


def shown(names: tuple[str, ...], most: int = 12) -> str:
    """A list of names short enough to read on one line."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(_short(name) for name in names[:most]) + more


def _short(text: str) -> str:
    printable = "".join(sign if sign.isprintable() else "?" for sign in text)
    return printable if len(printable) <= 40 else printable[:37] + "..."


def read_sheet(path: str | Path) -> Sheet:
    """Read a UTF-8 CSV file separated by comma, semicolon or tab, with one header line.

    Raises TableError (file, line, field, remedy) for ragged rows, mixed encodings, doubled or
    missing column names, too many columns and files without rows.
    """
    text = _decode(Path(path))
    head = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=head.count)
    if head.count(delimiter) >= MAX_COLUMNS:
        raise TableError(
            f"{path}: line 1 has {head.count(delimiter) + 1} columns, at most {MAX_COLUMNS} are "
            "read. Keep the columns the table needs."
        )
    lines = iter(_records(path, text, delimiter))
    names = tuple(name.strip() for name in next(lines, (0, []))[1])
    _check_names(path, names)
    rows = [_full(path, number, row, names) for number, row in lines if row]
    if not rows:
        raise TableError(f"{path}: there are no rows under the header. Is it the right file?")
    return Sheet(str(path), names, rows)


def _decode(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise TableError(f"{path}: cannot be read ({problem.strerror}).") from None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise TableError(
            f"{path}: line {line}, byte {raw[problem.start]:#04x} is not UTF-8. "
            "Save the whole file as UTF-8; a file with mixed encodings cannot be trusted."
        ) from None


def _records(path: str | Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.split("\n"), delimiter=delimiter, strict=True)
    before = csv.field_size_limit(MAX_FIELD)
    try:
        for row in reader:
            yield reader.line_num, row
            if reader.line_num > MAX_ROWS:
                raise TableError(f"{path}: more than {MAX_ROWS} lines. Split the file.")
    except csv.Error as problem:
        raise TableError(
            f"{path}: line {reader.line_num}, {problem}. Check quotes and long fields."
        ) from None
    finally:
        csv.field_size_limit(before)


def _check_names(path: str | Path, names: tuple[str, ...]) -> None:
    if not any(names):
        raise TableError(f"{path}: line 1 has no column names.")
    for at, name in enumerate(names):
        if not name:
            raise TableError(f"{path}: line 1, column {at + 1} has no name. Give it one.")
        if name in names[:at]:
            raise TableError(f"{path}: line 1, the name '{_short(name)}' is used twice.")


def _full(path: str | Path, number: int, row: list[str], names: tuple[str, ...]) -> list[str]:
    if len(row) != len(names):
        short = (
            f"field '{_short(names[len(row)])}' is missing"
            if len(row) < len(names)
            else (f"field {len(names) + 1} ('{_short(row[len(names)])}') has no column")
        )
        raise TableError(
            f"{path}: line {number} has {len(row)} fields, the header has {len(names)}: {short}."
        )
    return row
