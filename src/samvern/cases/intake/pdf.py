# SPDX-License-Identifier: EUPL-1.2
"""PDF documents (ISO 32000) that run nothing when they are opened.

Names are searched in every byte, and in packed object streams, with ``#4a`` read as the letter it
stands for; a reader may find an object where no other looks. A document whose text is locked
cannot be looked into and is refused; so is one with something behind its end.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from samvern.cases.intake.errors import Reason, Refusal

MOST_PAGES = 3000
MOST_UNPACKED = 200 * 2**20
_MOST_STREAMS = 200_000
_DICTIONARY = 4000
"""Bytes before a stream in which its dictionary lies."""
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
_RUNS = re.compile(
    rb"/(?:JavaScript|Launch|RichMedia|ImportData|SubmitForm)(?![\w.-])|/XFA(?=[\s\[])"
)
_LOCKED = re.compile(rb"/Encrypt(?![\w.-])")
_PAGE = re.compile(rb"/Type\s*/Page(?![\w.-])")
_STREAM = re.compile(rb"stream\r?\n")


def check(content: bytes) -> None:
    """Refuse programs, locks, too many pages, and anything behind the end.

    Raises:
        Refusal: there is one.
    """
    end = content.rfind(b"%%EOF")
    if end < 0:
        raise Refusal(Reason.BROKEN, "it is cut off")
    if content[end + 5 :].strip(b"\x00\r\n\t \x1a"):
        raise Refusal(Reason.TWO_KINDS, "something lies behind its end")
    pages = 0
    for part in _parts(content):
        if _LOCKED.search(part):
            raise Refusal(Reason.LOCKED, "it is protected by a password")
        if _RUNS.search(part):
            raise Refusal(Reason.PROGRAM, "it runs a program or sends a form when it is opened")
        pages += len(_PAGE.findall(part))
    if pages > MOST_PAGES:
        raise Refusal(Reason.PAGES, f"{pages}, at most {MOST_PAGES}")


def _parts(content: bytes) -> Iterator[bytes]:
    """The whole file, then what each packed stream of objects holds."""
    yield _plain(content)
    left = MOST_UNPACKED
    for number, found in enumerate(_STREAM.finditer(content)):
        if number > _MOST_STREAMS:
            raise Refusal(Reason.EXPANDS, f"more than {_MOST_STREAMS} streams")
        before = content[max(0, found.start() - _DICTIONARY) : found.start()]
        if b"/ObjStm" in _plain(before[before.rfind(b"endstream") + 1 :]):
            unpacked = _unpack(content, found.end(), left)
            left -= len(unpacked)
            yield _plain(unpacked)


def _unpack(content: bytes, start: int, most: int) -> bytes:
    """A packed stream, which ends where it says so.

    Raises:
        Refusal: it is packed in another way, or unpacks to too much.
    """
    unpacker = zlib.decompressobj()
    end = content.find(b"endstream", start)
    try:
        unpacked = unpacker.decompress(content[start:end], most)
    except zlib.error:
        raise Refusal(Reason.BROKEN, "a part of it cannot be looked into") from None
    if unpacker.unconsumed_tail:
        raise Refusal(Reason.EXPANDS, "it unpacks to far more than it is")
    return unpacked


def _plain(part: bytes) -> bytes:
    return _HEX.sub(lambda found: bytes([int(found[1], 16)]), part)
