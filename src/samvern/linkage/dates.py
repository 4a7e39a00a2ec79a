# SPDX-License-Identifier: EUPL-1.2
"""Birth dates as registers hold them: whole, year only, 01.01 for "not known", or absent."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import NamedTuple

_PATTERNS = (
    re.compile(r"(?P<y>\d{4})[-/.]?(?P<m>\d{2})[-/.]?(?P<d>\d{2})(?:[T ].*)?"),
    re.compile(r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{2}))?"),
)
_UNKNOWN_WORDS = frozenset(
    {"", "ukjent", "unknown", "ukjend", "na", "n/a", "nan", "none", "null", "-"}
)


class BirthDate(NamedTuple):
    """Any part may be None. Month and day are kept even when impossible (a typing error)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def whole(self) -> bool:
        return None not in self


UNKNOWN = BirthDate()


def parse_birth(text: str) -> BirthDate:
    """Read ISO, compact ISO, Norwegian (31.12.1990), year-month and year; `00` parts are unknown.

    1 January counts as year only: it is what a register writes when the day is not known.

    Raises:
        ValueError: the text is none of these, or lies in a year to come.
    """
    text = text.strip().lower().removesuffix(".0")
    if text in _UNKNOWN_WORDS:
        return BirthDate()
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(text):
            return _from_parts(found.groupdict())
    raise ValueError("write 1990-12-31, 19901231, 31.12.1990, 1990-12 or 1990")


def _from_parts(parts: dict[str, str | None]) -> BirthDate:
    year, month, day = (int(parts.get(part) or 0) or None for part in "ymd")
    if month == 1 and day == 1:
        month = day = None
    if year is not None and not 1880 <= year <= date.max.year:
        year = None
    if year is not None and year > datetime.now(tz=UTC).year:
        raise ValueError(f"nobody is born in {year}; correct the year, or leave it out")
    return BirthDate(year, month, day)
