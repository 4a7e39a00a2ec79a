# SPDX-License-Identifier: EUPL-1.2
"""Documents that fetch something when they are opened: whoever put it there learns that somebody
did, when, and from which network. A link that waits to be followed is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NoReturn

from samvern.cases.documents.uploads.errors import Fetched, RejectionReason, UploadRejected

_RELATION = re.compile(rb"<(?:[\w.-]+:)?Relationship\b", re.I)
_EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External", re.I)
_WAITS = re.compile(rb"Type\s*=\s*[\"'][^\"'<>]*/hyperlink[\"']", re.I)
_PAGE = re.compile(rb"Type\s*=\s*[\"'][^\"'<>]*/aFChunk[\"']", re.I)
_WORKBOOKS = re.compile(r"(^|/)xl/externallinks/", re.I)
_QUERIES = re.compile(r"(^|/)xl/(connections\.xml$|querytables/|webextensions/)", re.I)
_WORDS = re.compile(r"(^|/)word/[^/]+\.xml$", re.I)
_SHEETS = re.compile(r"(^|/)xl/(worksheets/[^/]+|workbook)\.xml$", re.I)
_INSTRUCTION = re.compile(
    rb"<(?:\w+:)?fldChar\b[^>]*>|<(?:\w+:)?(?:instrText|delInstrText)\b[^>]*>([^<]*)"
    rb"|\b\w+:instr\s*=\s*(?:\"([^\"<>]*)|'([^'<>]*))"
)
# Its first word says what a field does; one that spells words by numbers hides one.
_FIELD = re.compile(
    rb"\s*(?:(?:DDE(?:AUTO)?|INCLUDE(?:PICTURE|TEXT)?|IMPORT|LINK|RD|DATABASE)(?![A-Z])"
    rb"|QUOTE(?:\s+\d+){3})",
    re.I,
)
_SOURCE = re.compile(
    rb"<(?:\w+:)?imagedata\b[^<>]*?\b(?:src|href)\s*=\s*[\"']\s*(?:https?:|ftp:|file:|\\\\|//)",
    re.I,
)
_FORMULA = re.compile(rb"<(?:\w+:)?(?:f|definedName)\b[^>]*>([^<]*)")
_CALLS = re.compile(
    rb"\b(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER\.ID)\s*\(|[\w.]\s*\|\s*(?:'|&apos;)"
    rb"|\A\s*=?\s*[\w.]+\s*\|[^\"!]+!",
    re.I,
)
_OPEN = re.compile(r"(^|/)(content|styles)\.xml$", re.I)
_OPEN_FETCHES = re.compile(
    rb"<(?!text:a\b|office:event-listener|draw:a\b|form:)[\w:-]+\b[^<>]*?\bxlink:href\s*=\s*"
    rb"[\"']\s*(?:https?:|ftp:|file:|smb:|\\\\|//|\.\./)",
    re.I,
)
_OPEN_DDE = re.compile(rb"<office:dde-source\b|<text:dde-connection\b|<table:dde-link\b", re.I)

Read = Callable[[Iterable[str]], Iterable[bytes]]


def check_relations(relations: bytes) -> None:
    """Each relation counts up to the next: a value may hold the sign that ends an element.

    Raises:
        UploadRejected: one is followed without being asked.
    """
    for each in _RELATION.split(relations)[1:]:
        if _PAGE.search(each) or (_EXTERNAL.search(each) and not _WAITS.search(each)):
            _refuse(Fetched.FILE)


def check_outside(names: list[str], read: Read) -> None:
    """Look at the parts of an office document whose names are these.

    Raises:
        UploadRejected: something in it fetches.
    """
    if any(_WORKBOOKS.search(name) for name in names):
        _refuse(Fetched.WORKBOOK)
    if any(_QUERIES.search(name) for name in names):
        _refuse(Fetched.QUERY)
    for which, check in ((_WORDS, _check_words), (_SHEETS, _check_sheet), (_OPEN, _check_open)):
        for part in read([name for name in names if which.search(name)]):
            check(part)


def _check_words(part: bytes) -> None:
    if _SOURCE.search(part):
        _refuse(Fetched.FILE)
    # Word writes an instruction in pieces; where a field begins or ends is no piece of it.
    pieces = [
        b"".join(each.groups(b"")) if any(each.groups()) else b"\n"
        for each in _INSTRUCTION.finditer(part)
    ]
    if any(_FIELD.match(said) for said in b"".join(pieces).split(b"\n")):
        _refuse(Fetched.FIELD)


def _check_sheet(part: bytes) -> None:
    if any(_CALLS.search(each[1]) for each in _FORMULA.finditer(part)):
        _refuse(Fetched.QUERY)


def _check_open(part: bytes) -> None:
    if _OPEN_DDE.search(part):
        _refuse(Fetched.FIELD)
    if _OPEN_FETCHES.search(part):
        _refuse(Fetched.FILE)


def _refuse(what: Fetched) -> NoReturn:
    raise UploadRejected(RejectionReason.FETCHES, what.value)
