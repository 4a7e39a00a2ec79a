# SPDX-License-Identifier: EUPL-1.2
"""Finding numbers that tell who somebody is, however their digits are grouped.

Seven digits that belong together are hidden whatever they are, unless they are plainly a day, an
hour, an amount, a provision or a span of years. Six are, where they can be a date of birth.
"""

import re
import unicodedata
from collections.abc import Iterator

from samvern.cases.printing.screening.harmless_numbers import blank_harmless, blank_legal_sources
from samvern.cases.printing.screening.scripts import UNSEEN
from samvern.cases.printing.screening.spans import Span

GAP = rf"[\s{UNSEEN}‐-―−·•_./()+-]"
RUN = re.compile(rf"(?:[+(]{{0,2}})\d(?:{GAP}{{0,4}}\d)*")
LEAST = 7
_NAMED = re.compile(
    r"""(?ix) (?<!\w) (?: tlf | telefon\w* | phone | mobil\w* | ring | konto\w* | account | duf
    | pass(?:port|nummer|nr)? | d-?nummer | d-?nr | f(?:ødsels)?-?(?:nummer|nr) | fnr | dnr
    | personn(?:umme)?r | pnr | id(?:-?(?:nr|nummer))? | imei | saksnummer | saksnr )
    [\s.:#-]{0,3} (?:nr|nummer|number|no)? [\s.:#]{0,3} (?=[+\d])"""
)
_CODES = re.compile(
    rf"""(?x)
      (?<!\w) [A-Z]{{2}}\d{{2}} (?:[\s{UNSEEN}-]?[A-Z\d]{{2,4}}){{3,9}} (?!\w)  # IBAN
    | (?<!\w) [a-z]{{2}}\d{{2}} (?=[a-z]{{0,4}}\d{{6}}) [a-z\d]{{8,30}} (?!\w)
    | (?<![\w<]) (?=[A-Z\d<]{{0,60}}<<) [A-Z\d][A-Z\d<]{{8,60}}  # lines of a passport
    | (?<!\w) (?=[A-Za-z]{{0,60}}\d) (?=\d{{0,60}}[A-Za-z])      # wallets
        [A-Za-z\d]{{24,128}} (?!\w)
    | (?<!\w) (?=(?:[A-Z]*\d){{4}}) (?=\d*[A-Z]) [A-Z\d]{{6,20}} (?!\w)          # passports, visas
    | (?<!\w) [A-Z]{{1,3}} [-/]? \d{{5,12}} (?!\w)
    | (?<!\w) [A-Z]{{1,2}} [\s{UNSEEN}-]{{1,2}} \d(?:[\s{UNSEEN}-]?\d){{4,11}} (?!\w)  # plates
    | (?<!\w) [A-Z]{{1,3}} [ -]? \d{{2,4}} [ -]? [A-Z]{{1,3}} (?!\w)              # plates of others
    | (?<!\w) [A-Z]{{1,3}}-[A-Z]{{1,2}} [ ]? \d{{1,4}} (?!\w)
    | (?<!\w) [a-z]{{1,2}} \d{{6,9}} (?!\w)
    """
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[‐-―/-]\s?(?:19|20)\d\d)+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+")


def find_numbers(text: str, this_year: int) -> Iterator[Span]:
    """Every number to be hidden."""
    digits = blank_legal_sources(ascii_digits(text))
    for code in _CODES.finditer(digits):
        yield Span(code.start(), code.end())
    named = {found.end() for found in _NAMED.finditer(digits)}
    for run in RUN.finditer(blank_harmless(digits, this_year)):
        for start, end in _lines(run):
            if _tells(digits[start:end], start in named):
                yield Span(start, end)


def ascii_digits(text: str) -> str:
    """The digits of every script as 0 to 9; nothing moves."""
    return (
        text
        if text.isascii()
        else re.sub(r"\d", lambda found: str(unicodedata.decimal(found[0])), text)
    )


def _lines(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """A run over a line break is one number only where it has the length of one."""
    count = sum(sign.isdigit() for sign in run[0])
    if "\n" not in run[0] or count in (8, 11, 12):
        yield run.span()
        return
    for line in re.finditer(r"[+(]{0,2}\d(?:[^\n]*\d)?", run[0]):
        yield run.start() + line.start(), run.start() + line.end()


def _tells(run: str, named: bool) -> bool:
    groups = re.findall(r"\d+", run)
    digits = "".join(groups)
    if named:
        return len(digits) >= 5
    if _YEARS.fullmatch(run):
        return False
    if _THOUSANDS.fullmatch(run) and len(digits) <= LEAST:
        return False
    if len(digits) >= LEAST or (run[0] == "+" and len(digits) > 4):
        return True
    return len(digits) == 6 and len(groups[0]) != 4 and _may_be_birth(digits)


def _may_be_birth(digits: str) -> bool:
    """Day and month of a date of birth, of a D-number (day + 40) or of a synthetic one."""
    day, month = int(digits[:2]), int(digits[2:4])
    return day % 40 in range(1, 32) and month % 40 in range(1, 13)
