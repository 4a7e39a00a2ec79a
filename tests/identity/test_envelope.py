# SPDX-License-Identifier: EUPL-1.2
"""A sealed value opens with its subject's key in its own place, and nowhere else."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.identity.envelope import OVERHEAD, SealedPlace, UnsealError, new_key, seal, unseal

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
    assert (sealed[0], len(sealed)) == (1, len(value) + OVERHEAD)


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
