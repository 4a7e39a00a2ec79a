# SPDX-License-Identifier: EUPL-1.2
"""Counts that may leave the house: a cell of one to four is hidden, and cannot be worked out.

A total stands beside its cells, so one hidden cell alone could be subtracted: then the next
smallest is hidden as well, and so on until what is hidden together is five or more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

SMALLEST = 5
"""Counts below this are hidden, except none at all."""


@dataclass(frozen=True, slots=True)
class SuppressedCount:
    """One count; ``shown`` is None where it is hidden."""

    key: str
    shown: int | None


@dataclass(frozen=True)
class CountTable:
    """One table of counts, with what it says it counts."""

    name: str
    title: Any
    says: Any
    """Unit, event, period and who, in a sentence."""
    head: Any
    cells: Sequence[SuppressedCount]
    total: int | None
    labels: Mapping[str, Any]

    @property
    def hidden(self) -> bool:
        """Whether something is hidden."""
        return any(cell.shown is None for cell in self.cells)


def suppress_small_counts(counts: Mapping[str, int]) -> tuple[list[SuppressedCount], int | None]:
    """The counts with the small ones hidden, and their total; a small total is hidden too."""
    total = sum(counts.values())
    hidden = {key for key, count in counts.items() if 0 < count < SMALLEST}
    if total and total < SMALLEST:
        return [SuppressedCount(key, None if count else 0) for key, count in counts.items()], None
    rest = sorted((count, key) for key, count in counts.items() if count and key not in hidden)
    while hidden and rest and (len(hidden) < 2 or sum(counts[k] for k in hidden) < SMALLEST):
        hidden.add(rest.pop(0)[1])
    return [
        SuppressedCount(key, None if key in hidden else count) for key, count in counts.items()
    ], total


def median_of(values: Sequence[int]) -> float | None:
    """The middle value; None for fewer than five, as it would be some one's."""
    return float(median(values)) if len(values) >= SMALLEST else None
