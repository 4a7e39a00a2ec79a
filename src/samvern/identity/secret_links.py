# SPDX-License-Identifier: EUPL-1.2
"""What goes to somebody without an account: opened by a link and a code together, by neither alone.

The key follows from the link's secret (130 random bits) and a short code that is read out on the
telephone. The code alone could be tried out by whoever has both link and database, so each try is
made slow: scrypt (RFC 7914) with N = 2^15, r = 8: some 80 ms and 32 MB, and 30^8 codes.

An answer goes the other way, sealed to a public key whose private half lies in the case (X25519,
RFC 7748; HKDF-SHA256, RFC 5869; AES-256-GCM).
"""

import hashlib
import secrets
from contextlib import suppress
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from samvern.common import sealed_box
from samvern.common.sealed_box import UnsealError as UnsealError

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0 O, 1 I L, U: read out on the telephone, they mix."""
SECRET_LENGTH, CODE_LENGTH, HALF = 27, 8, 4
COST, BLOCK, MEMORY = 2**15, 8, 64 * 1024 * 1024
POINT = 32
ABOUT, ANSWER = b"samvern link 1", b"samvern link answer 1"


class LinkLocked(NamedTuple):
    """What is known of a link without its secret: a name to find it by, and a proof of the code."""

    name: bytes
    proof: bytes


class Opener(NamedTuple):
    """What link and code make together."""

    locked: LinkLocked
    key: bytes

    def seal(self, content: bytes) -> bytes:
        """The content, good for this link alone."""
        return sealed_box.seal(self.key, content, ABOUT + self.locked.name)

    def unseal(self, sealed: bytes) -> bytes:
        """The content.

        Raises:
            UnsealError: it was sealed for another link or code, or changed.
        """
        return sealed_box.unseal(self.key, sealed, ABOUT + self.locked.name)


def new_secret() -> str:
    """The secret part of a link: 27 letters, some 132 bits."""
    return "".join(secrets.choice(LETTERS) for _each in range(SECRET_LENGTH))


def new_code() -> str:
    """A code to read out: two groups of four letters, some 39 bits."""
    drawn = "".join(secrets.choice(LETTERS) for _each in range(CODE_LENGTH))
    return f"{drawn[:HALF]}-{drawn[HALF:]}"


def normalise_typed_code(text: str) -> str:
    """A secret or code as it was given, however it was typed."""
    return "".join(sign for sign in text.upper() if sign in LETTERS)


def link_hash(secret: str) -> bytes:
    """What a link is found by; the secret does not follow from it."""
    return hashlib.sha256(b"samvern link name" + normalise_typed_code(secret).encode()).digest()


def find_opener(secret: str, code: str) -> Opener:
    """What a secret and a code make together. Slow on purpose."""
    salt = hashlib.sha256(b"samvern link salt" + normalise_typed_code(secret).encode()).digest()
    made = hashlib.scrypt(
        normalise_typed_code(code).encode(),
        salt=salt,
        n=COST,
        r=BLOCK,
        p=1,
        maxmem=MEMORY,
        dklen=64,
    )
    proof = hashlib.sha256(b"samvern link proof" + made[32:]).digest()
    return Opener(LinkLocked(link_hash(secret), proof), made[:32])


def new_answer_box() -> tuple[bytes, bytes]:
    """A private key to keep sealed in the case, and the public one that answers are sealed to."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def seal_answer(public: bytes, words: str) -> bytes:
    """Words only the private key opens; whoever sealed them cannot open them again."""
    own = X25519PrivateKey.generate()
    point = own.public_key().public_bytes_raw()
    key = _agreed(own, public, point + public)
    return point + sealed_box.seal(key, words.encode(), ANSWER)


def unseal_answer(private: bytes, sealed: bytes) -> str:
    """The words of an answer.

    Raises:
        UnsealError: they were sealed to another key, or changed.
    """
    own, point = X25519PrivateKey.from_private_bytes(private), sealed[:POINT]
    try:
        key = _agreed(own, point, point + own.public_key().public_bytes_raw())
        return _open_answer(key, sealed[POINT:]).decode()
    except ValueError:
        raise UnsealError("sealed to another key, or changed") from None


def _open_answer(key: bytes, sealed: bytes) -> bytes:
    """An answer, also one from before answers were padded: the key was used once, so no nonce."""
    try:
        return sealed_box.unseal(key, sealed, ANSWER)
    except UnsealError:
        with suppress(InvalidTag):
            return AESGCM(key).decrypt(bytes(12), sealed, ANSWER)
        raise


def _agreed(own: X25519PrivateKey, other: bytes, bound_to: bytes) -> bytes:
    """A key for one message alone, so that its nonce can be zero."""
    shared = own.exchange(X25519PublicKey.from_public_bytes(other))
    return HKDF(SHA256(), POINT, salt=bound_to, info=ANSWER).derive(shared)
