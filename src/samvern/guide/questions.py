# SPDX-License-Identifier: EUPL-1.2
"""One fact as a question: what a form sent, read into an answer,
or an error that says what to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from samvern.common.numbers import whole_number
from samvern.guide.values import LARGEST_NUMBER, UNKNOWN
from samvern.law.model import Fact

REST = "~rest"
"""Sent with a set: whatever is not ticked was looked for and is not there."""
NOT_KNOWN = "~unknown"
_NUMBER = re.compile(r"(\d{1,9})(?:\s*[-–—]\s*(\d{1,9}))?")
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class FieldReading:
    """What was sent about one fact: an answer (None: nothing said), or why it cannot be one."""

    value: Any = None
    error: str = ""
    typed: dict[str, str] = field(default_factory=dict)


def read(fact: Fact, sent: QueryDict) -> FieldReading:
    """Read what a form sent about ``fact``."""
    return _READERS[fact.type](fact, sent)


def _read_yes_no(fact: Fact, sent: QueryDict) -> FieldReading:
    word = sent.get(fact.id, "")
    known = {"": None, "yes": True, "no": False, NOT_KNOWN: UNKNOWN}
    return FieldReading(known[word]) if word in known else _not_an_option(word)


def _read_choice(fact: Fact, sent: QueryDict) -> FieldReading:
    word = sent.get(fact.id, "")
    if word in ("", NOT_KNOWN):
        return FieldReading(UNKNOWN if word else None)
    return FieldReading(word) if fact.option(word) else _not_an_option(word)


def _read_set(fact: Fact, sent: QueryDict) -> FieldReading:
    words = set(sent.getlist(fact.id))
    there = [option.id for option in fact.options if option.id in words]
    if strange := words - set(there) - {REST, NOT_KNOWN}:
        return _not_an_option(min(strange))
    if REST in words:
        return FieldReading({"only": there})
    return FieldReading(there or (UNKNOWN if NOT_KNOWN in words else None))


def _read_number(fact: Fact, sent: QueryDict) -> FieldReading:
    text = _printable(sent.get(fact.id, "")).strip()
    if not text:
        return FieldReading(UNKNOWN if sent.get(f"{fact.id}.unknown") else None)
    typed = {"text": text}
    found = _NUMBER.fullmatch(text)
    if not found:
        message = _(
            "“%(value)s” is not a number. Write for example 17, or 15–17 if you are not sure."
        )
        return FieldReading(error=message % {"value": _shown(text)}, typed=typed)
    low, high = int(found[1]), int(found[2] or found[1])
    least, most = int(max(fact.min, 0)), int(min(fact.max, LARGEST_NUMBER))
    if not least <= low <= high <= most:
        message = _("“%(value)s” does not fit. Write a number from %(least)d to %(most)d.")
        values = {"value": _shown(text), "least": least, "most": most}
        return FieldReading(error=message % values, typed=typed)
    return FieldReading(low if low == high else {"min": low, "max": high})


def _read_date(fact: Fact, sent: QueryDict) -> FieldReading:
    typed = {
        part: _printable(sent.get(f"{fact.id}.{part}", "")).strip()
        for part in ("day", "month", "year")
    }
    if not any(typed.values()):
        return FieldReading(UNKNOWN if sent.get(f"{fact.id}.unknown") else None)
    try:
        return FieldReading(read_day(typed["day"], typed["month"], typed["year"]))
    except ValueError:
        message = _(
            "“%(value)s” is not a date. Write day, month and year with digits, for example "
            "26 11 2026. "
            "Leave out the day, or the day and the month, if you do not know them."
        )
        value = ".".join(part for part in typed.values() if part)
        return FieldReading(error=message % {"value": _shown(value)}, typed=typed)


def read_day(day: str, month: str, year: str) -> date | dict[str, date]:
    """A date, or its earliest and latest when the day, or day and month, are left out.

    Raises:
        ValueError: not digits, no such day, no year, a day without a month, or before 1900.
    """
    parts = (day, month, year)
    read = [whole_number(part) for part in parts]
    strange = any(part and number is None for part, number in zip(parts, read, strict=True))
    numbers = [number or 0 for number in read]
    if not year or (day and not month) or strange or not 1900 <= numbers[2] <= 2100:
        raise ValueError
    if day:
        return date(numbers[2], numbers[1], numbers[0])
    if not month:
        return {"min": date(numbers[2], 1, 1), "max": date(numbers[2], 12, 31)}
    first = date(numbers[2], numbers[1], 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return {"min": first, "max": following - timedelta(days=1)}


def _not_an_option(word: str) -> FieldReading:
    message = _("“%(value)s” is not one of the answers. Choose one of those shown.")
    return FieldReading(error=message % {"value": _shown(word)})


def _shown(text: str) -> str:
    text = _printable(text)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _printable(text: str) -> str:
    """What was typed without signs that no page can show."""
    return "".join(sign for sign in text if sign.isprintable())


_READERS: dict[str, Callable[[Fact, QueryDict], FieldReading]] = {
    "yes_no": _read_yes_no,
    "choice": _read_choice,
    "set": _read_set,
    "number": _read_number,
    "date": _read_date,
}
