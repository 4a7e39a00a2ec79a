# SPDX-License-Identifier: EUPL-1.2
"""Reading people from JSON, JSON lines or CSV; what cannot be read is told row by row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from samvern.common.numbers import decimal_number
from samvern.exchange.json_people import NotJson, items, loads
from samvern.law import InputError
from samvern.law.model import Fact, RuleSet

MAX_BYTES = 200_000_000
_DATES = ("asked_on", "event_on", "known_on")


_CSV_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """Something in one row that could not be read.

    A CSV's header is row 1; a JSON list starts at 1. noted: it was read after all, only told.
    broken: not even JSON or CSV; a file with nothing else is no file of people.
    """

    row: int
    field: str
    reason: str
    noted: bool = False
    broken: bool = False


Record = tuple[int, dict[str, Any]]
"""A person as the file has it, with the row."""
Entry = Record | UnreadRow


class PeopleFile:
    """What a file holds: ``entries`` one by one, once; or all ``records`` and all ``unread``.

    single: it was one person, not a list.
    """

    def __init__(self, entries: Iterable[Entry], single: bool = False) -> None:
        self.entries, self.single = iter(entries), single

    @cached_property
    def _all(self) -> tuple[list[Record], list[UnreadRow]]:
        records: list[Record] = []
        unread: list[UnreadRow] = []
        for entry in self.entries:
            if isinstance(entry, UnreadRow):
                unread.append(entry)
            else:
                records.append(entry)
        return records, unread

    @property
    def records(self) -> list[Record]:
        """Everybody who was read, with their row."""
        return self._all[0]

    @property
    def unread(self) -> list[UnreadRow]:
        """What was not read."""
        return self._all[1]


class FileError(Exception):
    """A file that cannot be read at all: file, place, reason."""

    exit_code = 2


def decode(data: bytes, name: str) -> str:
    """``data`` as text: UTF-8 with or without a mark. Raises FileError with the line at fault."""
    if len(data) > MAX_BYTES:
        raise FileError(f"{name}: is larger than {MAX_BYTES:,} bytes; split it")
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        byte = data[error.start : error.start + 1].hex()
        raise FileError(
            f"{name}:{line}: byte 0x{byte} is not UTF-8; save the file as UTF-8 "
            "(in a spreadsheet: CSV UTF-8) and try again"
        ) from error


def read_people(ruleset: RuleSet, data: bytes, name: str) -> PeopleFile:
    """The people in ``data``: JSON (object, list, ``{"people"}``), JSON lines, or CSV by facts.

    They are read as they are asked for. Raises FileError when there is nothing to read at all.
    """
    text = decode(data, name)
    if name.lower().endswith(".csv"):
        return PeopleFile(something(_from_csv(ruleset, text, name), name))
    found = items(text)
    if found is None:
        return _from_json(text, name)
    return PeopleFile(something(_split(found), name))


def something(entries: Iterator[Entry], name: str) -> Iterator[Entry]:
    """The entries; FileError when every one of them is broken."""
    held: list[Entry] = []
    for entry in entries:
        held.append(entry)
        if not isinstance(entry, UnreadRow) or not entry.broken:
            return chain(held, entries)
    if held and isinstance(held[0], UnreadRow):
        raise FileError(f"{name}: row {held[0].row}: {held[0].reason}")
    return iter(())


def _from_json(text: str, name: str) -> PeopleFile:
    try:
        found = loads(text)
    except RecursionError as error:
        raise FileError(f"{name}: is nested too deep") from error
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise FileError(f"{name}:{line}: is not JSON: {error}") from error
    if isinstance(found, Mapping) and "people" in found:
        found = found["people"]
    if isinstance(found, Mapping):
        return PeopleFile([(1, dict(found))], single=True)
    if not isinstance(found, list):
        raise FileError(f"{name}: must hold a person, a list of people, or {{'people': [...]}}")
    return PeopleFile(_split(found))


def _split(found: Iterable[Any]) -> Iterator[Entry]:
    for row, item in enumerate(found, 1):
        if isinstance(item, Mapping):
            yield row, dict(item)
        elif isinstance(item, NotJson):
            yield UnreadRow(row, "", str(item), broken=True)
        else:
            reason = f"{str(item)[:40]!r} is not a person (an object with facts)"
            yield UnreadRow(row, "", reason)


def csv_rows(text: str, name: str) -> Iterator[tuple[int, list[str] | UnreadRow]]:
    """Rows with their number, the header being 1; an UnreadRow where the CSV itself is broken.

    A quote that is never closed takes its own line with it, not the lines after it: reading
    begins again on the next. Raises FileError where the first row is broken.
    """
    sample = text[:4096]
    delimiter = (
        ";" if sample.count(";") > sample.count(",") and ";" in sample.split("\n")[0] else ","
    )
    row, place = 0, 0
    while place < len(text):
        lines = _Lines(text, place)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                row += 1
                lines.next_row()
                yield row, cells
            return
        except csv.Error as error:
            row += 1
            if row == 1:
                raise FileError(f"{name}:1: row 1: {error}") from error
            yield row, UnreadRow(row, "", f"is not CSV: {error}", broken=True)
            place = lines.second


class _Lines:
    """Lines of a text from a place on, with their ends; ``second``: where a row's second begins."""

    def __init__(self, text: str, place: int) -> None:
        self._lines, self.second = _CSV_LINE.finditer(text, place), 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.second = self.second or line.end()
            yield line.group()

    def next_row(self) -> None:
        """A row has ended."""
        self.second = 0


def _from_csv(ruleset: RuleSet, text: str, name: str) -> Iterator[Entry]:
    """One row a person; columns ``id``, the dates, facts, and ``fact.option`` for sets."""
    header, rows = csv_header(text, name)
    if not header:
        raise FileError(f"{name}: is empty; the first row must name the facts")
    for column in header:
        if column not in ("id", *_DATES) and _column(ruleset, column) is None:
            raise FileError(f"{name}:1: {column!r} is neither id, a date nor a fact; see --schema")
    return (
        entry if isinstance(entry, UnreadRow) else _csv_entry(ruleset, row, entry)
        for row, entry in full_rows(header, rows)
        if isinstance(entry, UnreadRow) or any(cell.strip() for cell in entry.values())
    )


def csv_header(
    text: str, name: str
) -> tuple[list[str], Iterator[tuple[int, list[str] | UnreadRow]]]:
    """The names in the first row, and the rows after it."""
    rows = csv_rows(text, name)
    _, first = next(rows, (1, []))
    return [cell.strip() for cell in first] if isinstance(first, list) else [], rows


def full_rows(
    header: list[str], rows: Iterator[tuple[int, list[str] | UnreadRow]]
) -> Iterator[tuple[int, dict[str, str] | UnreadRow]]:
    """The rows by the header's names; an UnreadRow where there are more or fewer cells."""
    for row, cells in rows:
        if isinstance(cells, UnreadRow):
            yield row, cells
        elif len(cells) == len(header):
            yield row, dict(zip(header, cells, strict=True))
        elif any(cell.strip() for cell in cells):
            reason = f"has {len(cells)} cells where the header has {len(header)}"
            yield row, UnreadRow(row, "", reason)


def _csv_entry(ruleset: RuleSet, row: int, cells: Mapping[str, str]) -> Entry:
    try:
        return row, _record(ruleset, cells)
    except InputError as error:
        return UnreadRow(row, error.field, error.reason)


def _column(ruleset: RuleSet, column: str) -> tuple[Fact, str] | None:
    head, _, tail = column.rpartition(".")
    if column in ruleset.facts:
        return ruleset.facts[column], ""
    fact = ruleset.facts.get(head)
    return (fact, tail) if fact and fact.type == "set" and fact.option(tail) else None


def _record(ruleset: RuleSet, cells: Mapping[str, str]) -> dict[str, Any]:
    record: dict[str, Any] = {"facts": {}}
    for column, cell in cells.items():
        value = cell.strip()
        found = _column(ruleset, column)
        if not value or value == "unknown":
            continue
        if found is None:
            record[column] = value
        elif found[1]:
            _tick(record["facts"].setdefault(found[0].id, {"has": [], "not": []}), found, value)
        else:
            record["facts"][column] = _cell(found[0], value)
    return record


def _tick(ticks: Any, found: tuple[Fact, str], value: str) -> None:
    if value.lower() in ("yes", "true", "1", "x"):
        ticks["has"].append(found[1])
    elif value.lower() in ("no", "false", "0"):
        ticks["not"].append(found[1])
    else:
        raise InputError(f"{found[0].id}.{found[1]}", value, "is neither yes nor no")


def _cell(fact: Fact, value: str) -> Any:
    if fact.type == "set":
        return [part.strip() for part in value.replace("\n", ";").split(";") if part.strip()]
    if fact.type == "number":
        number = decimal_number(value)
        if number is None:
            raise InputError(fact.id, value, "is not a number")
        return number
    return value
