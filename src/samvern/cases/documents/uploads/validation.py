# SPDX-License-Identifier: EUPL-1.2
"""What a file is, and whether it may come in."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from samvern.cases.documents.uploads import images, media_boxes, office, pdf, polyglots, texts
from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected
from samvern.cases.documents.uploads.file_kinds import FILE_KINDS, PROGRAMS, check_name, sniff_kind

LARGEST = 50 * 2**20
"""Bytes; a scanned report has one to ten million, a minute of film on a phone a hundred."""
_LONGEST_TITLE = 120
_CHECKS: dict[str, Callable[[bytes], None]] = {
    "pdf": pdf.check_pdf,
    "jpg": images.check_jpeg,
    "png": images.check_png,
    "heic": images.check_heic,
    "mp4": media_boxes.check_media,
    "m4a": media_boxes.check_media,
    "txt": texts.check_text,
    "eml": texts.check_mail,
}


@dataclass(frozen=True, slots=True)
class AcceptedUpload:
    """A file that may come in."""

    media_type: str
    extension: str
    size: int
    sha256: str
    """Hexadecimal, of every byte as it came: it proves later that nothing was altered."""
    title: str
    """The name it came with, without path, ending, and signs that do not show."""


def accept_upload(content: bytes, name: str, *, largest: int = LARGEST) -> AcceptedUpload:
    """Whether a file may come in, judged by its content; its name must not contradict it.

    Raises:
        UploadRejected: it may not, and why.
    """
    if not content:
        raise UploadRejected(RejectionReason.EMPTY)
    if len(content) > largest:
        raise UploadRejected(RejectionReason.SIZE, f"{len(content)} bytes, at most {largest}")
    kind = FILE_KINDS[_kind(content, name)]
    check_name(name, kind)
    if kind.extension not in ("txt", "eml"):
        polyglots.check_polyglot(content, kind.extension)
    if kind.extension in _CHECKS:
        _CHECKS[kind.extension](content)
    digest = hashlib.sha256(content).hexdigest()
    return AcceptedUpload(kind.media_type, kind.extension, len(content), digest, _title(name))


def _kind(content: bytes, name: str) -> str:
    found = sniff_kind(content)
    if found == "zip":
        return office.office_kind(content)
    if found:
        return found
    if text := texts.text_kind(content, name):
        return text
    if content.startswith(PROGRAMS):
        raise UploadRejected(RejectionReason.PROGRAM, "it is a program")
    raise UploadRejected(RejectionReason.TYPE)


def _title(name: str) -> str:
    """Control and direction marks are dropped: they make exe.fdp read as pdf.exe."""
    base = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(s if unicodedata.category(s)[0] != "C" else " " for s in base)
    return PurePosixPath(" ".join(shown.split()).lstrip(".")).stem[:_LONGEST_TITLE].strip()
