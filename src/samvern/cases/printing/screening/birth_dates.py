# SPDX-License-Identifier: EUPL-1.2
"""Finding dates of birth: the ones the case knows in any shape, and any that is called one."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from samvern.cases.printing.screening.harmless_numbers import (
    DATE,
    blank_legal_sources,
    is_likely_birth_year,
    parse_day,
)
from samvern.cases.printing.screening.numbers import ascii_digits
from samvern.cases.printing.screening.scripts import UNSEEN
from samvern.cases.printing.screening.spans import Span

_MONTHS = (
    "januar|january|jan", "februar|february|feb", "mars|march|mar", "april|apr", "mai|may",
    "juni|june|jun", "juli|july|jul", "august|aug", "september|sept|sep", "oktober|october|okt|oct",
    "november|nov", "desember|december|des|dec",
)  # fmt: skip
_GAP = rf"[\s{UNSEEN}‐-―−./,_·-]{{0,3}}"
_ANY_MONTH = "|".join("|".join(_MONTHS).split("|"))
_DAY = (
    rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th)?\s?(?:of\s)?(?:{_ANY_MONTH})\.?(?:,?\s?\d{{2,4}})?"
    rf"|(?:{_ANY_MONTH})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s?\d{{4}})?)(?!\w)"
)
_CALLED = re.compile(
    rf"(?i)(?<!\w)(?:født|fødd|f\.|fødsels\w*|bursdag\w*|gebursdag\w*|born|birth\w*|dob|fdato)[\s:.]{{0,3}}(?:(?:den|on|is|er|dato|dag|the|:)\s{{0,2}}){{0,2}}"
    rf"(?P<day>{DATE}|{_DAY}|\d{{6}}(?!\d)|\d{{2}}[ .-]\d{{2}}[ .-]\d{{2,4}}(?!\d))"
)
_ANY_DATE = re.compile(rf"(?<!\d){DATE}(?!\d)")


class BirthDateFinder:
    """The dates of birth of a case, ready to be looked for."""

    def __init__(self, values: Iterable[str]) -> None:
        days = {day for value in values if (day := parse_day(value))}
        either = "|".join(_shapes(day) for day in sorted(days))
        self._known = re.compile(rf"(?i)(?<!\d)(?:{either})(?!\w)") if days else None

    def find(self, text: str, this_year: int) -> Iterator[Span]:
        """Every date of birth, in digits of any script."""
        text = blank_legal_sources(ascii_digits(text))
        for found in self._known.finditer(text) if self._known else ():
            yield Span(found.start(), found.end())
        for found in _CALLED.finditer(text):
            yield Span(found.start("day"), found.end("day"))
        for found in _ANY_DATE.finditer(text):
            if is_likely_birth_year(found[0], this_year):
                yield Span(found.start(), found.end())


def _shapes(day: date) -> str:
    d, m = (
        f"0?{day.day}" if day.day < 10 else str(day.day),
        f"0?{day.month}" if day.month < 10 else str(day.month),
    )
    century, short = str(day.year)[:2], str(day.year)[2:]
    month, year = f"(?:{_MONTHS[day.month - 1]})", f"(?:{century})?{short}"
    full = str(day.year)
    return "|".join(
        (
            rf"{d}{_GAP}{m}{_GAP}{year}",
            rf"{full}{_GAP}{m}{_GAP}{d}",
            rf"{m}[/.\s-]{d}[/.\s-]{year}",
            rf"{d}(?:\.|st|nd|rd|th)?{_GAP}(?:of\s)?{month}\.?(?:{_GAP}{year})?",
            rf"{month}\.?\s{d}(?:st|nd|rd|th)?(?:{_GAP}{full})?",
            rf"{full}年0?{day.month}月0?{day.day}日",
        )
    )
