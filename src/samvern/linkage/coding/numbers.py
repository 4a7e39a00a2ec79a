# SPDX-License-Identifier: EUPL-1.2
"""Norwegian person numbers, as far as linking needs them: what kind, and a birth date within.

Fødselsnummer, D-number (day + 40), H-number (month + 40), test numbers (month + 65 or + 80) and
DUF numbers (12 digits). A number that does not check is not thrown away: it is compared as
text, but no birth date is read from it.

One person has one fødselsnummer, and may have had a D-number before. So two valid fødselsnummer
that differ are two people, and a D-number beside a fødselsnummer says nothing.
"""

from __future__ import annotations

import re
from typing import Literal

from samvern.linkage.coding.dates import UNKNOWN, BirthDate

Kind = Literal["person", "d", "duf", "other"]

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)


def canonical(text: str) -> str:
    """The number without spaces, dots and hyphens, upper case; empty when nothing is left.

    Ten figures that are a person's number with a 0 in front are that number: a spreadsheet took
    the zero.

    Raises:
        ValueError: a spreadsheet rounded the number, and nobody can tell which it was.
    """
    text = re.sub(r"[.,]0$", "", text.strip())
    if _ROUNDED.fullmatch(text):
        raise ValueError("a spreadsheet has rounded it; format the column as text and save again")
    number = re.sub(r"[^0-9A-Z]", "", text.upper())
    padded = f"0{number}"
    return padded if len(number) == 10 and kind(padded) in ("person", "d") else number


def kind(number: str) -> Kind:
    """Which register a canonical number comes from, by its check digits.

    From 2032 the first check of a fødselsnummer may leave 0, 1, 2 or 3 (Skatteetaten); both the
    old and the new rule are accepted.
    """
    digits = [int(sign) for sign in number] if number.isascii() and number.isdigit() else []
    if len(digits) == 11:
        first = sum(w * d for w, d in zip(_FIRST, digits[:10], strict=True)) % 11
        second = sum(w * d for w, d in zip(_SECOND, digits, strict=True)) % 11
        valid = first in (0, 1, 2, 3) and second == 0 and _day_and_month(number) is not None
        return ("d" if digits[0] >= 4 else "person") if valid else "other"
    if len(digits) == 12:
        check = sum(w * d for w, d in zip(_DUF, digits[:10], strict=True)) % 11
        return "duf" if check == digits[10] * 10 + digits[11] else "other"
    return "other"


def birth_of(number: str) -> BirthDate:
    """The birth date inside a valid fødselsnummer or D-number; unknown for every other number."""
    if kind(number) not in ("person", "d"):
        return UNKNOWN
    born = _day_and_month(number)
    day, month = born if born is not None else (None, None)
    short, individual = int(number[4:6]), int(number[6:9])
    if individual < 500 or (individual >= 900 and short >= 40):
        century = 1900
    else:
        century = 2000 if short < 40 else 1800
    return BirthDate(century + short, month, day)


def _day_and_month(number: str) -> tuple[int, int] | None:
    day, month = int(number[:2]), int(number[2:4])
    day -= 40 if day > 40 else 0
    for shift in (80, 65, 40):
        if month > shift:
            month -= shift
            break
    return (day, month) if 1 <= month <= 12 and 1 <= day <= 31 else None
