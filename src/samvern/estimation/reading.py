# SPDX-License-Identifier: EUPL-1.2
"""Reading lists: counts per pattern, one row a person, or pairs of person and list.

Three shapes of CSV, told apart by the header:
    LA,NG,PF,count        one row a pattern of 0/1 and how many persons have it
    LA,NG,PF              one row a person (a column `id` or `person` is ignored)
    id,list               one row for each list a person is on
Any of them may also have covariates (sex, age, form, year) and `sample`, the number of the
plausible linkage that the row belongs to.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from samvern.common.numbers import whole_number
from samvern.estimation.errors import ListFileError
from samvern.estimation.table import MAX_LISTS, CaptureTable
from samvern.exchange.sheets import GridError, read_grid

COVARIATES = ("sex", "age", "form", "year")
MAX_COUNT = 10**9
MAX_COLUMNS = 64
_PERSON = ("id", "person")
_MAX_HEADER = 100_000
# A zip, as XLSX is one, and the marks of UTF-16.
_OTHERS = (b"PK", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class ListRecord:
    """`count` persons on exactly the lists in `mask`, with their covariates, in one linkage."""

    mask: int
    count: int
    covariates: tuple[str, ...]
    sample: str


@dataclass(frozen=True)
class ListFile:
    """What a file (or several plausible linkages) says.

    `samples`: one table per plausible linkage, the first being `table`. `strata`: per covariate, a
    table for each of its values (from the first linkage); their counts add up to `table`'s.
    """

    samples: tuple[CaptureTable, ...]
    strata: dict[str, dict[str, CaptureTable]] = field(default_factory=dict)

    @property
    def table(self) -> CaptureTable:
        """The table of the only, or first, linkage."""
        return self.samples[0]


@dataclass(frozen=True)
class _Header:
    source: str
    fields: tuple[str, ...]
    lists: tuple[int, ...]
    covariates: tuple[int, ...]
    count: int | None
    sample: int | None
    pair: tuple[int, int] | None


def read_lists(paths: Sequence[Path]) -> ListFile:
    """Read one file, or several files that are plausible linkages of the same lists.

    Raises InputError, one line saying which file, line and field, and what is expected there.
    """
    read = [_read_file(path) for path in paths]
    names = read[0].table.names
    for path, lists in zip(paths, read, strict=True):
        if lists.table.names != names:
            raise ListFileError(
                path.name, f"has other lists than {paths[0].name}: {', '.join(names)}"
            )
    return ListFile(tuple(table for lists in read for table in lists.samples), read[0].strata)


def _read_file(path: Path) -> ListFile:
    lines = _lines(path)
    header = _header(path.name, lines[0])
    rows = _rows(header, lines)
    names, records = _pairs(header, rows) if header.pair else _patterns(header, rows)
    if len(names) < 2:
        raise ListFileError(
            path.name, "needs at least two lists; estimation rests on their overlap"
        )
    if len(names) > MAX_LISTS:
        raise ListFileError(
            path.name, f"has {len(names)} lists; the estimates take at most {MAX_LISTS} lists"
        )
    return _assemble(path.name, names, records, [header.fields[i] for i in header.covariates])


def _lines(path: Path) -> list[str]:
    raw = path.read_bytes()
    if raw[:2] in _OTHERS or raw[:5].strip(b'"').lower().startswith(b"sep="):
        return _as_csv(path)
    if not raw.strip():
        raise ListFileError(path.name, "is empty; the first line must name the lists")
    if b"\0" in raw:
        raise ListFileError(path.name, "holds zero bytes; save it as CSV in UTF-8")
    try:
        return raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = f"is not UTF-8 (byte {raw[error.start]:#04x}); save the file as UTF-8"
        raise ListFileError(path.name, problem, line) from None


def _as_csv(path: Path) -> list[str]:
    """The lines of a workbook, of UTF-16 or of a file that names its separator, as plain CSV."""
    try:
        grid = read_grid(path)
    except GridError as problem:
        raise ListFileError(path.name, str(problem).removeprefix(f"{path}: ")) from None
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([grid.names, *grid.rows])
    return out.getvalue().splitlines()


def _header(source: str, first: str) -> _Header:
    if len(first) > _MAX_HEADER:
        raise ListFileError(source, f"the header is too long; at most {MAX_LISTS} lists", 1)
    fields = tuple(name.strip() for name in next(csv.reader([first], delimiter=_delimiter(first))))
    if len(fields) > MAX_COLUMNS:
        raise ListFileError(source, f"has {len(fields)} columns; at most {MAX_LISTS} lists", 1)
    lower = [name.lower() for name in fields]
    doubled = [name for name, times in Counter(lower).items() if times > 1]
    if "" in lower or doubled:
        problem = "a column has no name" if "" in lower else f"two columns named {doubled[0]!r}"
        raise ListFileError(source, problem, 1)
    at = {name: i for i, name in enumerate(lower)}
    covariates = tuple(at[name] for name in COVARIATES if name in at)
    person = next((at[name] for name in _PERSON if name in at), None)
    other = {at.get("count"), at.get("sample"), person, *covariates}
    pair = (person, at["list"]) if person is not None and "list" in at else None
    lists = () if pair else tuple(i for i in range(len(fields)) if i not in other)
    return _Header(source, fields, lists, covariates, at.get("count"), at.get("sample"), pair)


def _delimiter(first: str) -> str:
    return max(",;\t", key=first.count)


def _rows(header: _Header, lines: list[str]) -> Iterable[tuple[int, list[str]]]:
    """Line number and fields of each row that is not blank."""
    width = len(header.fields)
    reader = csv.reader(lines[1:], delimiter=_delimiter(lines[0]), strict=True)
    try:
        for row in reader:
            if not any(value.strip() for value in row):
                continue
            if len(row) != width:
                problem = f"has {len(row)} fields where the header has {width}"
                raise ListFileError(header.source, problem, reader.line_num + 1)
            yield reader.line_num + 1, [value.strip() for value in row]
    except csv.Error as error:
        raise ListFileError(header.source, f"is not CSV: {error}", reader.line_num + 1) from None


def _patterns(
    header: _Header, rows: Iterable[tuple[int, list[str]]]
) -> tuple[tuple[str, ...], list[ListRecord]]:
    """Rows with one 0/1 column a list, with or without a count."""
    persons: Counter[tuple[int, tuple[str, ...], str]] = Counter()
    for line, row in rows:
        mask = 0
        for bit, i in enumerate(header.lists):
            if row[i] not in ("0", "1"):
                problem = f"is {row[i]!r}; a list column holds 0 or 1"
                raise ListFileError(header.source, problem, line, header.fields[i])
            mask |= int(row[i]) << bit
        count = 1 if header.count is None else _count(header, row[header.count], line)
        if not mask and count:
            raise ListFileError(
                header.source, "is on no list; the unseen cannot be in the file", line
            )
        persons[mask, _covariates(header, row, line), _sample(header, row)] += count
    records = [ListRecord(mask, count, by, sample) for (mask, by, sample), count in persons.items()]
    return tuple(header.fields[i] for i in header.lists), records


def _pairs(
    header: _Header, rows: Iterable[tuple[int, list[str]]]
) -> tuple[tuple[str, ...], list[ListRecord]]:
    """Rows of person and list, gathered to one record a person."""
    person, on = header.pair or (0, 1)
    bits: dict[str, int] = {}
    found: dict[tuple[str, str], tuple[int, tuple[str, ...]]] = {}
    for line, row in rows:
        if not row[person] or not row[on]:
            empty = header.fields[person if not row[person] else on]
            raise ListFileError(header.source, "is empty", line, empty)
        bit = bits.setdefault(row[on], len(bits))
        covariates = _covariates(header, row, line)
        mask, before = found.get((_sample(header, row), row[person]), (0, covariates))
        if before != covariates:
            problem = f"person {row[person]!r} has other covariates than before"
            raise ListFileError(header.source, problem, line)
        found[_sample(header, row), row[person]] = (mask | 1 << bit, covariates)
    records = [ListRecord(mask, 1, values, sample) for (sample, _), (mask, values) in found.items()]
    return tuple(bits), records


def _count(header: _Header, text: str, line: int) -> int:
    value = whole_number(text)
    if value is None or value > MAX_COUNT:
        problem = f"is {text!r}; expected a whole number from 0 to {MAX_COUNT}"
        raise ListFileError(header.source, problem, line, "count")
    return value


def _covariates(header: _Header, row: list[str], line: int) -> tuple[str, ...]:
    for i in header.covariates:
        if not row[i]:
            problem = "is empty; write a value such as 'unknown'"
            raise ListFileError(header.source, problem, line, header.fields[i])
    return tuple(row[i] for i in header.covariates)


def _sample(header: _Header, row: list[str]) -> str:
    return "" if header.sample is None else row[header.sample]


def _assemble(
    source: str, names: tuple[str, ...], records: list[ListRecord], covariates: list[str]
) -> ListFile:
    if not sum(record.count for record in records):
        raise ListFileError(source, "has no persons: no row with a count above 0")
    samples = list(dict.fromkeys(record.sample for record in records))
    tables = tuple(_table(names, [r for r in records if r.sample == s]) for s in samples)
    first = [r for r in records if r.sample == samples[0]]
    strata = {
        covariate.lower(): {
            value: _table(names, [r for r in first if r.covariates[i] == value])
            for value in sorted({r.covariates[i] for r in first})
        }
        for i, covariate in enumerate(covariates)
    }
    return ListFile(tables, strata)


def _table(names: tuple[str, ...], records: list[ListRecord]) -> CaptureTable:
    counts = np.zeros(2 ** len(names), dtype=np.int64)
    for record in records:
        counts[record.mask] += record.count
    return CaptureTable(names, counts)
