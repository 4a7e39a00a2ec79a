# SPDX-License-Identifier: EUPL-1.2
"""Birth dates as registers hold them: whole, year only, 01.01 for "not known", or absent."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[t ].*)?",
        r"(?P<y>1[89]\d\d|20\d\d)(?P<m>0\d|1[0-2])(?P<d>[0-2]\d|3[01])(?:[t ].*)?",
        r"(?P<d>[0-2]?\d|3[01])(?P<m>0\d|1[0-2])(?P<y>1[89]\d\d|20\d\d)",
        r"(?P<y>1[89]\d\d|20\d\d)(?P<m>\d{2})(?P<d>\d{2})",  # a slip of the keys
        r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4})(?:[t ].*)?",
        r"(?P<d>\d{1,2})\.? ?(?P<word>[a-zæøå]{3,9})\.? (?P<y>\d{4})",
        r"(?P<y>\d{4})(?:-(?P<m>\d{2}))?",
        r"(?P<m>\d{2})[./](?P<y>\d{4})",
    )
)
_ABOUT = re.compile(
    r"^(?:ca|c|circa|cirka|omkring|rundt|around|about|approx|est|f|født|fødd|born)\b\.?\s*|^~\s*"
    r"|\s*\?$"
)
_SERIAL = re.compile(r"[1-9]\d{4}(?:[.,]\d+)?")
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})t2[23]:00(?::00(?:\.0+)?)?(?:z|\+00:?00)")
_DAY_ZERO = date(1899, 12, 30)  # Excel's, as every day from March 1900 on is counted
_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "mai|may",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt|oct",
    "nov",
    "des|dec",
]
_MONTH = {word: n for n, words in enumerate(_MONTHS, 1) for word in words.split("|")}
_UNKNOWN_WORDS = frozenset(
    {"", "ukjent", "unknown", "ukjend", "uoppgitt", "na", "n/a", "nan", "none", "null", "nat",
     "-", "--", "..", "?"}
)  # fmt: skip
_FORMS = "1990-12-31, 19901231, 31.12.1990, 31121990, 1990-12 or 1990"


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
    """Read a birth date; `00` parts are unknown.

    ISO with or without a time, ISO and Norwegian without marks (19901231, 31121990; a first zero
    may be lost), 31.12.1990, 31. desember 1990, 1990-12, 12.1990, 1990, "ca 1990" and Excel's day
    numbers. Midnight in Norway that a program turned into UTC (23:00Z) is the day after.
    1 January counts as year only: it is what a register writes when the day is not known.

    Raises:
        ValueError: the text is none of these, or lies in a year to come.
    """
    text = re.sub(r"\.0$", "", text.strip().lower())
    text = _ABOUT.sub("", _ABOUT.sub("", text)).strip()
    if text in _UNKNOWN_WORDS:
        return BirthDate()
    if _SERIAL.fullmatch(text):
        return _from_serial(int(float(text.replace(",", "."))))
    if night := _MIDNIGHT.fullmatch(text):
        return _of(date.fromisoformat(night[1]) + timedelta(days=1))
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(text):
            return _from_parts(found.groupdict())
    raise ValueError(f"write {_FORMS}")


def is_serial(text: str) -> bool:
    """Is this one of Excel's day numbers?"""
    return bool(_SERIAL.fullmatch(re.sub(r"\.0$", "", text.strip())))


def _from_serial(days: int) -> BirthDate:
    born = _DAY_ZERO + timedelta(days=days)
    if born > datetime.now(tz=UTC).date():
        raise ValueError(f"as a spreadsheet's day number it is {born}, to come; write {_FORMS}")
    return _of(born)


def _of(born: date) -> BirthDate:
    return _checked(born.year, born.month, born.day)


def _from_parts(parts: dict[str, str | None]) -> BirthDate:
    month = int(parts.get("m") or 0) or None
    if word := parts.get("word"):
        month = _MONTH.get(word[:3])
        if month is None:
            raise ValueError(f"{word!r} is no month; write {_FORMS}")
    return _checked(int(parts["y"] or 0) or None, month, int(parts.get("d") or 0) or None)


def _checked(year: int | None, month: int | None, day: int | None) -> BirthDate:
    if month == 1 and day == 1:
        month = day = None
    if year is not None and year > datetime.now(tz=UTC).year:
        raise ValueError(f"nobody is born in {year}; correct the year, or leave it out")
    if year is not None and year < 1880:
        year = None
    return BirthDate(year, month, day)
