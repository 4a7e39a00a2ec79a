# SPDX-License-Identifier: EUPL-1.2
"""From printed rows to a puzzle: which row is the sum of which."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from samvern.disclosure.attack.puzzle import OPEN, Puzzle
from samvern.disclosure.total_labels import TOTAL

Key = tuple[str, ...]
Complete = Callable[[Key, int, set[str]], bool]
MOST_IMPLIED = 200_000


@dataclass
class Printed:
    """One printed table: intervals by labels, `Total` where a column is summed over."""

    cells: dict[Key, tuple[float, float]]
    complete: Complete
    """(parent, column, listed labels): do the listed parts make up the whole?"""


def assemble(printed: Sequence[Printed], columns: tuple[str, ...]) -> Puzzle:
    """One puzzle of many tables.

    Margins that follow from the printed rows but are not printed themselves take part as cells of
    which nothing is known, so that `women, girls, men, boys, total` is understood without the rows
    `female` and `male`.
    """
    rows: list[Key] = []
    low: list[float] = []
    high: list[float] = []
    table: list[int] = []
    printed_too: list[bool] = []
    parents: list[int] = []
    exact: list[bool] = []
    child: list[int] = []
    equation: list[int] = []
    for number, one in enumerate(printed):
        start = len(rows)
        keys = list(one.cells) + implied(one.cells)
        at = {key: start + n for n, key in enumerate(keys)}
        rows += keys
        printed_too += [key in one.cells for key in keys]
        table += [number] * len(keys)
        low += [one.cells.get(key, (0.0, OPEN))[0] for key in keys]
        high += [one.cells.get(key, (0.0, OPEN))[1] for key in keys]
        for (parent, column), parts in _sums(at).items():
            labels = {rows[part][column] for part in parts}
            parents.append(parent)
            exact.append(one.complete(rows[parent], column, labels))
            equation += [len(parents) - 1] * len(parts)
            child += parts
    return Puzzle(
        np.array(low), np.array(high), np.array(parents, np.int32), np.array(child, np.int32),
        np.array(equation, np.int32), np.array(exact, bool), np.array(table, np.int32),
        np.array(printed_too, bool), columns, rows,
    )  # fmt: skip


def implied(cells: dict[Key, tuple[float, float]]) -> list[Key]:
    """Margins of the printed rows that are not printed; none for tables of many columns."""
    width = len(next(iter(cells), ()))
    if len(cells) * 2**width > MOST_IMPLIED:
        return []
    margins = {
        tuple(TOTAL if drop else text for text, drop in zip(key, dropped, strict=True))
        for key in cells
        for dropped in product((False, True), repeat=width)
    }
    return sorted(margins - set(cells))


def _sums(at: dict[Key, int]) -> dict[tuple[int, int], list[int]]:
    """For each cell and column summed over in it: the cells it is the sum of."""
    sums: dict[tuple[int, int], list[int]] = {}
    for key, number in at.items():
        for column, text in enumerate(key):
            if text != TOTAL:
                parent = at.get((*key[:column], TOTAL, *key[column + 1 :]))
                if parent is not None:
                    sums.setdefault((parent, column), []).append(number)
    return sums
