# SPDX-License-Identifier: EUPL-1.2
"""Numbers that tell nobody who somebody is: days, hours, amounts, provisions, sources of law."""

import re
from datetime import date
from functools import partial

from samvern.cases.printing.screening.scripts import UNSEEN

CHILDHOOD = 18
"""Years back from which a full date is taken for a date of birth rather than of something done."""
_GAP = rf"[\s{UNSEEN}‐-―−·_/()+-]"
_ALONE = rf"(?<!\d)(?<!\d[.])(?<!\d{_GAP})(?<!\d{_GAP}{{2}})"
_END = rf"(?!{_GAP}{{0,3}}\d)(?!\.\d)"
_TIME = r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?::[0-5]\d)?"
DATE = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])\.[ \u00a0]?(?:0?[1-9]|1[0-2])\.[ \u00a0]?(?:(?:19|20)\d\d|\d\d)"
    r"|(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])[-/ ](?:(?:19|20)\d\d|\d\d)"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
)
_DATES = re.compile(
    rf"{_ALONE}(?:(?:kl\.?\s?)?{_TIME},?\s)?(?:\d{{1,2}}\.?\s?[‐-―-]\s?)?{DATE}"
    rf"(?:(?:T|,?\s(?:kl\.?\s?)?){_TIME})?"
    rf"(?:\s?(?:[‐-―-]|til|to)\s?(?:{DATE}|{_TIME}))?{_END}"
)
_HOURS = re.compile(
    rf"(?:(?<!\w)(?:kl|klokka|klokken)\.?\s?){_TIME}(?:\s?[‐-―-]\s?{_TIME})?{_END}"
    rf"|{_ALONE}(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[‐-―-]\s?(?:[01]?\d|2[0-3]):[0-5]\d)?{_END}"
)
_MONEY = r"(?:kr\b\.?|kroner|NOK|EUR|USD|SEK|DKK|€|\$|£)"
_SUM = r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,(?:\d\d|-))?|\d{1,7}(?:,(?:\d\d|-))?"
_AMOUNTS = re.compile(
    rf"(?<!\w){_MONEY}\s?(?:{_SUM}){_END}|{_ALONE}(?:{_SUM})\s?(?:{_MONEY}|%|prosent|mill|meter|km|timer|dager)(?!\w)"
)
_LAW = re.compile(
    r"(?<!\w)(?:LOV|FOR|HR|L[ABEFGH]|TOSL|TOSLO|Rt|RG|NOU|RS|UDI|Dok|Prop|Innst|Meld)[-.\s]{0,2}(?:\w{1,3}[-.\s]{1,2})?"
    r"(?:19|20)\d\d(?:[-:–]\d{1,5}){1,4}(?:-[A-Z])?(?!\d)"
    r"|§{1,2}\s?\d{1,4}[a-z]?(?:[\s.–-]{1,3}\d{1,3}[a-z]?(?!\d)){0,3}"
)
_SHAPES = (_DATES, _HOURS, _AMOUNTS)


def blank_legal_sources(text: str) -> str:
    """The text, as long as before, without the digits of sources of law."""
    return _LAW.sub(lambda found: re.sub(r"\d", "x", found[0]), text)


def blank_harmless(text: str, this_year: int) -> str:
    """The text, as long as before, without the digits that are harmless."""
    for shape in _SHAPES:
        dated = shape is _DATES
        text = shape.sub(partial(_away, dated=dated, this_year=this_year), text)
    return text


def _away(found: re.Match[str], *, dated: bool, this_year: int) -> str:
    if dated and any(
        is_likely_birth_year(day[0], this_year) for day in re.finditer(DATE, found[0])
    ):
        return found[0]
    return re.sub(r"\d", "x", found[0])


def is_likely_birth_year(day: str, this_year: int) -> bool:
    """Whether a date lies so far back that it is most likely one of birth."""
    found = re.search(r"(?:19|20)\d\d", day) or re.search(r"\d\d$", day)
    year = int(found[0]) if found else this_year
    if year < 100:
        year += 2000 if year <= this_year % 100 + 5 else 1900
    return year <= this_year - CHILDHOOD


def parse_day(value: str) -> date | None:
    """A date of birth as the identity room keeps it, or as people type it."""
    for shape in (r"(\d{4})-(\d{1,2})-(\d{1,2})", r"(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{4})"):
        if found := re.fullmatch(shape, value.strip()):
            one, month, other = (int(each) for each in found.groups())
            try:
                return date(max(one, other), month, min(one, other))
            except ValueError:
                return None
    return None
