# SPDX-License-Identifier: EUPL-1.2
"""Which labels are totals: one reader for tables to be protected and tables to be attacked.

A total read as a category counts everybody twice, and lets a protected 2 be worked out as 9 - 7.
"""

import re

TOTAL = "Total"
"""How a total is written by us."""

_WORDS = frozenset({
    "total", "totals", "totalt", "tot", "_t", "i alt", "ialt", "alle", "all", "sum", "summen",
    "both", "begge", "begge kjønn", "begge kjonn", "both sexes", "both genders", "persons total",
    "grand total", "in total", "overall", "sum total", "totalsum", "samlet", "samla", "samtlige",
    "til sammen", "tilsammen", "til saman", "tilsaman", "hele", "hele landet", "heile landet",
    "landet", "whole country", "everyone", "everybody", "sammenlagt",
})  # fmt: skip
_STARTS = (
    "alle ", "all ", "begge ", "both ", "hele ", "heile ", "total ", "totalt ", "totalt,",
    "total,", "sum ", "i alt ", "i alt,", "ialt ", "samlet ", "grand total ", "total:", "totalt:",
)  # fmt: skip
_ENDS = (" i alt", " total", " totalt", " totals", " til sammen", " til saman", ", alle", ", all")
_REST = re.compile(
    r"\b(?:andre|other|others|øvrige|øvrig|annet|anna|annen|unntatt|unnateke|except|uten|without|"
    r"unknown|ukjent|ukjend)\b"
)
_NOTE = re.compile(r"(?:\s*(?:[*†‡§⁰¹²³⁴-⁹]+|\(?\d{1,2}\)|\[[\w*]{1,3}\]|\^\d{1,2})|[:.\s]+)+$")


def is_total(label: str) -> bool:
    """Is this label a known word for a total, in any case and with any footnote sign?

    "Alle land" is one, "alle andre land" is not.
    """
    text = plain(label)
    if text in _WORDS:
        return True
    if _REST.search(text):
        return False
    return text.startswith(_STARTS) or text.endswith(_ENDS)


def plain(label: str) -> str:
    """A label without footnote signs, in small letters, single spaces."""
    text = " ".join(label.split()).casefold().strip("()[]\"' ") if label else ""
    return _NOTE.sub("", " ".join(label.split()).casefold()).strip("\"' ") or text
