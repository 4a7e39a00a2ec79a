# SPDX-License-Identifier: EUPL-1.2
"""The few words the kernel itself says, and how values are written, in each language."""

from __future__ import annotations

from datetime import date
from math import inf

from samvern.law.model import LocalizedText
from samvern.law.situation import Span

_WORDS: dict[str, dict[str, str]] = {
    "yes": {"nb": "ja", "nn": "ja", "en": "yes"},
    "no": {"nb": "nei", "nn": "nei", "en": "no"},
    "unknown": {"nb": "ukjent", "nn": "ukjent", "en": "unknown"},
    "or": {"nb": "eller", "nn": "eller", "en": "or"},
    "none": {"nb": "ingen av dem", "nn": "ingen av dei", "en": "none of them"},
    "not": {"nb": "ikke", "nn": "ikkje", "en": "not"},
    "<": {"nb": "under", "nn": "under", "en": "under"},
    "<=": {"nb": "høyst", "nn": "høgst", "en": "at most"},
    ">": {"nb": "over", "nn": "over", "en": "over"},
    ">=": {"nb": "minst", "nn": "minst", "en": "at least"},
    "=": {"nb": "lik", "nn": "lik", "en": "equal to"},
    "d<": {"nb": "før", "nn": "før", "en": "before"},
    "d<=": {"nb": "senest", "nn": "seinast", "en": "no later than"},
    "d>": {"nb": "etter", "nn": "etter", "en": "after"},
    "d>=": {"nb": "tidligst", "nn": "tidlegast", "en": "no earlier than"},
    "d=": {"nb": "den", "nn": "den", "en": "on"},
    "to": {"nb": "til", "nn": "til", "en": "to"},
    "years": {"nb": "år", "nn": "år", "en": "years"},
    "months": {"nb": "måneder", "nn": "månader", "en": "months"},
    "days": {"nb": "dager", "nn": "dagar", "en": "days"},
    "hours": {"nb": "timer", "nn": "timar", "en": "hours"},
    "persons": {"nb": "personer", "nn": "personar", "en": "persons"},
    "NOK": {"nb": "kroner", "nn": "kroner", "en": "NOK"},
}

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def localized(text: LocalizedText, lang: str) -> str:
    """``text`` in ``lang``, or in English, or in whatever there is."""
    return text.get(lang) or text.get("en") or next(iter(text.values()), "")


def localized_word(key: str, lang: str) -> str:
    """One of the kernel's own words; a word it does not have stands as it is."""
    return localized(_WORDS.get(key, {"en": key}), lang)


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
