# SPDX-License-Identifier: EUPL-1.2
"""Reading people from JSON, JSON lines or CSV; what cannot be read is told row by row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from samvern.common.numbers import decimal_number
from samvern.law import InputError
from samvern.law.model import Fact, RuleSet

MAX_BYTES = 200_000_000
_DATES = ("asked_on", "event_on", "known_on")


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """Something in one row that could not be read.

    A CSV's header is row 1; a JSON list starts at 1. noted: it was read after all, only told.
    """

    row: int
    field: str
    reason: str
    noted: bool = False


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """What a file holds:
    records with their row, what was not read, and whether it was one object.
    """

    records: list[tuple[int, dict[str, Any]]]
    unread: list[UnreadRow]
    single: bool = False


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
    """The people in ``data``: JSON (object, list, ``{"people"}``), JSON lines, or CSV by facts."""
    text = decode(data, name)
    if name.lower().endswith(".csv"):
        return _from_csv(ruleset, text, name)
    return _from_json(text, name)


def _from_json(text: str, name: str) -> PeopleFile:
    try:
        found = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise FileError(f"{name}: is nested too deep") from error
    except ValueError as error:
        lines = _json_lines(text)
        if lines is None:
            raise FileError(
                f"{name}:{getattr(error, 'lineno', 1)}: is not JSON: {error}"
            ) from error
        return lines
    if isinstance(found, Mapping) and "people" in found:
        found = found["people"]
    if isinstance(found, Mapping):
        return PeopleFile([(1, dict(found))], [], single=True)
    if not isinstance(found, list):
        raise FileError(f"{name}: must hold a person, a list of people, or {{'people': [...]}}")
    return _split(found)


def _json_lines(text: str) -> PeopleFile | None:
    rows = [line for line in text.splitlines() if line.strip()]
    if len(rows) < 2:
        return None
    try:
        return _split([json.loads(row, parse_constant=_refuse_constant) for row in rows])
    except ValueError:
        return None


def _refuse_constant(text: str) -> Any:
    raise ValueError(f"{text} is not a number")


def _split(found: list[Any]) -> PeopleFile:
    records, unread = [], []
    for row, item in enumerate(found, 1):
        if isinstance(item, Mapping):
            records.append((row, dict(item)))
        else:
            unread.append(
                UnreadRow(row, "", f"{str(item)[:40]!r} is not a person (an object with facts)")
            )
    return PeopleFile(records, unread)


def csv_rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with their number, the header being 1.

    Raises FileError where the CSV itself is broken.
    """
    sample = text[:4096]
    delimiter = (
        ";" if sample.count(";") > sample.count(",") and ";" in sample.split("\n")[0] else ","
    )
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    row = 0
    try:
        for row, cells in enumerate(reader, 1):
            yield row, cells
    except csv.Error as error:
        raise FileError(f"{name}:{reader.line_num}: row {row + 1}: {error}") from error


def _from_csv(ruleset: RuleSet, text: str, name: str) -> PeopleFile:
    """One row a person; columns ``id``, the dates, facts, and ``fact.option`` for sets."""
    rows = csv_rows(text, name)
    header = [cell.strip() for cell in next(rows, (1, []))[1]]
    if not header:
        raise FileError(f"{name}: is empty; the first row must name the facts")
    for column in header:
        if column not in ("id", *_DATES) and _column(ruleset, column) is None:
            raise FileError(f"{name}:1: {column!r} is neither id, a date nor a fact; see --schema")
    records, unread = [], []
    for row, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            unread.append(
                UnreadRow(row, "", f"has {len(cells)} cells where the header has {len(header)}")
            )
            continue
        try:
            records.append((row, _record(ruleset, dict(zip(header, cells, strict=True)))))
        except InputError as error:
            unread.append(UnreadRow(row, error.field, error.reason))
    return PeopleFile(records, unread)


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
