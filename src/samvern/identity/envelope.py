# SPDX-License-Identifier: EUPL-1.2
"""The envelope a value lies in: opened with the subject's key, in the place it was sealed for.

AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; a key of one subject never comes near
the 2^32 values after which random nonces may meet. Field, subject, row and key version are
associated data, so a value moved to another row, field or person does not open. The layout is
``0x01 | nonce (12) | ciphertext | tag (16)``: 29 bytes more than the value, and the first byte
leaves room for another cipher (ASVS 5.0, 11.2.2).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

LAYOUT = 1
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

    def associated(self) -> bytes:
        """The associated data.

        Raises:
            ValueError: a field name with a colon, with which two places could read the same.
        """
        if ":" in self.field:
            raise ValueError(f"{self.field!r} cannot name a field: it holds a colon")
        return f"{self.field}:{self.subject}:{self.row}:{self.version}".encode()


def new_key() -> bytes:
    """A random key for one subject."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, place: SealedPlace, value: bytes) -> bytes:
    """``value`` so that only ``key`` opens it, and only at ``place``."""
    nonce = secrets.token_bytes(_NONCE)
    return bytes([LAYOUT]) + nonce + AESGCM(key).encrypt(nonce, value, place.associated())


def unseal(key: bytes, place: SealedPlace, sealed: bytes) -> bytes:
    """What was sealed with ``key`` at ``place``.

    Raises:
        Unreadable: another key or place, a changed byte, or a layout not known here.
    """
    if len(sealed) < OVERHEAD or sealed[0] != LAYOUT:
        raise UnsealError
    nonce, rest = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    try:
        return AESGCM(key).decrypt(nonce, rest, place.associated())
    except InvalidTag:
        raise UnsealError from None
