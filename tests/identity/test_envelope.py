# SPDX-License-Identifier: EUPL-1.2
"""A sealed value opens with its subject's key in its own place, and nowhere else."""

from dataclasses import replace
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from identity.making import seal_unpadded
from samvern.common import sealed_box
from samvern.common.sealed_box import LAYOUT, OVERHEAD, STEP, UnsealError, padded_length
from samvern.identity.claims.forms import SEXES
from samvern.identity.envelope import SealedPlace, new_key, seal, unseal
from samvern.identity.secret_links import (
    ANSWER,
    POINT,
    _agreed,
    new_answer_box,
    seal_answer,
    unseal_answer,
)
from samvern.referrals.external.cross_border.countries import countries

KEY = new_key()
PLACES = st.builds(
    SealedPlace,
    field=st.text("abcdefghij_.", min_size=1, max_size=20),
    subject=st.uuids(),
    row=st.uuids(),
    version=st.integers(1, 9),
)
PLACE = SealedPlace("claim.value", UUID(int=1), UUID(int=2), 1)


@given(PLACES, st.binary(max_size=500))
def test_what_was_sealed_comes_back(place: SealedPlace, value: bytes) -> None:
    sealed = seal(KEY, place, value)
    assert unseal(KEY, place, sealed) == value
    assert (sealed[0], len(sealed)) == (LAYOUT, padded_length(len(value)) + OVERHEAD)


@given(PLACES, PLACES)
def test_a_value_opens_in_its_own_place_alone(place: SealedPlace, other: SealedPlace) -> None:
    moved = [
        replace(place, field=other.field + "x"),
        replace(place, subject=UUID(int=place.subject.int ^ 1)),
        replace(place, row=UUID(int=place.row.int ^ 1)),
        replace(place, version=place.version + 1),
    ]
    for elsewhere in moved:
        if elsewhere != place:
            with pytest.raises(UnsealError):
                unseal(KEY, elsewhere, seal(KEY, place, b"value"))


@given(st.data())
def test_no_changed_bit_is_accepted(data: st.DataObject) -> None:
    sealed = bytearray(seal(KEY, PLACE, b"a value"))
    at = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[at // 8] ^= 1 << at % 8
    with pytest.raises(UnsealError):
        unseal(KEY, PLACE, bytes(sealed))


@given(st.binary(max_size=60))
def test_anything_else_is_unreadable(sealed: bytes) -> None:
    with pytest.raises(UnsealError):
        unseal(KEY, PLACE, sealed)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(UnsealError):
        unseal(new_key(), PLACE, seal(KEY, PLACE, b"value"))


def test_the_same_value_never_looks_the_same() -> None:
    assert len({seal(KEY, PLACE, b"value") for _ in range(1000)}) == 1000


def test_a_field_cannot_pass_for_another_place() -> None:
    with pytest.raises(ValueError, match="colon"):
        seal(KEY, replace(PLACE, field="a:b"), b"value")


@given(st.binary(max_size=STEP - 1), st.binary(max_size=STEP - 1))
def test_short_values_are_all_as_long(one: bytes, other: bytes) -> None:
    assert len(seal(KEY, PLACE, one)) == len(seal(KEY, PLACE, other)) == STEP + OVERHEAD


@given(st.integers(0, 2**26))
def test_padding_adds_little_and_leaves_few_lengths(size: int) -> None:
    padded = padded_length(size)
    assert size < padded <= max(size + STEP, size * 1.12)
    assert padded % STEP == 0
    assert padded_length(padded - 1) == padded
    assert padded_length(padded) > padded


def test_a_million_lengths_become_few() -> None:
    assert len({padded_length(size) for size in range(1, 1_000_000)}) == 238


@given(st.binary(max_size=300))
def test_a_value_sealed_before_there_was_padding_opens(value: bytes) -> None:
    assert unseal(KEY, PLACE, seal_unpadded(KEY, PLACE, value)) == value


def test_a_padded_value_does_not_pass_for_one_without_padding() -> None:
    sealed = seal(KEY, PLACE, b"value")
    with pytest.raises(UnsealError):
        unseal(KEY, PLACE, b"\x01" + sealed[1:])


def test_every_choice_of_who_somebody_is_has_one_length() -> None:
    choices = [value for value, _ in SEXES] + [code for code, _ in countries()]
    choices += [name for _, name in countries()] + ["1990", "1990-02", "1990-02-03"]
    assert {len(seal(KEY, PLACE, each.encode())) for each in choices} == {STEP + OVERHEAD}


@given(st.binary(max_size=300), st.binary(max_size=40))
def test_what_an_earlier_release_sealed_for_a_purpose_opens(value: bytes, use: bytes) -> None:
    """It had no padding, and the first byte among what it was bound to."""
    old = b"\x01" + bytes(12) + AESGCM(KEY).encrypt(bytes(12), value, b"\x01" + use)
    assert sealed_box.unseal(KEY, old, use) == value


@given(st.text(max_size=STEP // 4 - 1), st.text(max_size=STEP // 4 - 1))
def test_an_answer_does_not_tell_its_length(one: str, other: str) -> None:
    private, public = new_answer_box()
    sealed = [seal_answer(public, words) for words in (one, other)]
    assert [len(each) for each in sealed] == [POINT + STEP + OVERHEAD] * 2
    assert [unseal_answer(private, each) for each in sealed] == [one, other]


@given(st.text(max_size=100))
def test_an_answer_from_before_answers_were_padded_opens(words: str) -> None:
    private, public = new_answer_box()
    own = X25519PrivateKey.generate()
    point = own.public_key().public_bytes_raw()
    key = _agreed(own, public, point + public)
    old = point + AESGCM(key).encrypt(bytes(12), words.encode(), ANSWER)
    assert unseal_answer(private, old) == words
