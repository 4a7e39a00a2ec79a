# SPDX-License-Identifier: EUPL-1.2
"""RFC 9497 oblivious pseudo-random function, suite OPRF(ristretto255, SHA-512), key in two halves.

    client:   B = b * HashToGroup(x)            (Blind, section 3.3.1)
    holder i: Z_i = k_i * B                     (BlindEvaluate)
    client:   N = b^-1 * (Z_1 + Z_2)            (Finalize)
              F(x) = SHA-512(len x | x | len N | N | "Finalize")

With k = k_1 + k_2 this is bit for bit the function of the RFC under k, because
k_1 B + k_2 B = (k_1 + k_2) B. Neither holder alone can compute it for anything, and what they
see, B, is a uniformly random point whatever x is. Group arithmetic is libsodium's, through
`rbcl`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import rbcl

CONTEXT = b"OPRFV1-\x00-ristretto255-SHA512"
ORDER = 2**252 + 27742317777372353535851937790883648493  # RFC 9496, section 4
ELEMENT = 32
SCALAR = 32


def expand_message_xmd(message: bytes, dst: bytes, length: int) -> bytes:
    """RFC 9380, section 5.3.1, with SHA-512 and at most 64 bytes of output."""
    tail = dst + bytes([len(dst)])
    first = hashlib.sha512(
        bytes(128) + message + length.to_bytes(2, "big") + b"\x00" + tail
    ).digest()
    return hashlib.sha512(first + b"\x01" + tail).digest()[:length]


def hash_to_group(message: bytes) -> bytes:
    """RFC 9497, section 4.1: a ristretto255 element nobody knows the logarithm of."""
    uniform = expand_message_xmd(message, b"HashToGroup-" + CONTEXT, 64)
    return bytes(rbcl.crypto_core_ristretto255_from_hash(uniform))


def random_scalar() -> bytes:
    """A uniform non-zero scalar from the system's source of randomness."""
    return bytes(rbcl.crypto_core_ristretto255_scalar_random())


def scalar_from(uniform: bytes) -> bytes:
    """Reduce 64 uniform bytes to a scalar."""
    return bytes(rbcl.crypto_core_ristretto255_scalar_reduce(uniform))


def blind(message: bytes, blinding: bytes) -> bytes:
    """The blinded element for one input; `blinding` is a secret scalar used once."""
    return multiply(blinding, hash_to_group(message))


def multiply(scalar: bytes, element: bytes) -> bytes:
    """scalar * element.

    Raises:
        ValueError: the element is not a valid encoding, or the result is the identity.
    """
    try:
        return bytes(rbcl.crypto_scalarmult_ristretto255(scalar, element))
    except (RuntimeError, TypeError, ValueError) as error:
        raise ValueError("not an element of the group") from error


def add(left: bytes, right: bytes) -> bytes:
    """Sum of two elements."""
    return bytes(rbcl.crypto_core_ristretto255_add(left, right))


def finalize(message: bytes, unblinded: bytes) -> bytes:
    """RFC 9497, section 3.3.1: the 64-byte output for an input and its unblinded element."""
    return hashlib.sha512(
        len(message).to_bytes(2, "big") + message
        + len(unblinded).to_bytes(2, "big") + unblinded + b"Finalize"
    ).digest()  # fmt: skip


def inverses(scalars: Sequence[bytes]) -> list[bytes]:
    """All inverses with one modular inversion (Montgomery 1987, section 10.3.1)."""
    numbers = [int.from_bytes(scalar, "little") for scalar in scalars]
    products = [1]
    for number in numbers:
        products.append(products[-1] * number % ORDER)
    running = pow(products[-1], -1, ORDER)
    found = [b""] * len(numbers)
    for n in range(len(numbers) - 1, -1, -1):
        found[n] = (running * products[n] % ORDER).to_bytes(SCALAR, "little")
        running = running * numbers[n] % ORDER
    return found
