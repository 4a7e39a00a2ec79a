#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# python-calamine: a formula nobody has calculated, and an error, both read as an empty cell.
#
# Guess: a reader of workbooks gives the formula, raises, or marks the cell, when a workbook made by a program holds a formula
#   without a saved result; and tells "#N/A" from a cell where nothing stands.
# What happens: workbooks that openpyxl writes hold formulas without a result until somebody opens and saves them in a spreadsheet
#   program. calamine gives "" for such a cell, "" for "#N/A" and "" for an empty cell; the numbers beside them are right.
# Version: python-calamine 0.9.1 with openpyxl 3.1.5, November 2026.
# Why it matters: a column of counts made by "=B2+C2" becomes a column of nothing, and a table that is protected against being
#   counted back is protected without the people in it. The sheet's XML has to be looked at before an empty cell is believed.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip -q --disable-pip-version-check install python-calamine==0.9.1 openpyxl==3.1.5
"$work/venv/bin/python" - "$work/counts.xlsx" <<'PY'
import sys
from importlib.metadata import version

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

book = Workbook()
for row in (["place", "women", "men", "all"], ["north", 3, 4, "=B2+C2"], ["south", 5, None, "#N/A"]):
    book.active.append(row)
book.save(sys.argv[1])
rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
print("python-calamine", version("python-calamine"), "openpyxl", version("openpyxl"))
for row in rows:
    print(row)
assert rows[1] == ["north", 3.0, 4.0, ""], rows
assert rows[2] == ["south", 5.0, "", ""], rows
print("as described")
PY
