# SPDX-License-Identifier: EUPL-1.2
"""What a backup says of itself, for anybody to read, signed by the installation that made it."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from samvern.web.exceptions import BackupError
from samvern.web.keyring import octets, text

NAME = "manifest.json"
FORMAT = 1
PIECE = 1 << 20


@dataclass(frozen=True)
class BackupPart:
    """A file of a backup."""

    name: str
    size: int
    """Octets of the sealed file."""
    sha256: str
    """Of the sealed file."""
    content: str
    """What is in it, in a sentence."""


@dataclass(frozen=True)
class Manifest:
    """When a backup was made, of what, and the hash of each file."""

    at: str
    """The moment of the snapshot: everything committed before it is in the backup."""
    samvern: str
    postgresql: str
    key: str
    """The public key of the signature (Ed25519)."""
    parts: tuple[BackupPart, ...]
    left_out: str = (
        "The file of keys is not here. Without it no text about a person can be read from this "
        "backup: keep a copy of it elsewhere, and never beside the backups."
    )
    format: int = FORMAT
    signature: str = field(default="", compare=False)

    def write(self, folder: Path, signer: Ed25519PrivateKey) -> None:
        """Sign and write it."""
        content = asdict(self)
        content["signature"] = text(signer.sign(_octets(content)))
        (folder / NAME).write_text(json.dumps(content, indent=1) + "\n")

    @classmethod
    def read(cls, folder: Path, *parts: str) -> Self:
        """The manifest of a backup, its signature and the files named checked; all when none is.

        Raises:
            BackupError: no backup, one of a later version, or one that was changed.
        """
        try:
            content: dict[str, Any] = json.loads((folder / NAME).read_text())
            if content["format"] != FORMAT:
                raise BackupError(f"{folder} is a backup of format {content['format']}, not known")
            _verify(content)
            described = tuple(BackupPart(**part) for part in content.pop("parts"))
            found = cls(**content, parts=described)
        except OSError as error:
            raise BackupError(f"{folder} is not a backup: {error.strerror}") from error
        except (ValueError, KeyError, TypeError):
            raise BackupError(f"{folder / NAME} is not a manifest") from None
        except InvalidSignature:
            raise BackupError(f"{folder / NAME} was changed: its signature is wrong") from None
        for part in found.parts:
            if not parts or part.name in parts:
                _check(folder / part.name, part)
        return found


def describe(path: Path, content: str) -> BackupPart:
    """A finished file as a part."""
    return BackupPart(path.name, path.stat().st_size, hash_file(path), content)


def hash_file(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _check(path: Path, part: BackupPart) -> None:
    if "/" in part.name or not path.is_file():
        raise BackupError(f"{part.name} is missing from the backup")
    if hash_file(path) != part.sha256:
        raise BackupError(f"{part.name} is not the file that was backed up: its hash is another")


def _verify(content: dict[str, Any]) -> None:
    signature = octets(content["signature"])
    key = Ed25519PublicKey.from_public_bytes(octets(content["key"]))
    key.verify(signature, _octets(content))


def _octets(content: dict[str, Any]) -> bytes:
    signed = {**content, "signature": ""}
    return json.dumps(signed, sort_keys=True, separators=(",", ":")).encode()
