# SPDX-License-Identifier: EUPL-1.2
"""What is told of a file before work on it: the columns used, how codes were read, and the rest."""

from __future__ import annotations

from typing import Any

from samvern.linkage.reading import RegisterFile

_SHOWN = 12
_FIELD = {
    "id": "record id", "birth": "birth date", "given": "given name", "family": "family name",
    "case_number": "case number", "street_number": "house number",
}  # fmt: skip


def listing(reading: RegisterFile) -> list[str]:
    """Lines for a person to read."""
    lines = [
        f"  {_FIELD.get(name, name)}: from {' and '.join(titles)}{_detail(reading, name)}"
        for name, titles in reading.used.items()
    ]
    unused = ", ".join(reading.unused) or "no column"
    return [*lines, f"  not used: {unused}"]


def told(reading: RegisterFile) -> dict[str, Any]:
    """The same for programs."""
    return {"used": reading.used, "unused": reading.unused, "codes": reading.codes}


def _detail(reading: RegisterFile, name: str) -> str:
    if name == "birth":
        born = [person.birth for person in reading.people]
        whole, year = sum(b.whole for b in born), sum(b.year is not None for b in born)
        serials = f", {reading.serials:,} from a spreadsheet's day numbers" * bool(reading.serials)
        return f" ({whole:,} whole, {year - whole:,} not, {len(born) - year:,} unknown{serials})"
    codes = reading.codes.get(name, {})
    if not codes:
        return ""
    shown = ", ".join(f"{text} = {code}" for text, code in list(codes.items())[:_SHOWN])
    more = f" and {len(codes) - _SHOWN:,} more" if len(codes) > _SHOWN else ""
    return f" ({shown}{more})"
