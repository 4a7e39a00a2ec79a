# SPDX-License-Identifier: EUPL-1.2
"""Boxes of the ISO base media format (ISO/IEC 14496-12): film, sound, and pictures of phones."""

from __future__ import annotations

from collections.abc import Iterator

from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected

_SHORT, _LONG = 8, 16
_BOXES = 100_000


def check_media(content: bytes) -> None:
    """Boxes must fill the file to its last byte, and there must be a film among them.

    Raises:
        UploadRejected: they do not.
    """
    names = {name for name, _, _ in list_boxes(content, 0, len(content))}
    if not names & {b"moov", b"moof"}:
        raise UploadRejected(RejectionReason.BROKEN, "it holds no film or sound")


def list_boxes(content: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, first and last place of each box's content between two places.

    Raises:
        UploadRejected: a box reaches beyond ``end``, or something between them is no box.
    """
    for _ in range(_BOXES):
        if start == end:
            return
        size, head = int.from_bytes(content[start : start + 4], "big"), _SHORT
        name = content[start + 4 : start + 8]
        if size == 1:
            size, head = int.from_bytes(content[start + 8 : start + 16], "big"), _LONG
        elif size == 0:
            size = end - start
        if size < head or start + size > end:
            raise UploadRejected(
                RejectionReason.BROKEN, "it is cut off, or something lies behind its end"
            )
        yield name, start + head, start + size
        start += size
    raise UploadRejected(RejectionReason.BROKEN, "it holds too many parts")
