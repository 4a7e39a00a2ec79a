# SPDX-License-Identifier: EUPL-1.2
"""A table as columns of text, or in one line why it cannot be read."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samvern.disclosure.errors import TableError
from samvern.exchange.sheets import GridError, read_grid, shown

__all__ = ["TableSheet", "read_sheet", "shown"]


@dataclass(frozen=True)
class TableSheet:
    """A table: its column names and its rows of text, every row as long as `names`.

    lines: the line number of each row, so that later complaints can point. read_as: what was chosen
    to read it (sheet, header row, separator).
    """

    path: str
    names: tuple[str, ...]
    rows: list[list[str]]
    lines: list[int] = field(default_factory=list)
    read_as: dict[str, Any] = field(default_factory=dict)

    def column(self, name: str) -> list[str]:
        """The texts of one column; TableError names the columns that do exist."""
        at = self.position(name)
        return [row[at] for row in self.rows]

    def position(self, name: str) -> int:
        if name in self.names:
            return self.names.index(name)
        raise TableError(
            f"{self.path}: there is no column '{name}'. The columns are: {shown(self.names)}."
        )

    def line(self, number: int) -> int:
        """The line of a row in the file."""
        return self.lines[number] if self.lines else number + 2


def read_sheet(path: str | Path, sheet: str | None = None, header: int | None = None) -> TableSheet:
    """Read a CSV or XLSX file. Raises TableError (file, line, field, remedy)."""
    try:
        grid = read_grid(path, sheet, header)
    except GridError as problem:
        raise TableError(str(problem)) from None
    return TableSheet(grid.path, grid.names, grid.rows, grid.lines, grid.described())
