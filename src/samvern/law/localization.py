# SPDX-License-Identifier: EUPL-1.2
"""The few words the kernel itself says, and how values are written, in each language."""

from __future__ import annotations

from datetime import date
from math import inf

from samvern.common.translations import translate
from samvern.law.model import LocalizedText
from samvern.law.situation import Span

_WORDS = {
    "none": "none of them",
    "<": "under",
    "<=": "at most",
    ">": "over",
    ">=": "at least",
    "=": "equal to",
    "d<": "before",
    "d<=": "no later than",
    "d>": "after",
    "d>=": "no earlier than",
    "d=": "on",
}
"""Signs and codes that are said in other words than their own."""
PLAIN_WORDS = (
    "yes", "no", "unknown", "or", "not", "to", "years", "months", "days", "hours", "persons", "NOK",
)  # fmt: skip
"""Words that are said as they stand, in the reader's language."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def localized(text: LocalizedText | None, lang: str) -> str:
    """The text in ``lang``, else in English, else in bokmål, else in any; empty without a text."""
    if not text:
        return ""
    return text.get(lang) or text.get("en") or text.get("nb") or next(iter(text.values()))


def localized_word(key: str, lang: str) -> str:
    """One of the kernel's own words; a word it does not have stands as it is."""
    return translated(_WORDS.get(key, key), lang)


def translated(text: str, lang: str) -> str:
    """A text of the kernel's own in ``lang``, from the room's catalogues."""
    return translate("law", text, lang)


def show_number(value: float, unit: str, lang: str) -> str:
    """A number with its unit and the language's decimal sign."""
    text = f"{value:g}"
    text = text if lang == "en" else text.replace(".", ",")
    return f"{text} {localized_word(unit, lang)}".strip()


def show_day(ordinal: float, lang: str) -> str:
    """A date: 26.11.2026, in English 26 November 2026."""
    day = date.fromordinal(int(ordinal))
    if lang == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}.{day.month}.{day.year}"


def show_span(span: Span, sort: str, unit: str, lang: str) -> str:
    """A value, or the bounds it is known within."""
    low, high = span

    def one(value: float) -> str:
        return show_day(value, lang) if sort == "date" else show_number(value, unit, lang)

    prefix = "d" if sort == "date" else ""
    if low == high:
        return one(low)
    if low == -inf and high == inf:
        return localized_word("unknown", lang)
    if low == -inf:
        return f"{localized_word(prefix + '<=', lang)} {one(high)}"
    if high == inf:
        return f"{localized_word(prefix + '>=', lang)} {one(low)}"
    return f"{one(low)} {localized_word('to', lang)} {one(high)}"
