# SPDX-License-Identifier: EUPL-1.2
"""Plain text, and letters of e-mail with what is attached to them."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from samvern.cases.documents.uploads import office, zips
from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected
from samvern.cases.documents.uploads.file_kinds import PROGRAMS, name_ending, sniff_kind
from samvern.cases.documents.uploads.inspection import inspect_file
from samvern.cases.documents.uploads.pdf import MOST_PAGES
from samvern.cases.documents.uploads.polyglots import HEAD, is_markup

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
# A line must match in one way only: with two, as many lines as a page has keep it busy for years.
_MAIL = re.compile(
    rb"\A(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?"
    rb"(?:from|received|return-path|message-id|date|delivered-to):",
    re.I,
)
_RUN = """exe com scr bat cmd ps1 vbs vbe js jse wsf wsh hta lnk jar msi pif cpl reg dll svg html
htm xhtml iso img vhd docm xlsm pptm dotm xltm xlam one application"""
_RUNS = frozenset(_RUN.split())
_MOST_PARTS = 500


def text_kind(content: bytes, name: str) -> str:
    """``txt`` or ``eml``, empty for what is no text."""
    if _decode(content) is None:
        return ""
    if name_ending(name) != "txt" and _MAIL.match(content[: 64 * HEAD]):
        return "eml"
    return "txt"


def check_text(content: bytes) -> None:
    """Text that no browser would take for a page and no shell for a program.

    Raises:
        UploadRejected: it begins like one.
    """
    head = (_decode(content[: 4 * HEAD]) or "").encode()
    if head.startswith(b"#!"):
        raise UploadRejected(RejectionReason.PROGRAM, "it is a program")
    if is_markup(head) or head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise UploadRejected(RejectionReason.TWO_KINDS, "it is a web page, not plain text")


def check_mail(content: bytes) -> None:
    """A letter whose attachments are no programs, and no documents that run one.

    Raises:
        UploadRejected: one is, or unpacks to too much.
    """
    budget, documents = zips.UnpackBudget(len(content)), 0
    try:
        for number, part in enumerate(message_from_bytes(content, policy=compat32).walk()):
            if number > _MOST_PARTS:
                raise UploadRejected(RejectionReason.NESTED, f"more than {_MOST_PARTS} parts")
            if not part.is_multipart():
                documents += _check_part(part, budget)
    except RecursionError:
        raise UploadRejected(RejectionReason.NESTED, "letters within letters") from None
    if documents:
        inspect_file(content, "eml", MOST_PAGES)


def _check_part(part: Message, budget: zips.UnpackBudget) -> bool:
    """Whether it is a document that is still to be looked into."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return False
    program = content.startswith(PROGRAMS) and _decode(content) is None
    if program or name_ending(str(part.get_filename() or "")) in _RUNS:
        raise UploadRejected(RejectionReason.PROGRAM, "a program is attached")
    if sniff_kind(content) == "zip":
        office.check_parts(content, zips.check_zip(content, budget))
    return b"%PDF-" in content[:HEAD]


def _decode(content: bytes) -> str | None:
    """The text in UTF-8, UTF-16 with a mark, or Windows' Western alphabet; None for no text."""
    marks = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    for encoding in (marks.get(content[:2], "utf-8"), "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _CONTROLS.search(text) else text
    return None
