# SPDX-License-Identifier: EUPL-1.2
"""The file of keys: everything that must survive the database and must not lie beside its backups.

JSON, every key 32 bytes in URL-safe base64 without padding::

    {"mark": "demo" or "production",
     "keks": {"2026-11-23": key, …},   key-encryption keys by name, AES-256
     "kek": "2026-11-23",              the one that wraps new keys
     "index": key,                     master of the blind indexes, HKDF per field
     "anchor": key,                    Ed25519, signs the heads of the audit
     "backup": key}                    X25519 *public*; backups are encrypted to it

The private half of ``backup`` is written to a second file, so that a machine that makes backups
need not be able to read them.
"""

import base64
import json
import secrets
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from samvern.web.database.secret_file import write_secret_file

LENGTH = 32
OTHERS = 0o077


class KeyringError(ValueError):
    """The file of keys cannot be used; shown as one line, exit code 2."""

    exit_code = 2


@dataclass(frozen=True)
class Keyring:
    """The keys of one installation."""

    mark: str
    kek: str
    keks: dict[str, str] = field(repr=False)
    index: str = field(repr=False)
    anchor: str = field(repr=False)
    backup: str

    @classmethod
    def make(cls, mark: str, day: date) -> tuple[Self, X25519PrivateKey]:
        """New keys, and the private key that opens backups."""
        opener = X25519PrivateKey.generate()
        name, kek, index, anchor = day.isoformat(), *(secrets.token_bytes(LENGTH) for _ in "kia")
        public = opener.public_key().public_bytes_raw()
        made = cls(mark, name, {name: text(kek)}, text(index), text(anchor), text(public))
        return made, opener

    @classmethod
    def read(cls, path: Path | None) -> Self:
        """The keys in a file.

        Raises:
            KeyringError: no file is named, it is missing, open to others, or not a file of keys.
        """
        if path is None:
            raise KeyringError("SAMVERN_KEYS is not set; make the file with: samvern keys make")
        try:
            shared = path.stat().st_mode & OTHERS
            keyring = cls(**json.loads(path.read_text()))
            keys = [*keyring.keks.values(), keyring.index, keyring.anchor, keyring.backup]
            whole = all(len(octets(key)) == LENGTH for key in keys) and keyring.kek in keyring.keks
        except OSError as error:
            raise KeyringError(f"cannot read the keys in {path}: {error.strerror}") from error
        except (ValueError, TypeError, AttributeError):
            whole = False
        if not whole:
            raise KeyringError(f"{path} is not a file of keys; make one: samvern keys make")
        if shared and keyring.mark != "demo":
            raise KeyringError(f"{path} may be read by others; run: chmod 600 {path}")
        return keyring

    def write(self, path: Path) -> None:
        """Write the file, whole or not at all, for us alone to read."""
        write_secret_file(path, json.dumps(asdict(self), indent=1))

    def with_new_kek(self, day: date) -> Self:
        """The same with another key-encryption key for what is wrapped from now on."""
        name, number = day.isoformat(), 1
        while name in self.keks:
            number += 1
            name = f"{day.isoformat()}-{number}"
        return replace(self, kek=name, keks={**self.keks, name: text(secrets.token_bytes(LENGTH))})

    def with_new_anchor(self) -> Self:
        """The same with another key for signing."""
        return replace(self, anchor=text(secrets.token_bytes(LENGTH)))

    def signer(self) -> Ed25519PrivateKey:
        """The key that signs the heads of the audit."""
        return Ed25519PrivateKey.from_private_bytes(octets(self.anchor))

    def recipient(self) -> X25519PublicKey:
        """The key backups are encrypted to."""
        return X25519PublicKey.from_public_bytes(octets(self.backup))


def opener_file(path: Path) -> Path:
    """Where the key that opens backups is put when a file of keys is made."""
    return path.with_name(f"{path.name}.backup")


def text(key: bytes) -> str:
    """A key as it stands in the file."""
    return base64.urlsafe_b64encode(key).decode().rstrip("=")


def octets(key: str) -> bytes:
    """A key from the file.

    Raises:
        ValueError: it is not base64.
    """
    return base64.b64decode(key + "=" * (-len(key) % 4), altchars=b"-_", validate=True)
