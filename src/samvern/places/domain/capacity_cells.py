# SPDX-License-Identifier: EUPL-1.2
"""The capacity map as it is read: its cells and its days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cell:
    """A kind in a region, or any kind (empty), over the whole period."""

    kind: str
    region: str
    outcomes: Mapping[str, int]
    free: float
    """Rooms free on a day, on average."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day in all kinds and regions."""

    day: date
    outcomes: Mapping[str, int]
    free: int


@dataclass(frozen=True, slots=True)
class Capacity:
    """Demand against supply in a period."""

    first: date
    last: date
    cells: tuple[Cell, ...]
    days: tuple[Day, ...]
    refusals: Mapping[str, int]
    """Reasons providers gave, the most frequent first."""
