# SPDX-License-Identifier: EUPL-1.2
"""Telephone numbers as people write them, and as a telephone dials them."""

from __future__ import annotations

import re

COUNTRY, NATIONAL_LENGTH = "+47", 8
SIGNS = re.compile(r"\(?\+?[\d\s().\u00a0/-]+")
SHORTEST, LONGEST = 3, 15
"""Emergency numbers have three digits; no number has more than fifteen (ITU-T E.164)."""


def dialled(phone: str) -> str:
    """``22 33 11 60`` as ``+4722331160``; short numbers such as 112 and 116 117 as they are."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    if phone.strip().startswith(("+", "(+")):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"{COUNTRY}{digits}" if len(digits) == NATIONAL_LENGTH else digits


def can_be_dialled(phone: str) -> bool:
    """Whether it is a number in one of the usual shapes, of this country or of another."""
    digits = sum(sign.isdigit() for sign in phone)
    return bool(SIGNS.fullmatch(phone.strip())) and SHORTEST <= digits <= LONGEST
