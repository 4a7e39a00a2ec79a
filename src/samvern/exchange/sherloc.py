# SPDX-License-Identifier: EUPL-1.2
"""Reading UNODC SHERLOC's coded judgments: acts, means, purposes, minors; dirty as they are.

A code is recognised by what it says, not by the column it stands in, because some rows have theirs
shifted. A blank, or a word for one (NA), says nothing, so it is unknown; a mark of doubt (``Yes*``)
is read as the answer.
The law asked is that of the day asked, whatever the day of the judgment: the question is what the
coded facts amount to, not whether a foreign court was bound by our law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from samvern.exchange.people import (
    Entry,
    FileError,
    PeopleFile,
    UnreadRow,
    csv_header,
    decode,
    full_rows,
    something,
)
from samvern.exchange.sherloc_codes import MINORS, meaning, says_nothing

_COLUMNS = {
    "ActsInvolved": "conduct_seen",
    "MeansUsed": "means_seen",
    "ExploitativePurposes": "purpose_seen",
}
_MINORS: Mapping[str, dict[str, Any]] = {
    "yes": {"age_group": {"one_of": ["under_12", "child_12_15", "child_16_17"]}},
    "no": {"age_group": "adult", "exploited_as_child": False},
}
_NEEDED = (*_COLUMNS, "MinorsIncluded")


def read_sherloc(data: bytes, name: str) -> PeopleFile:
    """The judgments in a CSV of SHERLOC's coding. Raises FileError when it is no such CSV."""
    header, rows = csv_header(decode(data, name), name)
    missing = [column for column in _NEEDED if column not in header]
    if missing:
        raise FileError(f"{name}:1: has no column {', '.join(missing)}; is it SHERLOC's coding?")
    return PeopleFile(something(_entries(header, rows), name))


def _entries(
    header: list[str], rows: Iterator[tuple[int, list[str] | UnreadRow]]
) -> Iterator[Entry]:
    for row, cells in full_rows(header, rows):
        if isinstance(cells, UnreadRow):
            yield cells
            continue
        told: list[UnreadRow] = []
        record = _record(row, cells, told)
        yield from told
        if record:
            yield row, record


def _record(row: int, cells: Mapping[str, str], unread: list[UnreadRow]) -> dict[str, Any] | None:
    facts: dict[str, Any] = {}
    for column in _COLUMNS:
        for code in re.split(r"[;\n]+", cells[column]):
            _read_code(row, column, code.strip(" .*\r\t"), facts, unread)
    minors = cells["MinorsIncluded"].strip(" .*\r\t")
    if minors.lower() in MINORS:
        facts |= _MINORS[MINORS[minors.lower()]]
    elif not says_nothing(minors):
        unread.append(UnreadRow(row, "MinorsIncluded", f"{minors!r} is neither Yes nor No"))
    if not facts:
        unread.append(
            UnreadRow(
                row, "", "states neither act, means, purpose nor whether minors were included"
            )
        )
        return None
    return {"id": cells.get("Case", "").strip() or str(row), "facts": facts}


def _read_code(
    row: int, column: str, code: str, facts: dict[str, Any], unread: list[UnreadRow]
) -> None:
    if says_nothing(code):
        return
    found = meaning(code)
    if found is None:
        unread.append(UnreadRow(row, column, f"{code!r} is not an act, a means or a purpose"))
        return
    fact, option = found
    if option not in facts.setdefault(fact, []):
        facts[fact].append(option)
    if fact != _COLUMNS[column]:
        noun = {v: k for k, v in _COLUMNS.items()}[fact]
        unread.append(UnreadRow(row, column, f"{code!r} belongs in {noun}; read as such", True))
