# SPDX-License-Identifier: EUPL-1.2
"""Reading an agency's CSV file: every refusal names file, line and field."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from samvern.exchange.sheets import GridError, read_grid
from samvern.linkage.coder import Coder
from samvern.linkage.columns import choose_columns
from samvern.linkage.errors import LinkageError
from samvern.linkage.names import split
from samvern.linkage.people import EXTRAS, PersonName, PersonRecord

MAX_BYTES = 2_000_000_000
MAX_COLUMNS = 1_000
MAX_FIELD = 10_000


@dataclass(frozen=True)
class RegisterFile:
    """An agency's file, and how it was read.

    Attributes:
        people: every record.
        used: field -> the titles of the columns it was read from.
        unused: titles of the columns that say nothing here.
        codes: field -> what stood in the file -> what it was read as.
        serials: how many birth dates were a spreadsheet's day numbers.
    """

    people: list[PersonRecord]
    used: dict[str, list[str]]
    unused: list[str]
    codes: dict[str, dict[str, str]]
    serials: int = 0


def read_people(path: Path, columns: Mapping[str, str] | None = None) -> list[PersonRecord]:
    """Every record of a file, as `read_file`."""
    return read_file(path, columns).people


def read_file(
    path: Path,
    columns: Mapping[str, str] | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> RegisterFile:
    """Every record of a CSV file with a header, separated by comma, semicolon or tab, or of a
    sheet (XLSX), whose name and header row may be said.

    Raises:
        LinkageError: not readable, not UTF-8, ragged, too large, an unknown column, a value of a
            coded field that cannot be read, or the same id on two lines.
    """
    rows = _sheet_rows(path, sheet, header_row) if _is_sheet(path) else read_rows(path)
    _, header = next(rows, (0, []))
    if not header:
        raise LinkageError(f"{path}: the file is empty; give a CSV file with a header line")
    chosen = choose_columns(header, columns, file=str(path))
    coder = Coder(str(path))
    people: list[PersonRecord] = []
    seen: dict[str, int] = {}
    for line, row in rows:
        person = _person(coder, line, row, chosen, len(people))
        if person.key in seen:
            raise LinkageError(
                f"{path}: line {line}: field id: {person.key!r} is already on line "
                f"{seen[person.key]}; give each record its own id"
            )
        seen[person.key] = line
        people.append(person)
    coder.check()
    if not people:
        raise LinkageError(f"{path}: the file has a header but no records")
    used = {name: [header[at] for at in places] for name, places in chosen.items()}
    told = {at for places in chosen.values() for at in places}
    unused = [title for at, title in enumerate(header) if at not in told]
    return RegisterFile(people, used, unused, coder.codes, coder.serials)


def _is_sheet(path: Path) -> bool:
    """A workbook, UTF-16, or a first line `sep=;`: what spreadsheets write."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise LinkageError(f"{path}: cannot be read: {error.strerror}") from None
    return head.startswith((b"PK", b"\xff\xfe", b"\xfe\xff")) or b"sep=" in head.lower()


def _sheet_rows(
    path: Path, sheet: str | None, header_row: int | None
) -> Iterator[tuple[int, list[str]]]:
    try:
        grid = read_grid(path, sheet, header_row)
    except GridError as error:
        raise LinkageError(str(error)) from None
    yield grid.header, list(grid.names)
    yield from zip(grid.lines, grid.rows, strict=True)


def read_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """(line number, fields) of each record, the header first; ragged lines are refused."""
    text = _decode(path)
    head = text[: text.find("\n") + 1] or text
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    width = 0
    try:
        for row in reader:
            width = width or _width(path, row)
            if not row or row == [""]:
                continue
            if len(row) != width:
                raise LinkageError(
                    f"{path}: line {reader.line_num}: {len(row)} fields where the header has "
                    f"{width}; check separators and quotes"
                )
            yield reader.line_num, row
    except csv.Error as error:
        raise LinkageError(
            f"{path}: line {reader.line_num}: not readable as CSV: {error}"
        ) from None


def _width(path: Path, header: list[str]) -> int:
    if len(header) > MAX_COLUMNS:
        raise LinkageError(
            f"{path}: line 1: {len(header):,} columns; at most {MAX_COLUMNS:,} are read"
        )
    return len(header)


def _decode(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LinkageError(f"{path}: larger than {MAX_BYTES:,} bytes; split the file")
        raw = path.read_bytes()
    except OSError as error:
        raise LinkageError(f"{path}: cannot be read: {error.strerror}") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        wrong = raw[error.start]
        raise LinkageError(
            f"{path}: line {line}: byte 0x{wrong:02x} is not UTF-8; save the whole file as UTF-8"
        ) from None


def _person(
    coder: Coder, line: int, row: Sequence[str], at: Mapping[str, list[int]], count: int
) -> PersonRecord:
    def texts(name: str) -> list[str]:
        found = [row[position].strip() for position in at.get(name, [])]
        if any(len(text) > MAX_FIELD for text in found):
            raise LinkageError(
                f"{coder.file}: line {line}: field {name}: over {MAX_FIELD:,} characters"
            )
        return [text for text in found if text and text.lower() not in ("nan", "null", "none")]

    numbers = tuple(coder.numbers(line, texts("number")))
    return PersonRecord(
        key=(texts("id") or [str(count + 1)])[0],
        names=_names(texts),
        birth=coder.birth(line, texts("birth"), numbers),
        sex=coder.sex(line, texts("sex")),
        nationalities=coder.nationalities(line, texts("nationality")),
        numbers=numbers,
        extras={name: value for name in EXTRAS if (value := coder.place(name, texts(name)))},
    )


def _names(read: Callable[[str], list[str]]) -> tuple[PersonName, ...]:
    names = [PersonName(split(" ".join(read("given"))), split(" ".join(read("family"))))]
    names = names if names[0] != PersonName() else []
    names += [_whole(text) for text in read("name")]
    names += [_whole(alias) for text in read("alias") for alias in _list(text)]
    return tuple(dict.fromkeys(name for name in names if name != PersonName())) or (PersonName(),)


def _whole(text: str) -> PersonName:
    """'Family, Given' or 'Given Family'; a single word counts as a given name."""
    if "," in text:
        family, given = text.split(",", 1)
        return PersonName(split(given), split(family))
    parts = split(text)
    return PersonName(parts[:-1], parts[-1:]) if len(parts) > 1 else PersonName(parts, ())


def _list(text: str) -> list[str]:
    return [word for word in re.split(r"[;|/]", text) if word.strip()]
