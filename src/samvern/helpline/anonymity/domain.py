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

from samvern.identity.numbers import has_valid_check_digits

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WEB = re.compile(r"\b(?:https?://|www\.)\S+|(?<![\w@])@\w{3,}", re.I)

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


class IdentifierKind(StrEnum):
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
class TextMark:
    """A part of the text, from ``start`` up to ``end``, and what it looks like."""

    start: int
    end: int
    sign: IdentifierKind


RUN = re.compile(r"\+?\d(?:[ .\-/()\u00a0]{0,2}\d){4,}")
WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
SENTENCE = re.compile(r"(?:^|[.!?:;…\n\r–—•\"«(]|\d\.|-\s)\s*$")


def find_identifiers(text: str) -> list[TextMark]:
    """What could point to somebody, in the order of the text; marks do not overlap."""
    found: list[TextMark] = []
    for each in _all(text):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return sorted(found, key=lambda mark: mark.start)


def find_numbers(text: str) -> list[TextMark]:
    """Only what looks like a number somebody is known or reached by: for a form's warning."""
    wanted = {
        IdentifierKind.NUMBER,
        IdentifierKind.PHONE,
        IdentifierKind.MAIL,
        IdentifierKind.DIGITS,
    }
    return [mark for mark in find_identifiers(text) if mark.sign in wanted]


def redact(text: str, found: Iterable[TextMark], sign: str = "[…]") -> str:
    """The text with each marked part replaced."""
    for mark in sorted(found, key=lambda each: each.start, reverse=True):
        text = text[: mark.start] + sign + text[mark.end :]
    return text


def _all(text: str) -> Iterator[TextMark]:
    """The surest first, as an earlier mark hides a later one that overlaps it."""
    for pattern, sign in (
        (MAIL, IdentifierKind.MAIL),
        (WEB, IdentifierKind.WEB),
        (DATE, IdentifierKind.DATE),
    ):
        yield from (TextMark(*each.span(), sign) for each in pattern.finditer(text))
    for run in RUN.finditer(text):
        yield TextMark(*run.span(), _kind_of(run.group()))
    yield from (TextMark(*each.span(), IdentifierKind.ADDRESS) for each in ADDRESS.finditer(text))
    yield from _names(text)


def _kind_of(run: str) -> IdentifierKind:
    digits = "".join(str(unicodedata.decimal(sign)) for sign in run if sign.isdecimal())
    if (len(digits) == 11 and has_valid_check_digits(digits)) or (
        len(digits) == 12 and not run.startswith("+")
    ):
        return IdentifierKind.NUMBER
    if run.startswith("+") or len(digits) == 8 or (digits.startswith("00") and len(digits) >= 10):
        return IdentifierKind.PHONE
    return IdentifierKind.DIGITS


def _names(text: str) -> Iterator[TextMark]:
    """Words with a capital inside a sentence; after a preposition they are taken as places."""
    before = ""
    for word in WORD.finditer(text):
        name = word.group()
        if _is_a_name(name) and not SENTENCE.search(text[: word.start()]):
            sign = IdentifierKind.PLACE if before in PLACE_BEFORE else IdentifierKind.NAME
            yield TextMark(*word.span(), sign)
        before = name.casefold()


def _is_a_name(word: str) -> bool:
    if not word[0].isupper() or len(word) < 2:
        return False
    whole, first = word.casefold(), word.casefold().partition("-")[0]  # an EØS-borger is nobody
    of_nobody = {whole, whole.removesuffix("s"), first} & (COUNTIES | KNOWN)
    is_short_form = word.partition("-")[0].isupper() and len(word.partition("-")[0]) <= 5
    return not of_nobody and not is_short_form


_PLACE_BEFORE = """
at fra from frå i in mot nær over på rundt til to utanfor utenfor ved
"""

PLACE_BEFORE = frozenset(_PLACE_BEFORE.split())

_COUNTIES = """
agder akershus austlandet buskerud europa finnmark innlandet midt-noreg midt-norge møre
nord-noreg nord-norge norden nordland noreg norge norway oslo rogaland romsdal skandinavia
svalbard sørlandet telemark troms trøndelag vestfold vestland vestlandet østfold østlandet
"""

COUNTIES = frozenset(_COUNTIES.split())
"""Counties and what is larger: no finer than a question may be."""

_KNOWN = """
april arbeidstilsynet august barnehus barnevernet barnevernsloven barnevernstenesta
barneverntjenesten bufdir bufdirs bufetat bup december dps dublin duf engelsk eu eøs february fn
friday gud helsedirektoratet helsetilsynet i imdi iom january jul july june kom kommunen kripos
krisesenter krisesenteret march may monday nav navs norsk november october politiet pu påske
rosa saturday schengen september statsforvaltaren statsforvalteren straffeloven sunday thursday
tuesday udi une utlendingsdirektoratet utlendingsloven wednesday
"""

KNOWN = frozenset(_KNOWN.split())
"""Words with a capital that are bodies, laws and the like, and no person."""
