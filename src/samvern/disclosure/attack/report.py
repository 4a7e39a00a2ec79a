# SPDX-License-Identifier: EUPL-1.2
"""Attack a published file: how much falls, how many of it persons, under which reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from samvern.disclosure.attack.assumptions import (
    AS_PRINTED,
    ROUNDED,
    SOMEBODY,
    Rounding,
    Tried,
    prints_zeros,
    strictest,
    with_rounding,
    with_somebody,
)
from samvern.disclosure.attack.generic import ColumnChoices, read_table
from samvern.disclosure.attack.glotip import is_glotip, read_glotip
from samvern.disclosure.attack.linear import Progress
from samvern.disclosure.attack.puzzle import Mask, Puzzle
from samvern.disclosure.attack.releases import ComparedReleases, compare
from samvern.disclosure.attack.signs import signs_of
from samvern.disclosure.attack.values import top_of
from samvern.disclosure.attack.verdict import Solved, Tally, cells_found, solve, tally
from samvern.disclosure.reading import TableSheet

Reading = Literal["exhaustive", "partial"]
Format = Literal["glotip", "table"]
SMALL = 5
LINEAR = 400
"""Of a rounded table, where every cell is open, linear programming is used up to so many cells."""


@dataclass(frozen=True)
class ReadingOptions:
    """How a file is to be read. form: else seen from the header. value: the column of counts.
    hidden: what a hiding sign stands for. house, signs: whose signs, and single ones. labels:
    columns of labels. totals: labels said to be totals, or not. rounding: of a rounded table."""

    form: Format | None = None
    value: str | None = None
    hidden: str | None = None
    house: str | None = None
    signs: Sequence[str] = ()
    labels: frozenset[str] = frozenset()
    totals: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    rounding: Rounding | None = None


@dataclass(frozen=True)
class ReadTables:
    """A file as a puzzle: names of its tables, which are whole, cells printed twice, the signs met,
    and which cells a sign withholds."""

    puzzle: Puzzle
    names: list[str]
    whole: Mask
    repeated: int
    signs: list[dict[str, Any]]
    withheld: Mask | None


@dataclass(frozen=True)
class AttackResult:
    """The result. whole: over tables with every cell of their structure; others: over the rest
    (GLOTIP tables that lack rows or have other groups), which a reader attacks just as well; tried:
    the assumptions, of which the strictest is `decides`."""

    reading: Reading
    whole: Tally
    others: Tally
    names: list[str]
    solved: Solved
    compared: ComparedReleases | None
    repeated: int
    tried: list[Tried]
    decides: Tried
    signs: list[dict[str, Any]]
    read_as: dict[str, Any]
    rounding: Rounding | None

    def cells(self) -> list[dict[str, Any]]:
        """Every hidden cell that was narrowed, exact ones first, whole tables before others."""
        everything = np.ones(len(self.names), bool)
        return [self._cell(c) for c in cells_found(self.solved, everything).tolist()]

    def _cell(self, cell: int) -> dict[str, Any]:
        puzzle, solved = self.solved.puzzle, self.solved
        return {
            "table": self.names[puzzle.table[cell]],
            "cell": dict(zip(puzzle.columns, puzzle.rows[cell], strict=True)),
            "printed": [int(self._before.low[cell]), top_of(self._before.high[cell])],
            "low": int(solved.low[cell]),
            "high": top_of(solved.high[cell]),
            "exact": bool(solved.low[cell] == solved.high[cell]),
        }

    @property
    def looks_rounded(self) -> bool:
        """Zeros are printed, nothing is hidden, and no number is 1 to 4: perhaps rounded."""
        puzzle = self._before
        told = puzzle.printed & (puzzle.low == puzzle.high)
        few = told & (puzzle.low > 0) & (puzzle.low < SMALL)
        return bool((told & (puzzle.low == 0)).any() and not few.any() and not puzzle.hidden.any())

    @property
    def _before(self) -> Puzzle:
        """What is printed, before any assumption."""
        return self.tried[0].solved.puzzle

    def as_dict(self) -> dict[str, Any]:
        """JSON: the counts of all tables, of whole and incomplete ones beside, and the cells."""
        out: dict[str, Any] = {"reading": self.reading, **(self.whole + self.others).as_dict()}
        out["complete_tables"] = self.whole.as_dict()
        out["incomplete_tables"] = self.others.as_dict()
        out["assumptions"] = [one.as_dict(one is self.decides) for one in self.tried]
        out["looks_rounded"] = self.looks_rounded
        out["rounded"] = None if self.rounding is None else {
            "base": self.rounding.base, "largest_error": self.rounding.largest
        }  # fmt: skip
        out |= {"signs": self.signs, "read_as": self.read_as, "repeated_cells": self.repeated}
        if self.compared is not None:
            out["releases"] = {
                "small_differences": len(self.compared.changed),
                "narrowed_cells": len(self.compared.narrowed),
                "cells": self._differences(self.compared),
            }
        out["cells"] = self.cells()
        return out

    def _differences(self, compared: ComparedReleases) -> list[dict[str, Any]]:
        puzzle = compared.puzzle
        return [
            {"table": self.names[puzzle.table[cell]],
             "cell": dict(zip(puzzle.columns, puzzle.rows[cell], strict=True)),
             "difference": int(step)}
            for cell, step in zip(compared.changed, compared.difference, strict=True)
        ]  # fmt: skip


def attack_sheet(
    sheet: TableSheet,
    reading: Reading = "exhaustive",
    how: ReadingOptions = ReadingOptions(),
    against: TableSheet | None = None,
    progress: Progress | None = None,
) -> AttackResult:
    """Attack a published file; `against` is an earlier release of the same tables.

    Every assumption a reader may make is tried and the strictest decides. Raises TableError for a
    file that cannot be read as published tables.
    """
    read = _read(sheet, how)
    puzzle, compared = read.puzzle, None
    if against is not None:
        old = _read(against, how)
        compared = compare(puzzle, old.puzzle, read.names, old.names, SMALL)
        puzzle = compared.puzzle
    puzzles = list(_assumed(puzzle, read, how).items())
    whole = np.ones(len(read.names), bool)
    tried: list[Tried] = []
    for number, (name, assumed) in enumerate(puzzles):
        share = _portion(progress, number, len(puzzles))
        linear = how.rounding is None or int(assumed.hidden.sum()) <= LINEAR
        solved, impossible = _solved(assumed, reading, share, linear)
        fallen = tally(solved, impossible, whole)
        worse = bool(tried) and _broken(solved) > _broken(tried[0].solved)
        tried.append(Tried(name, solved, fallen, worse))
        if number == 0:
            first_impossible = impossible
    best = strictest(tried)
    return AttackResult(
        reading, tally(best.solved, first_impossible, read.whole),
        tally(best.solved, first_impossible, ~read.whole), read.names, best.solved, compared,
        read.repeated, tried, best, read.signs, sheet.read_as, how.rounding,
    )  # fmt: skip


def _broken(solved: Solved) -> int:
    return int(solved.contradictory.sum())


def _solved(
    puzzle: Puzzle, reading: Reading, progress: Progress | None, linear: bool
) -> tuple[Solved, Mask]:
    """Solved under the reading, and the tables that contradict themselves under any."""
    partial = solve(puzzle.read_as(exhaustive=False), linear, _portion(progress, 0, 2))
    if reading == "partial":
        return partial, partial.contradictory
    return solve(puzzle, linear, _portion(progress, 1, 2)), partial.contradictory


def _assumed(puzzle: Puzzle, read: ReadTables, how: ReadingOptions) -> dict[str, Puzzle]:
    """The table under each assumption worth trying, the plainest first."""
    if how.rounding is not None:
        return {ROUNDED: with_rounding(puzzle, how.rounding)}
    out = {AS_PRINTED: puzzle}
    said = how.hidden is not None
    if read.withheld is not None and read.withheld.any() and not said and prints_zeros(puzzle):
        out[SOMEBODY] = with_somebody(puzzle, read.withheld)
    return out


def _portion(progress: Progress | None, number: int, of: int) -> Progress | None:
    return None if progress is None else lambda done: progress((number + done) / of)


def _read(sheet: TableSheet, how: ReadingOptions) -> ReadTables:
    if how.form == "glotip" or (how.form is None and is_glotip(sheet.names)):
        found = read_glotip(sheet)
        names = [" / ".join(name) for name in found.names]
        return ReadTables(found.puzzle, names, np.array(found.full, bool), found.repeated, [], None)
    signs = signs_of(how.house, how.signs, how.hidden)
    puzzle = read_table(sheet, signs, ColumnChoices(how.value, how.labels, how.totals))
    withheld = np.array([row in signs.withheld for row in puzzle.rows], bool)
    return ReadTables(puzzle, ["table"], np.ones(1, bool), 0, signs.described(), withheld)
