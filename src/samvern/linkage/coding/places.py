# SPDX-License-Identifier: EUPL-1.2
"""Postcodes and telephones: what a spreadsheet took from them is put back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from samvern.linkage.coding.scripts import romanise


def postcode(text: str) -> str:
    """Four figures; 301 is 0301 whose first zero was taken for a number's."""
    word = romanise(text.removesuffix(".0"))
    return word.zfill(4) if word.isdigit() and len(word) == 3 else word


def phone(text: str) -> str:
    """Figures alone, without Norway's 47 before a number of eight."""
    figures = re.sub(r"\D", "", text.removesuffix(".0")).removeprefix("00")
    return figures[2:] if len(figures) == 10 and figures.startswith("47") else figures


BY_FIELD: Mapping[str, Callable[[str], str]] = {"postcode": postcode, "phone": phone}
