# SPDX-License-Identifier: EUPL-1.2
"""Files sealed to a public key, written and read as a stream.

A fresh file key is sealed to the backup key by HPKE (RFC 9180, base mode: DHKEM(X25519),
HKDF-SHA256, AES-256-GCM). The content follows in pieces of one megabyte under AES-256-GCM. The
nonce of a piece is its number and whether it is the last (STREAM, Hoang and others 2015), so
pieces can be neither left out, moved nor cut off at the end. The name of the file is associated
data: one file of a backup cannot stand in for another.
"""

import secrets
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from samvern.web.exceptions import BackupError

MAGIC = b"samvern1"
PIECE = 1 << 20
TAG = 16
KEY = 32
SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
HEADER = 32 + KEY + TAG  # encapsulated key, sealed file key


class SealingWriter:
    """Seals what is written to it into another file; ``close`` writes the last piece."""

    def __init__(self, file: BinaryIO, name: str, recipient: X25519PublicKey) -> None:
        key = secrets.token_bytes(KEY)
        self._file, self._name, self._cipher = file, name.encode(), AESGCM(key)
        self._number, self._rest = 0, bytearray()
        self.size = 0
        file.write(MAGIC + SUITE.encrypt(key, recipient, info=self._name))

    def write(self, content: bytes) -> int:
        """Take some more content."""
        self._rest += content
        self.size += len(content)
        while len(self._rest) > PIECE:  # a full piece waits: it may be the last
            self._put(bytes(self._rest[:PIECE]), last=False)
            del self._rest[:PIECE]
        return len(content)

    def close(self) -> None:
        """Write the last piece, however short."""
        self._put(bytes(self._rest), last=True)
        self._rest.clear()

    def _put(self, piece: bytes, *, last: bool) -> None:
        nonce = _nonce(self._number, last=last)
        self._file.write(self._cipher.encrypt(nonce, piece, self._name))
        self._number += 1


def unsealed(file: BinaryIO, name: str, opener: X25519PrivateKey) -> Iterator[bytes]:
    """The pieces of a sealed file, each only once it is known to be genuine.

    Raises:
        BackupError: sealed to another key, changed, cut off, or another file.
    """
    try:
        if file.read(len(MAGIC)) != MAGIC:
            raise BackupError(f"{name} is not a sealed file")
        key = SUITE.decrypt(file.read(HEADER), opener, info=name.encode())
    except (InvalidTag, ValueError):
        raise BackupError(f"{name} is sealed to another backup key, or was changed") from None
    cipher, number, piece = AESGCM(key), 0, file.read(PIECE + TAG)
    while True:
        following = file.read(PIECE + TAG)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), piece, name.encode())
        except (InvalidTag, ValueError):
            raise BackupError(f"{name} was changed or cut off in megabyte {number + 1}") from None
        if not following:
            return
        number, piece = number + 1, following


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
