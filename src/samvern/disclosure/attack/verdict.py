# SPDX-License-Identifier: EUPL-1.2
"""Solve a puzzle and say what a reader can work out."""

from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from samvern.disclosure.attack.groups import shared_category
from samvern.disclosure.attack.linear import Progress, tighten
from samvern.disclosure.attack.propagate import propagate
from samvern.disclosure.attack.puzzle import Bounds, Mask, Puzzle
from samvern.disclosure.cells import Index


@dataclass(frozen=True)
class Solved:
    """Intervals a reader can reach, and the tables that contradict themselves (by table number)."""

    puzzle: Puzzle
    low: Bounds
    high: Bounds
    contradictory: Mask

    @property
    def exact(self) -> Mask:
        """Hidden cells whose count is worked out, outside contradictory tables."""
        sane = ~self.contradictory[self.puzzle.table]
        return np.asarray(self.puzzle.hidden & (self.low == self.high) & sane)

    @property
    def persons(self) -> Mask:
        """Exact cells that hold somebody: a zero gives away nobody directly."""
        return np.asarray(self.exact & (self.low > 0))


def solve(puzzle: Puzzle, linear: bool = True, progress: Progress | None = None) -> Solved:
    """Propagate; then, where sums cross and something is still hidden, linear programming."""
    tables = int(puzzle.table.max(initial=-1)) + 1
    broken = np.zeros(tables, bool)
    low, high = propagate(puzzle)
    while (low > high).any():
        # Set contradictory tables aside, so that they cannot stop the others.
        broken[puzzle.table[low > high]] = True
        low, high = propagate(_without(puzzle, broken))
    if linear:
        sane = puzzle.hidden & ~broken[puzzle.table]
        torn = tighten(_without(puzzle, broken), low, high, sane, progress)
        broken[puzzle.table[torn | (low > high)]] = True
    return Solved(puzzle, low, high, broken)


def _without(puzzle: Puzzle, broken: Mask) -> Puzzle:
    """The puzzle without the sums of some tables."""
    keep = ~broken[puzzle.table[puzzle.parent]]
    number = np.cumsum(keep) - 1
    inside = keep[puzzle.equation]
    return replace(
        puzzle, parent=puzzle.parent[keep], child=puzzle.child[inside],
        equation=number[puzzle.equation[inside]].astype(np.int32), exact=puzzle.exact[keep],
    )  # fmt: skip


@dataclass(frozen=True)
class Tally:
    """What falls. hidden_cells: printed as hidden. exact_cells: of these, worked out exactly.

    exact_persons: exact cells with at least one person. exact_zeros: exact cells with nobody.
    group_disclosures: cells that hold everybody of a group. contradictory_tables: no reading makes
    the sums true. short_tables: the parts fall short of the whole: the groups are not everybody.
    """

    tables: int
    hidden_cells: int
    exact_cells: int
    exact_persons: int
    exact_zeros: int
    persons_in_exact_cells: int
    group_disclosures: int
    contradictory_tables: int
    short_tables: int

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    def __add__(self, other: "Tally") -> "Tally":
        mine, theirs = asdict(self), asdict(other)
        return Tally(**{name: mine[name] + theirs[name] for name in mine})


def tally(solved: Solved, impossible: Mask, chosen: Mask) -> Tally:
    """Count over the chosen tables; `impossible`: contradictory whatever the reading."""
    puzzle = solved.puzzle
    inside = chosen[puzzle.table] & puzzle.printed
    sane = ~solved.contradictory[puzzle.table]
    exact, persons = solved.exact & inside, solved.persons & inside
    groups = shared_category(puzzle, solved.low, solved.high)
    return Tally(
        tables=int(chosen.sum()),
        hidden_cells=int((puzzle.hidden & inside).sum()),
        exact_cells=int(exact.sum()),
        exact_persons=int(persons.sum()),
        exact_zeros=int(exact.sum() - persons.sum()),
        persons_in_exact_cells=int(solved.low[persons].sum()),
        group_disclosures=int((inside & sane)[groups].sum()),
        contradictory_tables=int((impossible & chosen).sum()),
        short_tables=int((solved.contradictory & ~impossible & chosen).sum()),
    )


def cells_found(solved: Solved, chosen: Mask) -> Index:
    """Hidden cells of the chosen tables that were narrowed at all, exact ones first."""
    puzzle = solved.puzzle
    narrowed = (solved.low > puzzle.low) | (solved.high < puzzle.high)
    wanted = puzzle.hidden & narrowed & chosen[puzzle.table]
    wanted &= ~solved.contradictory[puzzle.table]
    at = np.flatnonzero(wanted)
    return at[np.argsort(solved.high[at] - solved.low[at], kind="stable")]
