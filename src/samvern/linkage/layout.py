# SPDX-License-Identifier: EUPL-1.2
"""Which comparison sits in which column of a token row.

The layout is public and the same for everybody: it says nothing about a person. Two columns
with the same *label* may be compared with each other (given against family name finds swapped
names; day against month finds swapped dates).
"""

from __future__ import annotations

from samvern.linkage.people import EXTRAS

DELETIONS = 13  # one-letter deletions of a name, and the name itself (see `deletions`)
PARTS = 3
SLOTS = ("given", "family")
NATIONALITIES = 3
NUMBERS = 2
STATES = 2  # former states a country was part of

_SLOT = (
    "exact",
    "skeleton",
    "skeleton_j",
    "initial",
    *(f"part{n}" for n in range(PARTS)),
    *(f"deletion{n}" for n in range(DELETIONS)),
)
COLUMNS: tuple[str, ...] = (
    *(f"{slot}.{column}" for slot in SLOTS for column in _SLOT),
    "birth.year",
    "birth.year_after",
    "birth.month",
    "birth.day",
    "sex",
    *(f"nationality{n}" for n in range(NATIONALITIES)),
    *(f"number{n}" for n in range(NUMBERS)),
    "person-number",
    *(f"state{n}" for n in range(STATES)),
    "former",
    *(f"{extra}.{form}" for extra in EXTRAS for form in ("exact", "skeleton")),
)
AT = {column: position for position, column in enumerate(COLUMNS)}
WIDTH = len(COLUMNS)


def span(prefix: str) -> list[int]:
    """Positions of every column that starts with `prefix`."""
    return [position for column, position in AT.items() if column.startswith(prefix)]
