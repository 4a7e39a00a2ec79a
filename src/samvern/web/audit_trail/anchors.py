# SPDX-License-Identifier: EUPL-1.2
"""Signed heads of the audit chains, one JSON line an hour, each holding the hash of the last.

A line is ``{"at", "heads": {chain: [number, hash]}, "key", "previous", "signature"}``, and where
the signing key changes also ``"next"``: the key of the lines that follow. The signature
(Ed25519) is over the line without it, keys sorted, no spaces. Anybody with the file and the
public key can check it without the database.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from psycopg import Connection

from samvern.web.keyring import octets, text

FIRST = "0" * 64
Head = tuple[int, str]


@dataclass(frozen=True)
class Anchor:
    """One signed line."""

    at: datetime
    heads: dict[UUID, Head]


def add_anchor(
    connection: Connection[Any],
    path: Path,
    signer: Ed25519PrivateKey,
    *,
    unless_after: datetime | None = None,
    next_key: Ed25519PublicKey | None = None,
) -> bool:
    """Sign the heads as they are and add them to the file of anchors; whether that was done.

    Args:
        connection: to the database, as the application.
        path: the file, outside the database.
        signer: the key due.
        unless_after: do nothing when the last line is later than this. One signed while the clock
            was ahead does not count: signing would stop until that day.
        next_key: the key that signs from now on, where it changes.

    Raises:
        AnchorError: its folder is not there. A folder made here would hide that the other machine's
            disk is not mounted.
        OSError: the file cannot be written.
    """
    if not path.parent.is_dir():
        raise AnchorError(f"there is no folder {path.parent}: is the disk of anchors mounted?")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        last, heads = _last_line(file), read_heads(connection)
        if last and unless_after and unless_after < _moment(last) <= datetime.now(UTC):
            return False
        file.write(_sign(_content(last, heads, signer, next_key), signer))
        file.flush()
        os.fsync(file.fileno())
    return True


def _content(
    last: str,
    heads: dict[UUID, Head],
    signer: Ed25519PrivateKey,
    next_key: Ed25519PublicKey | None,
) -> dict[str, Any]:
    more = {"next": text(next_key.public_bytes_raw())} if next_key else {}
    return {
        "at": datetime.now(UTC).isoformat(),
        "heads": {str(chain): list(head) for chain, head in heads.items()},
        "key": text(signer.public_key().public_bytes_raw()),
        "previous": _hash(last) if last else FIRST,
        **more,
    }


def read_heads(connection: Connection[Any]) -> dict[UUID, Head]:
    """The last number and hash of each chain, from the database."""
    query = "SELECT chain, number, encode(hash, 'hex') FROM audit.heads()"
    return {chain: (number, hash) for chain, number, hash in connection.execute(query)}


def read_anchors(path: Path, key: Ed25519PublicKey) -> Iterator[Anchor]:
    """The anchors of a file, in order, each checked.

    Raises:
        AnchorError: a line is not signed by the key due, does not follow from the one before, or
            the last is not signed by the key given.
    """
    due, previous, number = None, FIRST, 0
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        content = _read_line(line, number, due)
        if content["previous"] != previous:
            raise AnchorError(f"line {number} does not follow from the line before it")
        due, previous = content.get("next", content["key"]), _hash(line)
        heads = {UUID(chain): (int(n), str(h)) for chain, (n, h) in content["heads"].items()}
        yield Anchor(datetime.fromisoformat(content["at"]), heads)
    if number and due != text(key.public_bytes_raw()):
        raise AnchorError("the last line is not signed by the present key")


class AnchorError(ValueError):
    """The file of anchors is not what was signed; shown as one line, exit code 2."""

    exit_code = 2


def _read_line(line: str, number: int, due: str | None) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(line)
        signature = octets(content.pop("signature"))
        key = content["key"]
        Ed25519PublicKey.from_public_bytes(octets(key)).verify(signature, _octets(content))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidSignature):
        raise AnchorError(f"line {number} is not signed, or was changed") from None
    if due is not None and key != due:
        raise AnchorError(f"line {number} is signed by another key than the one due")
    return content


def _sign(content: dict[str, Any], signer: Ed25519PrivateKey) -> str:
    signed = {**content, "signature": text(signer.sign(_octets(content)))}
    return _octets(signed).decode() + "\n"


def _octets(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def _moment(line: str) -> datetime:
    return datetime.fromisoformat(json.loads(line)["at"])


def _hash(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def _last_line(file: TextIO) -> str:
    """The last whole line; what a power cut left of another is taken away."""
    whole, _, torn = file.read().rpartition("\n")
    if torn:
        os.ftruncate(file.fileno(), len(f"{whole}\n".encode()) if whole else 0)
    return whole.rpartition("\n")[2]
