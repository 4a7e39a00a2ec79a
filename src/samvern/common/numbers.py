# SPDX-License-Identifier: EUPL-1.2
"""Numbers as people and files write them. What is no number is None, never an error or a guess."""

from __future__ import annotations

import re
from math import isfinite

_GROUPS = r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+"
_PRINTED = re.compile(rf"{_GROUPS}|\d+(?:\.0+)?", re.ASCII)
_ANY = re.compile(rf"-?{_GROUPS}|-?\d+(?:[.,]\d+)?", re.ASCII)


def whole_number(text: str, digits: int = 15) -> int | None:
    """A whole number without sign, in the digits 0 to 9, at most so many of them."""
    good = text.isascii() and text.isdecimal() and len(text) <= digits
    return int(text) if good else None


def decimal_number(text: str) -> float | None:
    """A number with a decimal point or comma."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if isfinite(value) else None


def printed_count(text: str) -> float | None:
    """A count as tables print it: ``1 234``, ``1,234`` and ``1.234`` are the same, and so is
    ``17.0`` and 17.
    """
    if not _PRINTED.fullmatch(text):
        return None
    tail = re.fullmatch(r"\d+\.0+", text) and not re.fullmatch(r"\d{1,3}\.000", text)
    return float(text) if tail else float(re.sub(r"\D", "", text))


def looks_like_a_number(text: str) -> bool:
    """Whether a text is a number in any of these forms, be it negative or in groups of three."""
    return _ANY.fullmatch(text) is not None
