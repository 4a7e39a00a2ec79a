# SPDX-License-Identifier: EUPL-1.2
"""What points to somebody is found, whatever stands around it; plain questions pass unmarked."""

import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.helpline.anonymity.domain import (
    COUNTIES,
    KNOWN,
    IdentifierKind,
    find_identifiers,
    find_numbers,
    redact,
)
from samvern.identity.numbers import check_digits

FOUND = {
    "Ring 401 23 456 i kveld": IdentifierKind.PHONE,
    "Hun har +47 40123456": IdentifierKind.PHONE,
    "skriv til noen.her@eksempel.example": IdentifierKind.MAIL,
    "Hun heter Xanthippe": IdentifierKind.NAME,
    "Vi møtte Ola-Kari i går": IdentifierKind.NAME,
    "Hun bor i Langtvekkeby": IdentifierKind.PLACE,
    "Hun bor i Eksempelgata 4": IdentifierKind.ADDRESS,
    "på Lille vei 12 B": IdentifierKind.ADDRESS,
    "født 17.05.1998": IdentifierKind.DATE,
    "født 17. mai 1998": IdentifierKind.DATE,
    "saken 2024/123456": IdentifierKind.DIGITS,
    "hun er @sommerfugl22": IdentifierKind.WEB,
}
PLAIN = (
    "Kan en kvinne på rundt 20 få refleksjonsperiode etter avslag fra UDI?",
    "Har Nav plikt til å hjelpe? Barnevernet sier nei.",
    "Ein gut på 16 år i Rogaland vil ikkje snakke med politiet. Kva gjer vi?",
    "Gjelder § 8-3 i utlendingsforskriften, og hvor lenge: 6 måneder?",
    "Hun kom til Norge i fjor. Etter straffeloven § 257 er dette menneskehandel.",
)
NAMES = st.text(string.ascii_lowercase + "æøå", min_size=3, max_size=12).map(str.capitalize)
WORDS = st.lists(st.text(string.ascii_lowercase + "æøå", min_size=1, max_size=9), min_size=1)


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found(text: str) -> None:
    assert FOUND[text] in {mark.sign for mark in find_identifiers(text)}


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_question_is_not_marked(text: str) -> None:
    assert [text[mark.start : mark.end] for mark in find_identifiers(text)] == []


@given(WORDS, st.integers(0, 10**9 - 1))
def test_a_number_that_checks_is_found_wherever_it_stands(words: list[str], drawn: int) -> None:
    nine = f"{drawn:09}"
    if not (rest := check_digits(nine)):
        return
    number = f"{nine[:6]} {nine[6:]}{rest}"
    text = f"{' '.join(words)} {number} {' '.join(words)}"
    assert any(number in text[mark.start : mark.end] for mark in find_numbers(text))


@given(WORDS, NAMES, WORDS)
def test_a_capital_inside_a_sentence_is_marked_or_known(
    before: list[str], name: str, after: list[str]
) -> None:
    text = f"{' '.join(before)} {name} {' '.join(after)}"
    plain = name.casefold()
    known = {plain, plain.removesuffix("s")} & (COUNTIES | KNOWN)
    assert known or any(name in text[mark.start : mark.end] for mark in find_identifiers(text))


@given(st.text(max_size=300))
def test_marks_are_in_order_and_apart_whatever_is_written(text: str) -> None:
    found = find_identifiers(text)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in found)


@given(st.text(max_size=300))
def test_what_is_taken_out_is_gone(text: str) -> None:
    assert find_numbers(redact(text, find_numbers(text), "")) == [] or len(find_numbers(text)) > 1
    assert len(redact(text, [])) == len(text)
