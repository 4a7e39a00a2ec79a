# SPDX-License-Identifier: EUPL-1.2
"""Norwegian person numbers, as far as linking needs them: what kind, and a birth date within.

Fødselsnummer, D-number (day + 40), H-number (month + 40), test numbers (month + 65 or + 80) and
DUF numbers (12 digits). A number that does not check is not thrown away: it is compared as
text, but no birth date is read from it.
"""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["person", "duf", "other"]

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)


def canonical(text: str) -> str:
    """The number without spaces, dots and hyphens, upper case; empty when nothing is left."""
    return re.sub(r"[^0-9A-Z]", "", text.upper())


def kind(number: str) -> Kind:
    """Which register a canonical number comes from, by its check digits.

    From 2032 the first check of a fødselsnummer may leave 0, 1, 2 or 3 (Skatteetaten); both the
    old and the new rule are accepted.
    """
    digits = [int(sign) for sign in number] if number.isascii() and number.isdigit() else []
    if len(digits) == 11:
        first = sum(w * d for w, d in zip(_FIRST, digits[:10], strict=True)) % 11
        second = sum(w * d for w, d in zip(_SECOND, digits, strict=True)) % 11
        return "person" if first in (0, 1, 2, 3) and second == 0 else "other"
    if len(digits) == 12:
        check = sum(w * d for w, d in zip(_DUF, digits[:10], strict=True)) % 11
        return "duf" if check == digits[10] * 10 + digits[11] else "other"
    return "other"


def month_and_day(number: str) -> tuple[int, int] | None:
    """Month and day of birth inside a valid 11-digit number; None for every other number."""
    if kind(number) != "person":
        return None
    day, month = int(number[:2]) % 40, int(number[2:4])
    for shift in (80, 65, 40):
        if month > shift:
            month -= shift
            break
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
