# SPDX-License-Identifier: EUPL-1.2
"""The envelope a value lies in: opened with the subject's key, in the place it was sealed for.

AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; a key of one subject never comes near
the 2^32 values after which random nonces may meet. Field, subject, row and key version are
associated data, so a value moved to another row, field or person does not open. The layout is
``0x02 | nonce (12) | ciphertext | tag (16)``; the first byte is associated data too, and leaves
room for another cipher (ASVS 5.0, 11.2.2).

A value is padded before it is sealed: a choice of a few must not be readable from its length. The
padding is ``0x80`` and zeros (ISO/IEC 7816-4) to a multiple of 64 bytes; above 1024 bytes to the
steps of Padmé (Nikitin and others, "Reducing metadata leakage from encrypted files", PETS 2019),
at most 12 % more. Values sealed before version 0.2.0 begin with ``0x01`` and have no padding; they
open too.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

LAYOUT = 2
UNPADDED = 1
STEP = 64
KEY_BYTES = 32
_NONCE = 12
_TAG = 16
OVERHEAD = 1 + _NONCE + _TAG


class UnsealError(Exception):
    """Not sealed with this key for this place, or changed since."""


@dataclass(frozen=True, slots=True)
class SealedPlace:
    """Where a value belongs, and so the only place it opens in."""

    field: str
    subject: UUID
    row: UUID
    version: int

    def associated(self, layout: int) -> bytes:
        """The associated data of a value in this place.

        Raises:
            ValueError: a field name with a colon, with which two places could read the same.
        """
        if ":" in self.field:
            raise ValueError(f"{self.field!r} cannot name a field: it holds a colon")
        place = f"{self.field}:{self.subject}:{self.row}:{self.version}".encode()
        return place if layout == UNPADDED else bytes([layout]) + place


def new_key() -> bytes:
    """A random key for one subject."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, place: SealedPlace, value: bytes) -> bytes:
    """``value`` so that only ``key`` opens it, and only at ``place``."""
    nonce = secrets.token_bytes(_NONCE)
    sealed = AESGCM(key).encrypt(nonce, _padded(value), place.associated(LAYOUT))
    return bytes([LAYOUT]) + nonce + sealed


def unseal(key: bytes, place: SealedPlace, sealed: bytes) -> bytes:
    """What was sealed with ``key`` at ``place``.

    Raises:
        UnsealError: another key or place, a changed byte, or a layout not known here.
    """
    if len(sealed) < OVERHEAD or sealed[0] not in (LAYOUT, UNPADDED):
        raise UnsealError
    nonce, rest = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    try:
        value = AESGCM(key).decrypt(nonce, rest, place.associated(sealed[0]))
    except InvalidTag:
        raise UnsealError from None
    return value if sealed[0] == UNPADDED else value.rstrip(b"\0")[:-1]


def padded_length(size: int) -> int:
    """How long a value of ``size`` bytes is when it is padded."""
    magnitude = max(size, 1).bit_length() - 1
    step = max(STEP, 1 << magnitude >> magnitude.bit_length())
    return (size // step + 1) * step


def _padded(value: bytes) -> bytes:
    return (value + b"\x80").ljust(padded_length(len(value)), b"\0")
