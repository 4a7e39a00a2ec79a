# SPDX-License-Identifier: EUPL-1.2
"""A cell of a CSV file must not be run: spreadsheets take =, +, -, @ as the start of a formula.

An apostrophe in front makes it text (OWASP, CSV Injection). A number keeps its sign.
"""

import re
from collections.abc import Iterable

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
_DASHES = frozenset({"-", "--", "---"})


def safe_cell(value: object) -> str:
    """The text of a cell that no spreadsheet runs as a formula."""
    text = str(value)
    if not text.startswith(_STARTS) or _NUMBER.fullmatch(text) or text in _DASHES:
        return text
    return "'" + text


def safe_row(values: Iterable[object]) -> list[str]:
    """A row of such cells."""
    return [safe_cell(value) for value in values]
