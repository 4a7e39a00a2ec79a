# SPDX-License-Identifier: EUPL-1.2
"""Attack a published file: how much falls, how many of it persons, under which reading."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from samvern.disclosure.attack.generic import read_table
from samvern.disclosure.attack.glotip import is_glotip, read_glotip
from samvern.disclosure.attack.linear import Progress
from samvern.disclosure.attack.puzzle import OPEN, Mask, Puzzle
from samvern.disclosure.attack.releases import Compared, compare
from samvern.disclosure.attack.verdict import Solved, Tally, cells_found, solve, tally
from samvern.disclosure.reading import Sheet

Reading = Literal["exhaustive", "partial"]
Format = Literal["glotip", "table"]
SMALL = 5


@dataclass(frozen=True)
class Attack:
    """The result. whole: over tables with every cell of their structure; others: over the rest
    (GLOTIP tables that lack rows or have other groups), which a reader attacks just as well."""

    reading: Reading
    whole: Tally
    others: Tally
    names: list[str]
    solved: Solved
    compared: Compared | None
    repeated: int

    def cells(self) -> list[dict[str, Any]]:
        """Every hidden cell that was narrowed, exact ones first, whole tables before others."""
        everything = np.ones(len(self.names), bool)
        return [self._cell(c) for c in cells_found(self.solved, everything).tolist()]

    def _cell(self, cell: int) -> dict[str, Any]:
        puzzle, solved = self.solved.puzzle, self.solved
        return {
            "table": self.names[puzzle.table[cell]],
            "cell": dict(zip(puzzle.columns, puzzle.rows[cell], strict=True)),
            "printed": [int(puzzle.low[cell]), _top(puzzle.high[cell])],
            "low": int(solved.low[cell]),
            "high": _top(solved.high[cell]),
            "exact": bool(solved.low[cell] == solved.high[cell]),
        }

    def as_dict(self) -> dict[str, Any]:
        """JSON: the counts of the whole tables, the others beside, and the cells."""
        out: dict[str, Any] = {"reading": self.reading, **self.whole.as_dict()}
        out["incomplete_tables"] = self.others.as_dict()
        out["repeated_cells"] = self.repeated
        if self.compared is not None:
            out["releases"] = {
                "small_differences": len(self.compared.changed),
                "narrowed_cells": len(self.compared.narrowed),
                "cells": self._differences(self.compared),
            }
        out["cells"] = self.cells()
        return out

    def _differences(self, compared: Compared) -> list[dict[str, Any]]:
        puzzle = compared.puzzle
        return [
            {"table": self.names[puzzle.table[cell]],
             "cell": dict(zip(puzzle.columns, puzzle.rows[cell], strict=True)),
             "difference": int(step)}
            for cell, step in zip(compared.changed, compared.difference, strict=True)
        ]  # fmt: skip


def _top(high: float) -> int | None:
    return None if high >= OPEN / 2 else int(high)


def attack_sheet(
    sheet: Sheet,
    reading: Reading = "exhaustive",
    form: Format | None = None,
    value: str | None = None,
    hidden: str | None = None,
    against: Sheet | None = None,
    progress: Progress | None = None,
) -> Attack:
    """Attack a published file; `against` is an earlier release of the same tables.

    Raises TableError for a file that cannot be read as published tables.
    """
    puzzle, names, full, repeated = _read(sheet, form, value, hidden)
    compared = None
    if against is not None:
        old, old_names, _, _ = _read(against, form, value, hidden)
        compared = compare(puzzle, old, names, old_names, SMALL)
        puzzle = compared.puzzle
    partial = solve(puzzle.read_as(exhaustive=False), progress=_half(progress, 0))
    solved = partial
    if reading == "exhaustive":
        solved = solve(puzzle, progress=_half(progress, 1))
    return Attack(
        reading, tally(solved, partial.contradictory, full),
        tally(solved, partial.contradictory, ~full), names, solved, compared, repeated,
    )  # fmt: skip


def _half(progress: Progress | None, number: int) -> Progress | None:
    return None if progress is None else lambda done: progress((number + done) / 2)


def _read(
    sheet: Sheet, form: Format | None, value: str | None, hidden: str | None
) -> tuple[Puzzle, list[str], Mask, int]:
    if form == "glotip" or (form is None and is_glotip(sheet.names)):
        read = read_glotip(sheet)
        names = [" / ".join(name) for name in read.names]
        return read.puzzle, names, np.array(read.full, bool), read.repeated
    return read_table(sheet, value, hidden), ["table"], np.ones(1, bool), 0
