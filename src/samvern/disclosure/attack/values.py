# SPDX-License-Identifier: EUPL-1.2
"""What a printed number says: a count, `<5`, `1-4`."""

import re

from samvern.common.numbers import printed_count
from samvern.disclosure.attack.puzzle import OPEN
from samvern.disclosure.errors import TableError

Interval = tuple[float, float]
BELOW = re.compile(r"(<=|<|≤|under |below |fewer than |færre enn )\s*(\d+)")
BETWEEN = re.compile(r"(\d+)\s*(?:-|–|to|til)\s*(\d+)")


def read_number(text: str) -> Interval | None:
    """The interval a count, `<5` or `1-4` leaves; None where the text is none of them."""
    text = text.strip().lower()
    if (count := printed_count(text)) is not None:
        return count, count
    if found := BELOW.fullmatch(text):
        most = float(found[2]) - (0 if found[1] in ("<=", "≤") else 1)
        return 0.0, most
    if found := BETWEEN.fullmatch(text):
        return (float(found[1]), float(found[2])) if int(found[1]) <= int(found[2]) else None
    return None


def hidden_range(text: str | None) -> Interval:
    """The range a hiding sign stands for, from an option such as `1-4` or `0-`."""
    if not text:
        return 0.0, OPEN
    found = re.fullmatch(r"(\d+)\s*-\s*(\d*)", text.strip())
    if not found or (found[2] and int(found[2]) < int(found[1])):
        raise TableError(f"hidden range '{text[:20]}': write it as 1-4, or 1- for no upper bound.")
    return float(found[1]), float(found[2]) if found[2] else OPEN


def top_of(high: float) -> int | None:
    """An upper bound as a whole number; None where there is none."""
    return None if high >= OPEN / 2 else int(high)
