# SPDX-License-Identifier: EUPL-1.2
"""One form of a name, a contact and a paper, however they were written."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.identity.claims.normalisation import normalise_contact, normalise_name, normalise_paper

WORDS = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzæøåéüñß'", min_size=1, max_size=10), min_size=1, max_size=5
)


@pytest.mark.parametrize(
    "spellings",
    [
        ["Bjørn Åge Ødegård", "ODEGARD, Bjoern Aage", "Ødegaard Bjørn-Åge", "bjorn  age  ødegard"],
        ["José María Núñez", "NUNEZ JOSE MARIA", "Jose\u0301 Mari\u0301a Nun\u0303ez"],
        ["Kjær", "Kjaer", "KJÆR"],
        ["O'Brien", "O’Brien", "OBRIEN"],
        ["Łukasz Straße", "Lukasz Strasse"],
        ["Ａｎｎａ", "Anna"],
        ["Đỗ Thị Hạnh", "Do Thi Hanh"],
        ["Мария", "Mariya"],
    ],
)
def test_spellings_of_one_name(spellings: list[str]) -> None:
    assert len({normalise_name(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Anna Berg", "Hanna Berg"), ("Ali Hassan", "Ali"), ("Ola", "Ole")]
)
def test_names_that_are_not_one(one: str, other: str) -> None:
    assert normalise_name(one) != normalise_name(other)


@given(WORDS, st.randoms())
def test_order_case_and_joining_do_not_matter(words: list[str], shuffler: random.Random) -> None:
    before = normalise_name(" ".join(words))
    shuffler.shuffle(words)
    assert normalise_name("-".join(words).upper()) == before


@given(st.text(max_size=60))
def test_any_text_gives_small_latin_and_gives_it_again(text: str) -> None:
    form = normalise_name(text)
    assert set(form) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert form == form.strip()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("22 00 00 00", "+4722000000"),
        ("+47 22000000", "+4722000000"),
        ("0047 22-00-00-00", "+4722000000"),
        ("٢٢ ٠٠ ٠٠ ٠٠", "+4722000000"),
        (" Some.One@Example.ORG ", "some.one@example.org"),
        ("+40 21 000 0000", "+40210000000"),
        ("no number", ""),
    ],
)
def test_contacts(text: str, form: str) -> None:
    assert normalise_contact(text) == form


def test_papers() -> None:
    assert normalise_paper(" ab-12 34/5 ") == "AB12345"
