# SPDX-License-Identifier: EUPL-1.2
"""What may stand in a claim of each kind, and what it can be found by."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from samvern.identity import blind_indexes, numbers
from samvern.identity.claims import normalisation
from samvern.identity.models import Claim
from samvern.law.births import birth_problem

Kind = Claim.Kind
SEXES = ("female", "male", "other")
_PARTIAL_DAY = re.compile(r"(?:18|19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_NAMES = frozenset({Kind.NAME, Kind.ALIAS})


class ValueProblem(ValueError):
    """A value that cannot stand in a claim of its kind; ``code`` says why, for the form's words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A living claim with its value opened."""

    claim: Claim
    value: str


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """Something to find by: a field of ``blind.FIELDS`` and a normalised value."""

    field: str
    text: str


def clean_value(kind: str, text: str, *, synthetic_allowed: bool, on: date) -> str:
    """The value as it is kept: a number as its digits, a date as far as it is known.

    A paper has two lines, what it is and its number; it is found by the number.

    Raises:
        ValueProblem: it cannot be one; the code is ``number_…``, ``date``, ``birth_…``, ``sex`` or
            ``empty``.
    """
    text = text.strip()
    if not text:
        raise ValueProblem("empty")
    if kind == Kind.NUMBER:
        try:
            number = numbers.parse_number(text, synthetic_allowed=synthetic_allowed, on=on)
        except numbers.NumberError as error:
            raise ValueProblem(f"number_{error.problem}") from None
        if number.born and birth_problem((number.born.toordinal(),) * 2, on):
            raise ValueProblem("number_old")
        return number.normalised
    if kind == Kind.BIRTH_DATE:
        check_birth_date(text, on)
    if kind == Kind.SEX and text not in SEXES:
        raise ValueProblem("sex")
    return text


def check_birth_date(text: str, on: date) -> None:
    """Refuse what is no day of birth, whole or in part. Raises ValueProblem."""
    days = _days(text)
    if days is None:
        raise ValueProblem("date")
    if problem := birth_problem(days, on):
        raise ValueProblem(f"birth_{problem}")


def search_terms(kind: str, value: str) -> Iterator[SearchTerm]:
    """What a single claim can be found by; nothing for kinds with few values."""
    if kind == Kind.NUMBER:
        yield SearchTerm(blind_indexes.NUMBER, value)
    elif kind == Kind.CONTACT and (text := normalisation.normalise_contact(value)):
        yield SearchTerm(blind_indexes.CONTACT, text)
    elif kind == Kind.PAPER and (text := normalisation.normalise_paper(value.rpartition("\n")[2])):
        yield SearchTerm(blind_indexes.PAPER, text)


def name_and_birth(name: str, born: str) -> SearchTerm | None:
    """A name with a year of birth; the year alone, as day and month are so often made up."""
    text = normalisation.normalise_name(name)
    return SearchTerm(blind_indexes.NAME_AND_BIRTH, f"{text}|{born[:4]}") if text and born else None


def paired_terms(
    kind: str, value: str, others: Iterable[KnownClaim]
) -> Iterator[tuple[SearchTerm, KnownClaim]]:
    """What a new claim can be found by together with an older one: each name with each birth."""
    for other in others:
        older = other.claim.kind
        if kind in _NAMES and older == Kind.BIRTH_DATE:
            term = name_and_birth(value, other.value)
        elif kind == Kind.BIRTH_DATE and older in _NAMES:
            term = name_and_birth(other.value, value)
        else:
            continue
        if term is not None:
            yield term, other


def _days(text: str) -> tuple[int, int] | None:
    """The first and the last day that a date known in part may be; None for no day at all."""
    if not _PARTIAL_DAY.fullmatch(text):
        return None
    year, month, day = [*(int(part) for part in text.split("-")), 0, 0][:3]
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()
