# SPDX-License-Identifier: EUPL-1.2
"""The files of documents: sealed under a random name, in pieces, outside the database.

A file is a line of four big-endian bytes with the length of each sealed piece, and the piece. Each
piece is sealed for its place among all pieces, so none can be moved, left out or cut off.
"""

import os
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid5

from django.conf import settings

from samvern.identity.sealing import seal_bytes, unseal_bytes

PIECE = 1 << 20
"""Bytes of a piece; one is sealed and opened in about a millisecond."""
FIELD = "document.content"
LENGTH = struct.Struct(">I")


class FileMissing(Exception):
    """The file is not there, or is not what was written."""


def file_path(id: UUID) -> Path:
    """Where the file of a document lies; no folder holds more than a few thousand."""
    return Path(settings.DOCUMENTS_ROOT) / id.hex[:2] / id.hex


def write_file(id: UUID, content: bytes) -> None:
    """Seal and write the file of a document; it is on the disk when this returns.

    Raises:
        OSError: it cannot be written.
    """
    path = file_path(id)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = max(1, -(-len(content) // PIECE))
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        for place in range(number):
            piece = content[place * PIECE : (place + 1) * PIECE]
            sealed = seal_bytes(id, FIELD, _place(id, place, number), piece)
            file.write(LENGTH.pack(len(sealed)) + sealed)
        file.flush()
        os.fsync(file.fileno())


def read_file(id: UUID) -> bytes:
    """What is in the file of a document.

    Raises:
        FileMissing: there is no whole file.
        UnsealError: it is not the one that was written.
    """
    try:
        pieces = list(_pieces(file_path(id).read_bytes()))
    except (FileNotFoundError, struct.error) as error:
        raise FileMissing(str(id)) from error
    number = len(pieces)
    return b"".join(
        unseal_bytes(id, FIELD, _place(id, place, number), piece)
        for place, piece in enumerate(pieces)
    )


def remove_file(id: UUID) -> None:
    """Remove the file of a document, if it is there."""
    file_path(id).unlink(missing_ok=True)


def list_stored_ids(*, older_than: float = 0.0) -> Iterator[UUID]:
    """The documents there are files of, written more than so many seconds ago."""
    for path in Path(settings.DOCUMENTS_ROOT).glob("??/*"):
        try:
            if time.time() - path.stat().st_mtime >= older_than:
                yield UUID(path.name)
        except ValueError:
            continue  # not ours to judge


def _place(id: UUID, place: int, number: int) -> UUID:
    return uuid5(id, f"{place}/{number}")


def _pieces(content: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(content):
        (length,) = LENGTH.unpack_from(content, at)
        at += LENGTH.size
        if at + length > len(content):
            raise struct.error("cut off")
        yield content[at : at + length]
        at += length
