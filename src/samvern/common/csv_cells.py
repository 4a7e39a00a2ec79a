# SPDX-License-Identifier: EUPL-1.2
"""Cells of a CSV file, which no spreadsheet may run: =, +, - or @ are the start of a formula.

An apostrophe in front makes it text (OWASP, CSV Injection). Spaces before the sign do not hide it,
nor does its full-width form, which some programs read as the same.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SIGNED = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?|-{1,3}")


def safe_cell(value: object, *, signed: bool = False) -> str:
    """The text of a cell that no spreadsheet runs as a formula.

    ``signed``: a number keeps its sign, and dashes stand for nothing, as in tables of counts;
    elsewhere a text like ``+47 22 33 11 60`` is no number.
    """
    text = "" if value is None else str(value)
    if not text.lstrip(" \u00a0").startswith(FORMULA_STARTS):
        return text
    return text if signed and _SIGNED.fullmatch(text) else f"'{text}"


def safe_row(values: Iterable[object], *, signed: bool = False) -> list[str]:
    """A row of such cells."""
    return [safe_cell(value, signed=signed) for value in values]


def csv_text(head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """A table to download: UTF-8 with a mark for Excel, semicolons as Norwegian settings want."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(safe_row(head))
    writer.writerows(safe_row(row) for row in rows)
    return "\ufeff" + out.getvalue()
