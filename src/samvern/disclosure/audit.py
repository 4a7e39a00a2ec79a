# SPDX-License-Identifier: EUPL-1.2
"""Every protected table is attacked before it leaves the house."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

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
    base - 1. group_disclosures: groups certainly all in one category.
    """

    hidden_cells: int
    exact_cells: int
    exact_persons: int
    proven_small: int
    published_small: int
    group_disclosures: int
    method: str

    @property
    def passed(self) -> bool:
        return not (self.exact_persons or self.proven_small or self.published_small)

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "passed": self.passed}


def audit_rounded(table: Rounded) -> Audit:
    """The reader knows base, the largest error (it is reported beside the table) and all sums.

    A cell printed as z holds z +- error, and at least what a small count can be. Intervals are
    propagated through the sums of the true table.
    """
    reach = max(table.loss.max_error, table.base - 1) if table.rounded.any() else 0
    released = table.published.astype(float)
    low, high = np.maximum(0, released - reach), released + reach
    solved = solve(puzzle_of(table.cells, low, high), linear=len(low) <= LINEAR)
    small = (table.published > 0) & (table.published < table.base)
    return _audit(solved, table.base, int(small.sum()), "known base, largest error and sums", 1)


def audit_suppressed(table: Suppressed, base: int) -> Audit:
    """The reader knows every printed count and all sums; each certificate is checked as well.

    A certificate is a whole table, inner cells and all, that prints the same and in which the cell
    is large, so no reader can exclude it, with linear programming or without.
    """
    true = table.cells.totals.astype(float)
    top = np.where(table.hidden, OPEN, true)
    low = np.where(table.hidden, 0.0, true)
    linear = int(table.hidden.sum()) <= LINEAR
    solved = solve(puzzle_of(table.cells, low, top), linear=linear)
    small = (table.cells.totals > 0) & (table.cells.totals < base) & ~table.hidden
    method = "sums" + (", linear programming" if linear else "")
    audit = _audit(solved, base, int(small.sum()), method, 0)
    unproven = len(table.unproven())
    return Audit(**{
        **asdict(audit),
        "proven_small": max(audit.proven_small, unproven),
        "method": audit.method + f", {len(table.certificates)} certificates checked",
    })  # fmt: skip


def _audit(solved: Solved, base: int, published_small: int, method: str, least: int) -> Audit:
    hidden = solved.puzzle.hidden
    proven = hidden & (solved.high < base) & (solved.low >= least)
    return Audit(
        int(hidden.sum()), int(solved.exact.sum()), int(solved.persons.sum()), int(proven.sum()),
        published_small, _groups(solved), method,
    )  # fmt: skip


def _groups(solved: Solved) -> int:
    return len(shared_category(solved.puzzle, solved.low, solved.high))
