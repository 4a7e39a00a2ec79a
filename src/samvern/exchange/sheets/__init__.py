# SPDX-License-Identifier: EUPL-1.2
"""Tables as people send them: CSV in UTF-8 or UTF-16, with `sep=;`, and XLSX.

`read_grid` finds the encoding, the separator, the sheet and the header row, and says what it chose
(`Grid.described`), so that a person can see it before the table is used. Errors: `GridError`.
Knows no other room.
"""

from samvern.exchange.sheets.errors import GridError, shown
from samvern.exchange.sheets.grid import SheetGrid, read_grid

__all__ = ["GridError", "SheetGrid", "read_grid", "shown"]
