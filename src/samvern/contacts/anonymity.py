# SPDX-License-Identifier: EUPL-1.2
"""What in a text could point to somebody. It marks and never blocks: a person judges.

Pure: no clock, no database. It finds too much rather than too little, as a mark costs a look and a
name costs more. What it cannot see (that only one person was ever in such a place) stays with the
one who writes; the page says so.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from samvern.contacts.nobody import COUNTIES, KNOWN, PLACE_BEFORE
from samvern.identity.numbers import checks


class Sign(StrEnum):
    """What kind of thing it looks like."""

    NUMBER = "number"
    PHONE = "phone"
    MAIL = "mail"
    WEB = "web"
    DIGITS = "digits"
    DATE = "date"
    ADDRESS = "address"
    PLACE = "place"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of the text, from ``start`` up to ``end``, and what it looks like."""

    start: int
    end: int
    sign: Sign


MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WEB = re.compile(r"\b(?:https?://|www\.)\S+|(?<![\w@])@\w{3,}", re.I)
RUN = re.compile(r"\+?\d(?:[ .\-/()\u00a0]{0,2}\d){4,}")
DATE = re.compile(
    r"\b(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}\.?\s+(?:jan|feb|mars|apr|mai|juni|juli|aug|sep|okt|nov|des)[a-zæøå]*\.?\s+(?:19|20)\d\d)\b",
    re.I,
)
ADDRESS = re.compile(
    r"\b[A-ZÆØÅ][\w.-]*(?:veien|vegen|vei|veg|gata|gaten|gate|gt|allé|alle|plass|plassen|torget|stien"
    r"|bakken|tunet|svingen|haugen|lia)(?:\s+\d{1,4}\s?[A-Za-z]?)?\b"
    r"|\b[A-ZÆØÅ]\w+\s+(?:vei|veg|gate|plass|allé)\s+\d{1,4}\s?[A-Z]?\b"
    r"|\b\d{4}\s+[A-ZÆØÅ][\wæøå]+\b"
)
WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
SENTENCE = re.compile(r"(?:^|[.!?:;…\n\r–—•\"«(]|\d\.|-\s)\s*$")


def marks(text: str) -> list[Mark]:
    """What could point to somebody, in the order of the text; marks do not overlap."""
    found: list[Mark] = []
    for each in _all(text):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return sorted(found, key=lambda mark: mark.start)


def numbers(text: str) -> list[Mark]:
    """Only what looks like a number somebody is known or reached by: for a form's warning."""
    wanted = {Sign.NUMBER, Sign.PHONE, Sign.MAIL, Sign.DIGITS}
    return [mark for mark in marks(text) if mark.sign in wanted]


def without(text: str, found: Iterable[Mark], sign: str = "[…]") -> str:
    """The text with each marked part replaced."""
    for mark in sorted(found, key=lambda each: each.start, reverse=True):
        text = text[: mark.start] + sign + text[mark.end :]
    return text


def _all(text: str) -> Iterator[Mark]:
    """The surest first, as an earlier mark hides a later one that overlaps it."""
    for pattern, sign in ((MAIL, Sign.MAIL), (WEB, Sign.WEB), (DATE, Sign.DATE)):
        yield from (Mark(*each.span(), sign) for each in pattern.finditer(text))
    for run in RUN.finditer(text):
        yield Mark(*run.span(), _kind_of(run.group()))
    yield from (Mark(*each.span(), Sign.ADDRESS) for each in ADDRESS.finditer(text))
    yield from _names(text)


def _kind_of(run: str) -> Sign:
    digits = "".join(str(unicodedata.decimal(sign)) for sign in run if sign.isdecimal())
    if (len(digits) == 11 and checks(digits)) or (len(digits) == 12 and not run.startswith("+")):
        return Sign.NUMBER
    if run.startswith("+") or len(digits) == 8 or (digits.startswith("00") and len(digits) >= 10):
        return Sign.PHONE
    return Sign.DIGITS


def _names(text: str) -> Iterator[Mark]:
    """Words with a capital inside a sentence; after a preposition they are taken as places."""
    before = ""
    for word in WORD.finditer(text):
        name = word.group()
        if _is_a_name(name) and not SENTENCE.search(text[: word.start()]):
            sign = Sign.PLACE if before in PLACE_BEFORE else Sign.NAME
            yield Mark(*word.span(), sign)
        before = name.casefold()


def _is_a_name(word: str) -> bool:
    if not word[0].isupper() or len(word) < 2:
        return False
    whole, first = word.casefold(), word.casefold().partition("-")[0]  # an EØS-borger is nobody
    of_nobody = {whole, whole.removesuffix("s"), first} & (COUNTIES | KNOWN)
    is_short_form = word.partition("-")[0].isupper() and len(word.partition("-")[0]) <= 5
    return not of_nobody and not is_short_form
