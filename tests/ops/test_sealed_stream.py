# SPDX-License-Identifier: EUPL-1.2
"""Files of a backup: they come back as they were, or not at all."""

import io

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from samvern.web.backup import BackupError
from samvern.web.backup.stream import HEADER, MAGIC, PIECE, TAG, SealingWriter, unsealed

OPENER = X25519PrivateKey.generate()
AROUND_A_PIECE = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7]
START = len(MAGIC) + HEADER


def seal(content: bytes, name: str = "a") -> bytes:
    out = io.BytesIO()
    writer = SealingWriter(out, name, OPENER.public_key())
    for place in range(0, len(content), 700_001):
        writer.write(content[place : place + 700_001])
    writer.close()
    return out.getvalue()


def unseal(sealed: bytes, name: str = "a", opener: X25519PrivateKey = OPENER) -> bytes:
    return b"".join(unsealed(io.BytesIO(sealed), name, opener))


SHORT = seal(b"what is written about people")
LONG = seal(bytes(2 * PIECE + 5))


@pytest.mark.parametrize("size", AROUND_A_PIECE)
def test_it_comes_back_as_it_was(size: int) -> None:
    content = bytes(index % 251 for index in range(size))
    assert unseal(seal(content)) == content


@given(st.integers(0, len(SHORT) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed(place: int, change: int) -> None:
    changed = bytearray(SHORT)
    changed[place] ^= change
    with pytest.raises(BackupError):
        unseal(bytes(changed))


@given(st.integers(0, len(SHORT) - 1))
def test_no_end_can_be_cut_off(kept: int) -> None:
    with pytest.raises(BackupError):
        unseal(SHORT[:kept])


@pytest.mark.parametrize("pieces", [1, 2])
def test_no_whole_piece_can_be_cut_off(pieces: int) -> None:
    with pytest.raises(BackupError, match=f"cut off in megabyte {pieces}"):
        unseal(LONG[: START + pieces * (PIECE + TAG)])


def test_pieces_cannot_change_places() -> None:
    size = PIECE + TAG
    first, second = LONG[START : START + size], LONG[START + size : START + 2 * size]
    with pytest.raises(BackupError, match="megabyte 1"):
        unseal(LONG[:START] + second + first + LONG[START + 2 * size :])


def test_one_file_cannot_stand_in_for_another() -> None:
    with pytest.raises(BackupError, match="another backup key, or was changed"):
        unseal(SHORT, name="b")


def test_another_key_opens_nothing() -> None:
    with pytest.raises(BackupError, match="another backup key"):
        unseal(SHORT, opener=X25519PrivateKey.generate())


def test_the_same_content_is_never_sealed_alike() -> None:
    assert len({seal(b"same") for _ in range(20)}) == 20
