# SPDX-License-Identifier: EUPL-1.2
"""Norwegian person numbers: which kind it is, whether it checks, and the birth date within.

Sources: folkeregisterforskriften § 2-2-1 (fødselsnummer) and § 2-2-3 (D-number, day + 40);
Skatteetaten, "Nye fødselsnummer fra 2032" (the first check may leave 0, 1, 2 or 3, the century
can no longer be read, the sex never from then on); hospitals' H-numbers (month + 40) and
FH-numbers (first digit 8 or 9); UDI's DUF number as SSB checks it in KOSTRA; test people
of Tenor (month + 80), of Norsk helsenett (month + 65) and of NAV (month + 40).

Pure: no clock, no settings. What is refused is never repeated in an error.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
_REMAINDERS = frozenset({0, 1, 2, 3})
"""What the first check may leave: 0 by the old rule, any of them by the one of 2032."""
NEW_RULE_FROM = date(2032, 1, 1)
DAY_SHIFT = 40
MONTH_SHIFTS = {"tenor": 80, "nhn": 65, "nav": 40}
SYNTHETIC_DUF_YEARS = 7000
"""UDI has published no series for tests, so ours adds 7000 to the year: 9026 for 2026."""
_REAL_DUF_YEARS = range(1960, 2100)
_UNSEEN = frozenset({"Cf", "Cc", "Zs"})
_SEPARATORS = frozenset(".-/\u2010\u2011\u2013")


class NumberKind(StrEnum):
    """Who gave the number."""

    BIRTH = "birth"
    D = "d"
    HOSPITAL = "hospital"
    SHARED_HOSPITAL = "shared_hospital"
    DUF = "duf"


class NumberSeries(StrEnum):
    """Whether it can be a living person's, or is made for tests and by whom."""

    REAL = "real"
    TENOR = "tenor"
    NHN = "nhn"
    NAV = "nav"
    DUF_TEST = "duf_test"


class NumberProblem(StrEnum):
    """What is wrong with a number."""

    EMPTY = "empty"
    SIGNS = "signs"
    LENGTH = "length"
    DATE = "date"
    FUTURE = "future"
    YEAR = "year"
    CHECK = "check"
    SYNTHETIC = "synthetic"
    REAL = "real"


class NumberError(ValueError):
    """A number that cannot be used, and why; ``found`` is how many digits there were."""

    def __init__(self, problem: NumberProblem, found: int) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.found = found


@dataclass(frozen=True, slots=True, repr=False)
class PersonNumber:
    """A number that checks. Its text shows in no traceback and no log."""

    kind: NumberKind
    series: NumberSeries
    normalised: str
    born: date | None
    """None where the number holds no birth date, or no century that can be trusted."""

    def __repr__(self) -> str:
        return f"Number({self.kind}, {self.series})"


def parse_number(text: str, *, synthetic_allowed: bool, on: date | None = None) -> PersonNumber:
    """The number in ``text``, whatever separates its digits and whatever script they are in.

    Test numbers and real ones never mix: with ``synthetic_allowed`` (demo and tests) only test
    numbers pass, without it only real ones. A month + 40 is a hospital's H-number in production
    and one of NAV's test people elsewhere. ``on`` is the day it is read: nobody is born after
    it, and from 2032 no century is read from a number. Without it the old rule holds.

    Raises:
        NumberError: not a number, or one of the other world; it never repeats the number.
    """
    digits = _digits(text)
    if len(digits) == 12:
        number = _duf(digits)
    elif len(digits) == 11:
        number = _eleven(digits, synthetic_allowed, on)
    else:
        raise NumberError(NumberProblem.LENGTH if digits else NumberProblem.EMPTY, len(digits))
    if (number.series is not NumberSeries.REAL) is not synthetic_allowed:
        wrong = NumberProblem.REAL if synthetic_allowed else NumberProblem.SYNTHETIC
        raise NumberError(wrong, len(digits))
    return number


def has_valid_check_digits(digits: str) -> bool:
    """Whether both check digits of eleven digits are right, by the old rule or that of 2032."""
    numbers = [int(sign) for sign in digits]
    first = sum(w * d for w, d in zip(_FIRST, numbers[:10], strict=True)) % 11
    second = sum(w * d for w, d in zip(_SECOND, numbers, strict=True)) % 11
    return first in _REMAINDERS and second == 0


def check_digits(nine: str) -> str:
    """The two check digits after nine digits by the old rule; empty where there are none."""
    first = -sum(w * int(d) for w, d in zip(_FIRST, nine, strict=False)) % 11
    ten = f"{nine}{first}"
    second = -sum(w * int(d) for w, d in zip(_SECOND, ten, strict=False)) % 11
    return f"{first}{second}" if max(first, second) < 10 else ""


def duf_check(ten: str) -> str:
    """The two check digits after the first ten digits of a DUF number."""
    return f"{sum(w * int(d) for w, d in zip(_DUF, ten, strict=True)) % 11:02d}"


def _digits(text: str) -> str:
    """The digits in ``text`` as 0-9; invisible marks and separators dropped, the rest refused."""
    signs = [s for s in text if s not in _SEPARATORS and unicodedata.category(s) not in _UNSEEN]
    if not all(sign.isdecimal() for sign in signs):
        raise NumberError(NumberProblem.SIGNS, sum(sign.isdecimal() for sign in signs))
    return "".join(str(unicodedata.decimal(sign)) for sign in signs)


def _duf(digits: str) -> PersonNumber:
    if duf_check(digits[:10]) != digits[10:]:
        raise NumberError(NumberProblem.CHECK, 12)
    year = int(digits[:4])
    if year in _REAL_DUF_YEARS:
        return PersonNumber(NumberKind.DUF, NumberSeries.REAL, digits, None)
    if year - SYNTHETIC_DUF_YEARS in _REAL_DUF_YEARS:
        return PersonNumber(NumberKind.DUF, NumberSeries.DUF_TEST, digits, None)
    raise NumberError(NumberProblem.YEAR, 12)


def _eleven(digits: str, synthetic_allowed: bool, on: date | None) -> PersonNumber:
    if not has_valid_check_digits(digits):
        raise NumberError(NumberProblem.CHECK, 11)
    if digits[0] in "89":
        return PersonNumber(NumberKind.SHARED_HOSPITAL, NumberSeries.REAL, digits, None)
    day, month = int(digits[:2]), int(digits[2:4])
    kind = NumberKind.D if day > DAY_SHIFT else NumberKind.BIRTH
    series, month = _series(month)
    if series is NumberSeries.NAV and kind is NumberKind.BIRTH and not synthetic_allowed:
        kind, series = NumberKind.HOSPITAL, NumberSeries.REAL
    born = _born(digits, day % DAY_SHIFT, month)
    if born and on and on < NEW_RULE_FROM and born > on:
        raise NumberError(NumberProblem.FUTURE, 11)
    trusted = on is None or on < NEW_RULE_FROM
    return PersonNumber(kind, series, digits, born if trusted else None)


def _series(month: int) -> tuple[NumberSeries, int]:
    for series, shift in MONTH_SHIFTS.items():
        if month > shift:
            return NumberSeries(series), month - shift
    return NumberSeries.REAL, month


def _born(digits: str, day: int, month: int) -> date | None:
    """The birth date, or None where the century cannot be read (the numbers of 2032).

    Raises:
        NumberError: there is no such day in any century.
    """
    year = int(digits[4:6])
    # 2000 is a leap year, so it has every day there can be in some year ending in the two digits.
    if _day(2000 + year, month, day) is None:
        raise NumberError(NumberProblem.DATE, 11)
    century = _century(year, int(digits[6:9])) if _old_rule(digits) else None
    return None if century is None else _day(century + year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _old_rule(digits: str) -> bool:
    return sum(w * int(d) for w, d in zip(_FIRST, digits[:10], strict=True)) % 11 == 0


def _century(year: int, individual: int) -> int | None:
    """The century by folkeregisterforskriften § 2-2-1, None where the rule has none."""
    if individual < 500:
        return 1900
    if individual < 750 and year >= 54:
        return 1800
    if year < 40:
        return 2000
    return 1900 if individual >= 900 else None
