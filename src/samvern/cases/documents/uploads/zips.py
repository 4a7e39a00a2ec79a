# SPDX-License-Identifier: EUPL-1.2
"""ZIP archives, as office documents are: unpacked on trial, within limits, and thrown away.

What the directory says of sizes is not believed; overlapping entries (Fifield, "A better zip
bomb", WOOT 2019) are refused before anything is unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected

MOST_ENTRIES = 10_000
MOST_UNPACKED = 400 * 2**20
HIGHEST_RATIO = 200
RATIO_FROM = 8 * 2**20
"""Below this many unpacked bytes the ratio does not matter: an empty sheet shrinks well."""
DEEPEST = 2
_CHUNK = 2**18
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError)


@dataclass
class UnpackBudget:
    """What a file may unpack to, shared by all archives within it."""

    packed: int
    unpacked: int = 0

    def use(self, count: int) -> None:
        """Count unpacked bytes.

        Raises:
            UploadRejected: there are too many, or too many for what was packed.
        """
        self.unpacked += count
        ratio = self.unpacked / max(self.packed, 1)
        if self.unpacked > MOST_UNPACKED or (self.unpacked > RATIO_FROM and ratio > HIGHEST_RATIO):
            raise UploadRejected(RejectionReason.EXPANDS, "it unpacks to far more than it is")


def check_zip(content: bytes, budget: UnpackBudget, depth: int = 1) -> list[str]:
    """The names in an archive that fills the file from its first byte to its last.

    Raises:
        UploadRejected: broken, locked, too deep, too large, or with names that lead elsewhere.
    """
    if depth > DEEPEST:
        raise UploadRejected(RejectionReason.NESTED, "archives within archives")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_entries(entries, content, len(archive.comment))
            for entry in entries:
                _unpack(archive, entry, budget, depth)
    except UploadRejected:
        raise
    except (*_FAULTS, RuntimeError):
        raise UploadRejected(RejectionReason.BROKEN, "the archive is damaged") from None
    return [entry.filename for entry in entries]


def read_entries(content: bytes, names: Iterable[str]) -> Iterator[bytes]:
    """Entries of an archive that was checked; its directory is read once for all of them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield from map(archive.read, names)


def _check_entries(entries: list[zipfile.ZipInfo], content: bytes, comment: int) -> None:
    if len(entries) > MOST_ENTRIES:
        raise UploadRejected(RejectionReason.EXPANDS, f"more than {MOST_ENTRIES} entries")
    if comment or not content[-22:].startswith(b"PK\x05\x06"):
        raise UploadRejected(RejectionReason.TWO_KINDS, "something lies behind the archive's end")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UploadRejected(RejectionReason.LOCKED, "it is protected by a password")
    names = [entry.filename.lower() for entry in entries]
    leads = any(n.startswith("/") or "\\" in n or ".." in n.split("/") or ":" in n for n in names)
    if leads or len(set(names)) < len(names):
        raise UploadRejected(
            RejectionReason.BROKEN, "names in the archive lead elsewhere or repeat"
        )
    start = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < start:
            raise UploadRejected(RejectionReason.EXPANDS, "entries of the archive overlap")
        start = entry.header_offset + 30 + entry.compress_size
    if not entries or min(entry.header_offset for entry in entries) != 0:
        raise UploadRejected(
            RejectionReason.TWO_KINDS, "something lies before the archive's beginning"
        )


def _unpack(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: UnpackBudget, depth: int
) -> None:
    kept = bytearray()
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            budget.use(len(chunk))
            if kept or chunk.startswith(b"PK\x03\x04"):
                kept += chunk
    if kept:
        check_zip(bytes(kept), budget, depth + 1)
