# SPDX-License-Identifier: EUPL-1.2
"""Reading an agency's CSV file: every refusal names file, line and field."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from samvern.linkage import numbers
from samvern.linkage.columns import choose_columns
from samvern.linkage.dates import BirthDate, parse_birth
from samvern.linkage.errors import LinkageError
from samvern.linkage.names import split
from samvern.linkage.people import EXTRAS, Name, Person
from samvern.linkage.scripts import romanise

MAX_BYTES = 2_000_000_000
MAX_COLUMNS = 1_000
MAX_FIELD = 10_000


def read_people(path: Path, columns: Mapping[str, str] | None = None) -> list[Person]:
    """Every record of a UTF-8 CSV file with a header, separated by comma, semicolon or tab.

    Raises:
        LinkageError: not readable, not UTF-8, ragged, too large, an unknown column, a birth
            date that cannot be read, or the same id on two lines.
    """
    rows = read_rows(path)
    _, header = next(rows, (0, []))
    if not header:
        raise LinkageError(f"{path}: the file is empty; give a CSV file with a header line")
    chosen = choose_columns(header, columns, file=str(path))
    people: list[Person] = []
    seen: dict[str, int] = {}
    for line, row in rows:
        person = _person(path, line, row, chosen, len(people))
        if person.key in seen:
            raise LinkageError(
                f"{path}: line {line}: field id: {person.key!r} is already on line "
                f"{seen[person.key]}; give each record its own id"
            )
        seen[person.key] = line
        people.append(person)
    if not people:
        raise LinkageError(f"{path}: the file has a header but no records")
    return people


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
    path: Path, line: int, row: Sequence[str], at: Mapping[str, list[int]], count: int
) -> Person:
    def texts(name: str) -> list[str]:
        found = [row[position].strip() for position in at.get(name, [])]
        if any(len(text) > MAX_FIELD for text in found):
            raise LinkageError(f"{path}: line {line}: field {name}: over {MAX_FIELD:,} characters")
        return [text for text in found if text and text.lower() not in ("nan", "null", "none")]

    found_numbers = tuple(filter(None, (numbers.canonical(text) for text in texts("number"))))
    return Person(
        key=(texts("id") or [str(count + 1)])[0],
        names=_names(texts),
        birth=_birth(path, line, texts("birth")),
        sex=romanise(" ".join(texts("sex")))[:1],
        nationalities=tuple(
            dict.fromkeys(romanise(word) for text in texts("nationality") for word in _list(text))
        ),
        numbers=found_numbers,
        extras={name: romanise(" ".join(texts(name))) for name in EXTRAS if texts(name)},
    )


def _list(text: str) -> list[str]:
    return [word for word in text.replace("|", ";").replace("/", ";").split(";") if word.strip()]


def _names(read: Callable[[str], list[str]]) -> tuple[Name, ...]:
    names = [Name(split(" ".join(read("given"))), split(" ".join(read("family"))))]
    names = names if names[0] != Name() else []
    names += [_whole(text) for text in read("name")]
    names += [_whole(alias) for text in read("alias") for alias in _list(text)]
    return tuple(dict.fromkeys(name for name in names if name != Name())) or (Name(),)


def _whole(text: str) -> Name:
    """'Family, Given' or 'Given Family'; a single word counts as a given name."""
    if "," in text:
        family, given = text.split(",", 1)
        return Name(split(given), split(family))
    parts = split(text)
    return Name(parts[:-1], parts[-1:]) if len(parts) > 1 else Name(parts, ())


def _birth(path: Path, line: int, texts: list[str]) -> BirthDate:
    text = texts[0] if texts else ""
    try:
        return parse_birth(text)
    except ValueError as error:
        raise LinkageError(
            f"{path}: line {line}: field birth: {text!r} cannot be read; {error}"
        ) from None
