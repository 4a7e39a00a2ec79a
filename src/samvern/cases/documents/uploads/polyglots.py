# SPDX-License-Identifier: EUPL-1.2
"""Files that are two things at once: a picture to the scanner, an archive or a page to another.

After the polyglots collected in Albertini's Mitra: readers of ZIP look from the end, readers of
PDF anywhere in the first kilobyte, readers of self-extracting RAR and 7z archives anywhere.
"""

from __future__ import annotations

import re

from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected

HEAD = 1024
_MARKUP = re.compile(rb"<(!doctype\s+html|html|head|body|script|svg|iframe|\?php|hta:)", re.I)
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
_ZIP_END, _ZIP_END_BYTES = b"PK\x05\x06", 22
_LONGEST_COMMENT = 65535


def check_polyglot(content: bytes, kind: str) -> None:
    """Refuse a binary file that is something else as well.

    Raises:
        UploadRejected: it is.
    """
    head = content[:HEAD]
    if kind != "pdf" and b"%PDF-" in head:
        raise UploadRejected(RejectionReason.TWO_KINDS, "it is a PDF as well")
    if is_markup(head):
        raise UploadRejected(RejectionReason.TWO_KINDS, "it is a web page as well")
    if kind not in ("docx", "xlsx") and ends_as_zip(content):
        raise UploadRejected(RejectionReason.TWO_KINDS, "it is a ZIP archive as well")
    if any(mark in content for mark in _ARCHIVES):
        raise UploadRejected(RejectionReason.TWO_KINDS, "it holds an archive")


def is_markup(head: bytes) -> bool:
    """Whether the beginning of a file makes a browser that guesses take it for a page."""
    return _MARKUP.search(head) is not None


def ends_as_zip(content: bytes) -> bool:
    """Whether there is a directory of a ZIP archive whose comment ends where the file ends."""
    place = content.rfind(_ZIP_END, -(_ZIP_END_BYTES + _LONGEST_COMMENT))
    if place < 0 or place + _ZIP_END_BYTES > len(content):
        return False
    comment = int.from_bytes(content[place + 20 : place + 22], "little")
    return place + _ZIP_END_BYTES + comment <= len(content)
