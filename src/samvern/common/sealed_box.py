# SPDX-License-Identifier: EUPL-1.2
"""A value under a key, good only for what it is bound to: the one place where values are sealed.

AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; no key comes near the 2^32 values after
which random nonces may meet. The layout is ``0x02 | nonce (12) | ciphertext | tag (16)``; the first
byte is associated data too, and leaves room for another cipher (ASVS 5.0, 11.2.2).

A value is padded before it is sealed: a choice of a few must not be readable from its length. The
padding is ``0x80`` and zeros (ISO/IEC 7816-4) to a multiple of 64 bytes; above 1024 bytes to the
steps of Padmé (Nikitin and others, "Reducing metadata leakage from encrypted files", PETS 2019),
at most 12 % more. Values sealed earlier begin with ``0x01`` and have no padding; they open too.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

LAYOUT = 2
UNPADDED = 1
STEP = 64
_NONCE = 12
_TAG = 16
OVERHEAD = 1 + _NONCE + _TAG


class UnsealError(ValueError):
    """Not sealed with this key for this use, or changed since."""


def seal(key: bytes, value: bytes, bound_to: bytes) -> bytes:
    """``value`` so that only ``key`` opens it, and only together with ``bound_to``."""
    nonce = secrets.token_bytes(_NONCE)
    sealed = AESGCM(key).encrypt(nonce, _padded(value), bytes([LAYOUT]) + bound_to)
    return bytes([LAYOUT]) + nonce + sealed


def unseal(key: bytes, sealed: bytes, bound_to: bytes, *, bound_unpadded: bytes = b"") -> bytes:
    """What was sealed with ``key``.

    Args:
        bound_unpadded: the associated data of an unpadded value, where it was another.

    Raises:
        UnsealError: another key, bound to something else, a changed byte, or an unknown layout.
    """
    if len(sealed) < OVERHEAD or sealed[0] not in (LAYOUT, UNPADDED):
        raise UnsealError
    padded = sealed[0] == LAYOUT
    associated = sealed[:1] + bound_to if padded else bound_unpadded or sealed[:1] + bound_to
    try:
        value = AESGCM(key).decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], associated)
    except InvalidTag:
        raise UnsealError from None
    return value.rstrip(b"\0")[:-1] if padded else value


def padded_length(size: int) -> int:
    """How long a value of ``size`` bytes is when it is padded."""
    magnitude = max(size, 1).bit_length() - 1
    step = max(STEP, 1 << magnitude >> magnitude.bit_length())
    return (size // step + 1) * step


def _padded(value: bytes) -> bytes:
    return (value + b"\x80").ljust(padded_length(len(value)), b"\0")
