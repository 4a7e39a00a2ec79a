# SPDX-License-Identifier: EUPL-1.2
"""UNODC's GLOTIP export: sex by age tables for each country, indicator, category and year.

The export prints small counts as `<5` and never prints 0, so `<5` is 0 to 4. Sums over sex are
exhaustive only where women and men (and `Other`, where the table has that row) are printed; sums
over age only where both ages are; a table with a row `Unknown` has no exhaustive sums.
"""

from dataclasses import dataclass

from samvern.disclosure.attack.assemble import Key, Printed, assemble
from samvern.disclosure.attack.puzzle import OPEN, Puzzle
from samvern.disclosure.attack.values import read_number
from samvern.disclosure.errors import TableError
from samvern.disclosure.reading import TableSheet
from samvern.disclosure.total_labels import TOTAL

KEYS = ("Country", "Indicator", "Dimension", "Category", "Year")
SEXES = ("Female", "Male")
AGES = ("0 to 17 years", "18 years or over")
UNKNOWN = "Unknown"


@dataclass(frozen=True)
class Glotip:
    """The puzzle, the names of its tables, which are full (all of sex by age, no other group),
    and how many cells are printed twice."""

    puzzle: Puzzle
    names: list[Key]
    full: list[bool]
    repeated: int


def is_glotip(names: tuple[str, ...]) -> bool:
    """Does a header look like the export's?"""
    return {"Sex", "Age", "txtVALUE", *KEYS} <= set(names)


def read_glotip(sheet: TableSheet) -> Glotip:
    """Read the export. A cell printed twice with different texts is left out."""
    tables: dict[Key, dict[Key, str]] = {}
    doubled: set[Key] = set()
    at = [sheet.position(name) for name in (*KEYS, "Sex", "Age", "txtVALUE")]
    for number, row in enumerate(sheet.rows):
        *name, sex, age, text = (row[n].strip() for n in at)
        cells = tables.setdefault(tuple(name), {})
        _check(sheet, number, text)
        if cells.setdefault((sex, age), text) != text:
            doubled.add((*name, sex, age))
    for *name, sex, age in doubled:
        del tables[tuple(name)][(sex, age)]
    joined = {name: cells for name, cells in tables.items() if len(cells) > 1}
    puzzle = assemble([_printed(cells) for cells in joined.values()], ("Sex", "Age"))
    return Glotip(puzzle, list(joined), [_is_full(c) for c in joined.values()], len(doubled))


def _check(sheet: TableSheet, number: int, text: str) -> None:
    if text and read_number(text) is None:
        raise TableError(
            f"{sheet.path}: line {sheet.line(number)}, field 'txtVALUE': '{text[:40]}' is "
            "neither a count nor a hidden count such as <5."
        )


def _printed(cells: dict[Key, str]) -> Printed:
    has_other = any(sex == "Other" for sex, _ in cells)
    has_unknown = any(UNKNOWN in key for key in cells)

    def complete(parent: Key, column: int, listed: set[str]) -> bool:
        needed = {*SEXES, *(["Other"] if has_other else [])} if column == 0 else set(AGES)
        return not has_unknown and needed <= listed

    values = {key: read_number(text) or (0.0, OPEN) for key, text in cells.items()}
    return Printed(values, complete)


def _is_full(cells: dict[Key, str]) -> bool:
    wanted = {(sex, age) for sex in (TOTAL, *SEXES) for age in (TOTAL, *AGES)}
    return set(cells) == wanted
