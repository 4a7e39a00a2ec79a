# SPDX-License-Identifier: EUPL-1.2
"""The kinds of file that may come in, and what their first bytes say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from samvern.cases.documents.uploads.errors import RejectionReason, UploadRejected


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: how it is stored and sent, and the endings a name may have."""

    extension: str
    media_type: str
    endings: frozenset[str]


_OFFICE = "application/vnd.openxmlformats-officedocument."
FILE_KINDS = {
    name: FileKind(name, media_type, frozenset(endings.split()))
    for name, media_type, endings in (
        ("pdf", "application/pdf", "pdf"),
        ("docx", _OFFICE + "wordprocessingml.document", "docx"),
        ("xlsx", _OFFICE + "spreadsheetml.sheet", "xlsx"),
        ("jpg", "image/jpeg", "jpg jpeg jpe jfif"),
        ("png", "image/png", "png"),
        ("heic", "image/heic", "heic heif"),
        ("mp4", "video/mp4", "mp4 m4v"),
        ("m4a", "audio/mp4", "m4a"),
        ("txt", "text/plain", "txt"),
        ("eml", "message/rfc822", "eml"),
    )
}
_STILLS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_SOUND = {b"M4A ", b"M4B "}
_FILMS = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash"}
PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"#!")


def name_ending(name: str) -> str:
    """The ending of a name in small letters, without the dot; empty where there is none."""
    return PurePosixPath(name.strip().replace("\\", "/")).suffix.lower().removeprefix(".")


def sniff_kind(content: bytes) -> str:
    """``pdf``, ``zip``, ``jpg``, ``png``, ``heic``, ``mp4`` or ``m4a``; empty for anything else."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return "zip"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    return _film(content) if content[4:8] == b"ftyp" else ""


def _film(content: bytes) -> str:
    brand = content[8:12]
    for name, brands in (("heic", _STILLS), ("m4a", _SOUND), ("mp4", _FILMS)):
        if brand in brands:
            return name
    return ""


def check_name(name: str, kind: FileKind) -> None:
    """A name need not have an ending, but one it has must be true.

    Raises:
        UploadRejected: the ending is that of another kind of file, or of none that may come in.
    """
    if (has := name_ending(name)) and has not in kind.endings:
        raise UploadRejected(
            RejectionReason.NAME, f"the name says .{has[:10]}, the content is .{kind.extension}"
        )
