# SPDX-License-Identifier: EUPL-1.2
"""Reading UNODC SHERLOC's coded judgments: acts, means, purposes, minors; dirty as they are.

A code is recognised by what it says, not by the column it stands in, because some rows have theirs
shifted. A blank says nothing, so it is unknown; a mark of doubt (``Yes*``) is read as the answer.
The law asked is that of the day asked, whatever the day of the judgment: the question is what the
coded facts amount to, not whether a foreign court was bound by our law.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from samvern.exchange.people import FileError, People, Unread, csv_rows, decode

# SHERLOC's own words (UNODC case law database, keywords), lower case, to fact and option.
# Its "or" pairs are read as the wider of the two: both are means under ETS 197 art. 4 a.
_CODES: Mapping[str, tuple[str, str]] = {
    "recruitment": ("conduct_seen", "recruits"),
    "transportation": ("conduct_seen", "transports"),
    "transfer": ("conduct_seen", "transfers"),
    "harbouring": ("conduct_seen", "harbours"),
    "receipt": ("conduct_seen", "receives"),
    "threat or use of force or other forms of coercion": ("means_seen", "coercion"),
    "threat or use of other forms of coercion": ("means_seen", "coercion"),
    "abduction": ("means_seen", "abduction"),
    "fraud": ("means_seen", "fraud"),
    "deception": ("means_seen", "deception"),
    "abuse of power or a position of vulnerability": ("means_seen", "abuse_of_vulnerability"),
    "giving or receiving payments or benefits to achieve the consent of a person having control "
    "over another person": ("means_seen", "payment_to_controller"),
    "exploitation of the prostitution of others or other forms of sexual exploitation": (
        "purpose_seen",
        "prostitution",
    ),
    "forced labour or services": ("purpose_seen", "forced_labour"),
    "slavery or practices similar to slavery": ("purpose_seen", "slavery"),
    "servitude": ("purpose_seen", "servitude"),
    "removal of organs": ("purpose_seen", "organ_removal"),
}
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


def read_sherloc(data: bytes, name: str) -> People:
    """The judgments in a CSV of SHERLOC's coding. Raises FileError when it is no such CSV."""
    rows = csv_rows(decode(data, name), name)
    header = [cell.strip() for cell in next(rows, (1, []))[1]]
    missing = [column for column in _NEEDED if column not in header]
    if missing:
        raise FileError(f"{name}:1: has no column {', '.join(missing)}; is it SHERLOC's coding?")
    people = People([], [])
    for row, cells in rows:
        if len(cells) != len(header):
            reason = f"has {len(cells)} cells where the header has {len(header)}"
            people.unread.append(Unread(row, "", reason))
            continue
        record = _record(row, dict(zip(header, cells, strict=True)), people.unread)
        if record:
            people.records.append((row, record))
    return people


def _record(row: int, cells: Mapping[str, str], unread: list[Unread]) -> dict[str, Any] | None:
    facts: dict[str, Any] = {}
    for column in _COLUMNS:
        for code in re.split(r"[;\n]+", cells[column]):
            _read_code(row, column, code.strip(" .*\r\t"), facts, unread)
    minors = cells["MinorsIncluded"].strip(" *").lower()
    if minors in _MINORS:
        facts |= _MINORS[minors]
    elif minors:
        unread.append(Unread(row, "MinorsIncluded", f"{minors!r} is neither Yes nor No"))
    if not facts:
        unread.append(
            Unread(row, "", "states neither act, means, purpose nor whether minors were included")
        )
        return None
    return {"id": cells.get("Case", "").strip() or str(row), "facts": facts}


def _read_code(
    row: int, column: str, code: str, facts: dict[str, Any], unread: list[Unread]
) -> None:
    if not code:
        return
    found = _CODES.get(" ".join(code.lower().split()))
    if found is None:
        unread.append(Unread(row, column, f"{code!r} is not an act, a means or a purpose"))
        return
    fact, option = found
    if option not in facts.setdefault(fact, []):
        facts[fact].append(option)
    if fact != _COLUMNS[column]:
        noun = {v: k for k, v in _COLUMNS.items()}[fact]
        unread.append(Unread(row, column, f"{code!r} belongs in {noun}; read as such"))
