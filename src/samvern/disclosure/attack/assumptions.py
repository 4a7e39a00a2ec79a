# SPDX-License-Identifier: EUPL-1.2
"""What a reader may take for granted of a printed table: each is tried, the strictest decides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Any

import numpy as np

from samvern.disclosure.attack.puzzle import OPEN, Mask, Puzzle
from samvern.disclosure.attack.verdict import Solved, Tally
from samvern.disclosure.errors import TableError

AS_PRINTED = "as_printed"
SOMEBODY = "a_hidden_cell_holds_somebody"
ROUNDED = "every_cell_is_rounded"


@dataclass(frozen=True)
class Rounding:
    """The base of a rounded table, and the largest error if it is published."""

    base: int
    largest: int | None = None

    def __post_init__(self) -> None:
        if self.base < 2 or (self.largest is not None and self.largest < 0):
            raise TableError("a rounded table has a base of 2 or more and an error of 0 or more.")


@dataclass(frozen=True)
class Tried:
    """One assumption and what falls under it. excluded: the table itself rules it out."""

    name: str
    solved: Solved
    fallen: Tally
    excluded: bool

    @property
    def strictness(self) -> tuple[int, int, int]:
        fallen = self.fallen
        return fallen.exact_persons, fallen.exact_cells, fallen.group_disclosures

    def as_dict(self, decides: bool) -> dict[str, Any]:
        return {
            "assumption": self.name, "exact_cells": self.fallen.exact_cells,
            "exact_persons": self.fallen.exact_persons, "excluded": self.excluded,
            "decides": decides,
        }  # fmt: skip


def strictest(tried: Sequence[Tried]) -> Tried:
    """The assumption under which most falls, of those the table does not rule out."""
    return max((one for one in tried if not one.excluded), key=lambda one: one.strictness)


def prints_zeros(puzzle: Puzzle) -> bool:
    """Would an empty cell be seen? Zeros are printed, or empty combinations are left out."""
    printed = puzzle.printed
    if (printed & (puzzle.high == 0)).any():
        return True
    shown = [puzzle.rows[cell] for cell in np.flatnonzero(printed)]
    return len(shown) < prod(len({row[at] for row in shown}) for at in range(len(puzzle.columns)))


def with_somebody(puzzle: Puzzle, withheld: Mask) -> Puzzle:
    """Zeros are printed (or left out), so a withheld cell holds at least one person."""
    low = np.where(withheld & puzzle.printed, np.maximum(puzzle.low, 1), puzzle.low)
    return replace(puzzle, low=np.minimum(low, np.maximum(puzzle.high, puzzle.low)))


def with_rounding(puzzle: Puzzle, rounding: Rounding) -> Puzzle:
    """Each printed number z is within an error of the truth: base - 1 for a cell that is no sum,
    the largest published error (unknown: any) for a sum."""
    is_sum = np.zeros(len(puzzle.low), bool)
    is_sum[puzzle.parent] = True
    told = puzzle.printed & (puzzle.low == puzzle.high)
    least = rounding.base - 1
    largest = OPEN if rounding.largest is None else max(rounding.largest, least)
    reach = np.where(is_sum, largest, least if rounding.largest is None else largest)
    low = np.where(told, np.maximum(0, puzzle.low - reach), puzzle.low)
    high = np.where(told, np.minimum(OPEN, puzzle.high + reach), puzzle.high)
    return replace(puzzle, low=low, high=high)
