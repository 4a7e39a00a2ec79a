# SPDX-License-Identifier: EUPL-1.2
"""Every protected table is attacked before it leaves the house."""

from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from samvern.disclosure.attack.assumptions import SOMEBODY
from samvern.disclosure.attack.groups import shared_category
from samvern.disclosure.attack.puzzle import OPEN, puzzle_of
from samvern.disclosure.attack.verdict import Solved, solve
from samvern.disclosure.rounding import Rounded
from samvern.disclosure.suppression import Suppressed

LINEAR = 400
"""Up to this many hidden cells every bound is also found by linear programming."""


@dataclass(frozen=True)
class Audit:
    """What a reader who knows the method can work out.

    hidden_cells: cells not told exactly. exact_cells: of these, worked out. exact_persons: worked
    out and holding somebody. proven_small: shown to be below base (where rounded: to be 1 to
    base - 1, as a rounded 0 says by itself that it is small). published_small: printed as 1 to
    base - 1. group_disclosures: groups certainly all in one category. assumptions: what the reader
    was given; the worst of them counts.
    """

    hidden_cells: int
    exact_cells: int
    exact_persons: int
    proven_small: int
    published_small: int
    group_disclosures: int
    method: str
    assumptions: list[str]

    @property
    def passed(self) -> bool:
        return not (self.exact_persons or self.proven_small or self.published_small)

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "passed": self.passed}


def audit_rounded(table: Rounded, tells_presence: bool = False) -> Audit:
    """The reader knows base, the largest error (it is reported beside the table) and all sums.

    A cell printed as z holds z +- error, and at least what a small count can be; a printed inner
    cell other than 0 and base was not rounded and is exact. The reader is even told which
    combinations are empty. tells_presence: the rows written say that somebody is in each of them.
    Intervals are propagated through the sums of the true table.
    """
    cells = table.cells
    reach = max(table.loss.max_error, table.base - 1) if table.rounded.any() else 0
    released = table.published.astype(float)
    least = np.minimum(cells.totals, 1) if tells_presence else 0
    low, high = np.maximum(least, released - reach), released + reach
    exact = cells.alone & (table.published != table.base) & (table.published > 0)
    exact &= table.published == cells.totals
    low, high = np.where(exact, released, low), np.where(exact, released, high)
    solved = solve(puzzle_of(cells, low, high), linear=len(low) <= LINEAR)
    small = (table.published > 0) & (table.published < table.base)
    method = "known base, largest error, unrounded inner cells and sums"
    assumed = ["rows_say_somebody_is_there"] if tells_presence else ["full_grid_is_written"]
    return _audit(solved, table.base, int(small.sum()), method, 1, assumed)


def audit_suppressed(table: Suppressed, base: int) -> Audit:
    """The reader knows every printed count and all sums; each certificate is checked as well.

    Tried twice: as if a hidden cell could be empty, and, where empty cells are printed as empty,
    knowing that it holds somebody. The worse counts. A certificate is a whole table, inner cells
    and all, that prints the same and in which the cell is large, so no reader can exclude it, with
    linear programming or without.
    """
    true = table.cells.totals.astype(float)
    top = np.where(table.hidden, OPEN, true)
    linear = int(table.hidden.sum()) <= LINEAR
    floors = [np.zeros_like(true)] + ([table.floor.astype(float)] if table.floor.any() else [])
    small = (table.cells.totals > 0) & (table.cells.totals < base) & ~table.hidden
    method = "sums" + (", linear programming" if linear else "")
    assumed = ["a_hidden_cell_may_be_empty", SOMEBODY][: len(floors)]
    tried = [
        _audit(
            solve(puzzle_of(table.cells, np.where(table.hidden, floor, true), top), linear=linear),
            base, int(small.sum()), method, 0, assumed,
        )
        for floor in floors
    ]  # fmt: skip
    worst = max(tried, key=lambda one: (one.exact_persons, one.proven_small, one.exact_cells))
    return replace(
        worst,
        proven_small=max(worst.proven_small, len(table.unproven())),
        method=worst.method + f", {len(table.certificates)} certificates checked",
    )


def _audit(
    solved: Solved, base: int, published_small: int, method: str, least: int, assumed: list[str]
) -> Audit:
    hidden = solved.puzzle.hidden
    proven = hidden & (solved.high < base) & (solved.low >= least)
    # Where rounded, a large count may be known: small ones alone are protected.
    exact = solved.exact & (solved.high < base) if least else solved.exact
    persons = exact & (solved.low > 0)
    return Audit(
        int(hidden.sum()), int(exact.sum()), int(persons.sum()), int(proven.sum()),
        published_small, _groups(solved), method, assumed,
    )  # fmt: skip


def _groups(solved: Solved) -> int:
    return len(shared_category(solved.puzzle, solved.low, solved.high))
