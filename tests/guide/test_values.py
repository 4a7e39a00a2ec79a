# SPDX-License-Identifier: EUPL-1.2
"""Answers as bytes: nothing lost, always the same length, small enough for a cookie."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.values import LARGEST_NUMBER, UNKNOWN, AnswerField, decode, encode, fingerprint

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
NUMBERS = st.integers(0, LARGEST_NUMBER)


def value_of(field: AnswerField) -> st.SearchStrategy[Any]:
    """Any answer a form can give."""
    some = st.lists(st.sampled_from(field.options or ("",)), unique=True).map(
        lambda found: [option for option in field.options if option in found]
    )
    known: dict[str, st.SearchStrategy[Any]] = {
        "yes_no": st.booleans(),
        "choice": st.sampled_from(field.options or ("",)),
        "set": some | some.map(lambda found: {"only": found}),
        "number": NUMBERS | st.tuples(NUMBERS, NUMBERS).map(span),
        "date": DAYS | st.tuples(DAYS, DAYS).map(span),
    }
    return st.just(UNKNOWN) | known[field.kind]


def span(ends: tuple[Any, Any]) -> dict[str, Any]:
    return {"min": min(ends), "max": max(ends)}


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Any]:
    chosen = draw(st.lists(st.sampled_from(loaded_pack().fields), unique=True, max_size=40))
    return {field.id: draw(value_of(field)) for field in chosen}


@given(answers())
def test_every_answer_comes_back(given_answers: dict[str, Any]) -> None:
    fields = loaded_pack().fields
    found = decode(encode(given_answers, fields), fields)
    assert found == given_answers


@given(answers())
def test_the_length_is_always_the_same(given_answers: dict[str, Any]) -> None:
    fields = loaded_pack().fields
    assert len(encode(given_answers, fields)) == len(encode({}, fields))


@pytest.mark.parametrize("number", [-1, LARGEST_NUMBER + 1])
def test_a_number_without_room_is_refused(number: int) -> None:
    with pytest.raises(OverflowError):
        encode({"n": number}, [AnswerField("n", "number")])


def test_bytes_of_other_fields_are_refused() -> None:
    with pytest.raises(EOFError):
        decode(b"\x01", [AnswerField("a", "number")])
    with pytest.raises(ValueError, match="c"):
        decode(b"\x07", [AnswerField("c", "choice", ("x", "y", "z", "v", "w"))])


def test_the_fingerprint_follows_places_and_nothing_else() -> None:
    fields = [AnswerField("a", "set", ("x", "y")), AnswerField("b", "yes_no")]
    assert fingerprint(fields) == fingerprint(list(fields))
    assert fingerprint(fields) != fingerprint(fields[::-1])
    assert fingerprint(fields) != fingerprint([AnswerField("a", "set", ("y", "x")), fields[1]])
