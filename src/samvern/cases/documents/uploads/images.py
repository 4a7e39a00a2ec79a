# SPDX-License-Identifier: EUPL-1.2
"""Pictures: whole, nothing hidden behind them, and no more pixels than a camera makes.

A process of its own decodes PNG and JPEG (``inspector.py``); here are the checks that a decoder
leaves out, as it stops at the end of the picture, and HEIC, for which it has none.
"""

from __future__ import annotations

from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected
from samvern.cases.documents.uploads.file_kinds import PROGRAMS
from samvern.cases.documents.uploads.inspection import inspect_file
from samvern.cases.documents.uploads.media_boxes import list_boxes

MOST_PIXELS = 200_000_000
"""The largest sensors of telephones."""
_PNG_HEAD = b"\0\0\0\rIHDR"
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_SCAN, _END = 0xDA, 0xD9


def _check_pixels(width: int, height: int) -> None:
    if not width or not height:
        raise UploadRejected(RejectionReason.BROKEN, "it does not say how large it is")
    if width * height > MOST_PIXELS:
        raise UploadRejected(RejectionReason.PIXELS, f"{width} x {height}")


def check_png(content: bytes) -> None:
    """One picture from the first byte to the last (ISO 15948), whose sums are right.

    Raises:
        UploadRejected: broken, too many pixels, or something behind the end.
    """
    end = content.find(_PNG_END)
    if end < 0 or content.count(_PNG_HEAD) != 1:
        raise UploadRejected(RejectionReason.BROKEN, "it is cut off, or has two beginnings")
    inspect_file(content, "png", MOST_PIXELS)
    if end + len(_PNG_END) != len(content):
        raise UploadRejected(RejectionReason.TWO_KINDS, "something lies behind its end")


def check_jpeg(content: bytes) -> None:
    """Segments from the first to the end of the picture (ISO 10918-1).

    Telephones put a short film or a second picture behind the end; a program or a page there is
    refused.

    Raises:
        UploadRejected: broken, too many pixels, or a program behind the end.
    """
    place, frames = 2, 0
    while True:
        marker, place = _marker(content, place)
        if marker == _END:
            break
        if marker in _BARE:
            continue
        size = int.from_bytes(content[place : place + 2], "big")
        if size < 2 or place + size > len(content):
            raise UploadRejected(RejectionReason.BROKEN, "it is cut off")
        if marker in _FRAMES:
            height, width = (
                int.from_bytes(content[place + at : place + at + 2], "big") for at in (3, 5)
            )
            _check_pixels(width, height)
            frames += 1
        place += size
        if marker == _SCAN:
            place = _behind_scan(content, place)
    if not frames:
        raise UploadRejected(RejectionReason.BROKEN, "it holds no picture")
    if content[place:].lstrip(b"\x00\r\n\t ").startswith((*PROGRAMS, b"<")):
        raise UploadRejected(RejectionReason.TWO_KINDS, "a program or a page lies behind its end")
    inspect_file(content, "jpg", MOST_PIXELS)


def _marker(content: bytes, place: int) -> tuple[int, int]:
    """The marker at a place, and the place behind it; 0xFF before it only fills."""
    if content[place : place + 1] != b"\xff":
        raise UploadRejected(RejectionReason.BROKEN, "something between its parts is none of them")
    while content[place : place + 1] == b"\xff":
        place += 1
    if place >= len(content):
        raise UploadRejected(RejectionReason.BROKEN, "it is cut off")
    return content[place], place + 1


def _behind_scan(content: bytes, place: int) -> int:
    """The next marker that is not part of the coded picture."""
    while True:
        place = content.find(b"\xff", place)
        if place < 0 or place + 1 >= len(content):
            raise UploadRejected(RejectionReason.BROKEN, "it is cut off")
        if content[place + 1] != 0 and content[place + 1] not in _BARE:
            return place
        place += 2


def check_heic(content: bytes) -> None:
    """Boxes that fill the file; the largest measure of any picture in it counts (ISO 23008-12).

    Raises:
        UploadRejected: broken, no picture, or too many pixels.
    """
    sizes = [
        tuple(int.from_bytes(content[at + skip : at + skip + 4], "big") for skip in (4, 8))
        for outer, start, end in list_boxes(content, 0, len(content))
        if outer == b"meta"
        for middle, first, last in list_boxes(content, start + 4, end)
        if middle == b"iprp"
        for inner, begin, close in list_boxes(content, first, last)
        if inner == b"ipco"
        for name, at, _ in list_boxes(content, begin, close)
        if name == b"ispe"
    ]
    if not sizes:
        raise UploadRejected(RejectionReason.BROKEN, "it does not say how large it is")
    for width, height in sizes:
        _check_pixels(width, height)
