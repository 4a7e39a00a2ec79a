# SPDX-License-Identifier: EUPL-1.2
"""Documents and sheets of Office Open XML (ECMA-376) without anything in them that runs.

XML is searched, not parsed: a parser would be one more thing to attack. A part in another
encoding than UTF-8 or UTF-16, or with entities of its own, is refused.
"""

from __future__ import annotations

import re
import sys

from samvern.cases.documents.uploads import outside, zips
from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected

_TYPES = "[Content_Types].xml"
_MAIN = {
    "docx": b"wordprocessingml.document.main+xml",
    "xlsx": b"spreadsheetml.sheet.main+xml",
}
_RUNS = re.compile(
    r"vbaproject|vbadata|(^|/)activex/|(^|/)macrosheets/|(^|/)dialogsheets/|oleobject[^/]*\.bin$"
    r"|(^|/)customui/|\.(exe|dll|js|vbs|ps1|bat|cmd|scr|hta|lnk|jar)$",
    re.I,
)
_MACRO = re.compile(rb"macroenabled|ms-office\.vbaproject|ms-office\.activex", re.I)
_REFERENCE = re.compile(r"&#(?:x0*([0-9a-f]{1,6})|0*([0-9]{1,7}));", re.I | re.A)


def office_kind(content: bytes) -> str:
    """``docx`` or ``xlsx``, with nothing in it that runs.

    Raises:
        UploadRejected: another archive, a damaged one, or one that unpacks to too much; macros,
            controls, embedded programs, or a template fetched from elsewhere.
    """
    names = zips.check_zip(content, zips.UnpackBudget(len(content)))
    if _TYPES not in names:
        raise UploadRejected(RejectionReason.TYPE, "it is a ZIP archive")
    types = _types(content)
    if _MACRO.search(types):
        raise UploadRejected(RejectionReason.PROGRAM, "it has macros")
    for extension, main in _MAIN.items():
        if main in types:
            check_parts(content, names)
            return extension
    raise UploadRejected(RejectionReason.TYPE, "it is another kind of office document")


def check_parts(content: bytes, names: list[str]) -> None:
    """Refuse what runs and what fetches, in an archive that was checked and whose names are these.

    Raises:
        UploadRejected: there is something.
    """
    if any(_RUNS.search(name) for name in names):
        raise UploadRejected(RejectionReason.PROGRAM, "it has macros or programs in it")
    if _TYPES in names and _MACRO.search(_types(content)):
        raise UploadRejected(RejectionReason.PROGRAM, "it has macros")
    for raw in zips.read_entries(content, [n for n in names if n.lower().endswith(".rels")]):
        outside.check_relations(_xml(raw))
    outside.check_outside(names, lambda some: map(_xml, zips.read_entries(content, some)))


def _types(content: bytes) -> bytes:
    return _xml(next(zips.read_entries(content, [_TYPES])))


def _xml(raw: bytes) -> bytes:
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise UploadRejected(
            RejectionReason.BROKEN, "a part of it is in no known encoding"
        ) from None
    if "<!" in text.replace("<!--", "") or "\x00" in text:
        raise UploadRejected(RejectionReason.BROKEN, "a part of it has entities of its own")
    return _REFERENCE.sub(_referred, text).encode("utf-8", "replace")


def _referred(found: re.Match[str]) -> str:
    """The sign that a number stands for, as every reader of XML takes it."""
    hexadecimal, decimal = found.groups()
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(number) if number <= sys.maxunicode else ""
