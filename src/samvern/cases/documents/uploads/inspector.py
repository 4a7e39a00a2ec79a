# SPDX-License-Identifier: EUPL-1.2
"""A program of its own that parses one file: ``inspector.py KIND MOST MEGABYTES SECONDS``.

``MOST`` counts the pages of a document or the points of a picture. The file comes on standard
input; standard output gets a reason, a tab and a detail, or nothing when the file may come in.
It imports nothing of Samvern, so it starts quickly and holds no key, no connection and no setting
when a hostile file meets a fault of a parser. Before a parser gets the file it gives up opening
anything: no file, no connection, no process.
"""

from __future__ import annotations

import io
import re
import resource
import sys
import warnings
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import compat32
from functools import partial

import pikepdf
from PIL import Image, ImageOps, MpoImagePlugin, TiffImagePlugin, UnidentifiedImageError

READ_BEFORE = (ImageOps, MpoImagePlugin, TiffImagePlugin)
"""Modules a picture makes Pillow look for, when nothing can be opened any more."""
HEAD = 1024
"""Readers look for a document's beginning in so many bytes."""
_STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.S)
_RUNS = re.compile(
    rb"/(?:JavaScript|Launch|RichMedia(?:Content|Execute)?|ImportData|SubmitForm|Rendition"
    rb"|GoToE|XFA)(?![^\s/<>\[\](){}%])|/Subtype\s*/(?:3D|Movie|Sound)(?![\w.-])"
)
_CARRIES = re.compile(rb"/EF(?![^\s/<>\[\](){}%])|/Type\s*/EmbeddedFile(?![\w.-])")
_BY_ITSELF = ("/OpenAction", "/AA")
_HARMLESS = {"/GoTo", "/Named", "/Hide", "/SetOCGState", "/Trans", "/Thread"}
_FETCHES = {"/URI", "/GoToR"}
_ADDRESS = "an address that opens by itself"
_PART = "a template, a picture or another part from elsewhere"
_MOST_ACTIONS = 1000
_MOST_UNPACKED = 400 * 2**20
"""Bytes of all packed streams that are looked into, together."""


class FileFault(Exception):
    """A reason to refuse the file, and a detail without words out of it."""


def inspect_pdf(content: bytes, most: int) -> None:
    """Refuse what runs, fetches or carries, in the document as its table says and as rebuilt."""
    _open_no_more()
    with _opened(content) as document:
        if document.is_encrypted:
            raise FileFault("locked", "it is protected by a password")
        if len(document.pages) > most:
            raise FileFault("pages", f"{len(document.pages)}, at most {most}")
        _walk(document)
    try:
        # Without its table a reader looks for objects everywhere, also for those no table names.
        rebuilt = _opened(content.replace(b"startxref", b"startnone"))
    except FileFault:
        return
    with rebuilt:
        _walk(rebuilt)


def _opened(content: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(content), suppress_warnings=True)
    except pikepdf.PasswordError:
        raise FileFault("locked", "it is protected by a password") from None
    except pikepdf.PdfError:
        raise FileFault("broken", "it cannot be read") from None


def _walk(document: pikepdf.Pdf) -> None:
    unpacked = 0
    for each in [document.trailer, *document.objects]:
        if each is None:
            raise FileFault("broken", "an object of it cannot be read")
        if isinstance(each, pikepdf.Stream) and _lies_elsewhere(each):
            raise FileFault("fetches", _PART)
        for text in _texts(each):
            if (unpacked := unpacked + len(text)) > _MOST_UNPACKED:
                raise FileFault("expands", "it unpacks to far more than it is")
            plain = _STRING.sub(b"()", text)
            if _RUNS.search(plain):
                raise FileFault("program", "it runs a program or sends a form")
            if _CARRIES.search(plain):
                raise FileFault("nested", "it carries another file")
            if any(name.encode() in plain for name in _BY_ITSELF):
                _check_actions(each)


def _texts(each: pikepdf.Object) -> Iterator[bytes]:
    """An object as the parser writes it, without comments and disguised names."""
    if not isinstance(each, pikepdf.Stream):
        yield each.unparse(resolved=True)
        return
    yield each.stream_dict.unparse()
    if each.get("/Type") == "/ObjStm":
        yield each.read_bytes()


def _lies_elsewhere(stream: pikepdf.Stream) -> bool:
    """A stream whose content is another file's, or a picture of a page of another document."""
    return "/F" in stream or ("/Ref" in stream and stream.get("/Subtype") == "/Form")


def _check_actions(each: pikepdf.Object) -> None:
    """What starts by itself may turn a page or show a layer, and nothing else."""
    waiting, count = [each], 0
    while waiting:
        part = waiting.pop()
        if isinstance(part, pikepdf.Array):
            waiting += [item for item in part if _is_direct(item)]
        elif isinstance(part, (pikepdf.Dictionary, pikepdf.Stream)):
            for key, value in part.items():
                if key in _BY_ITSELF:
                    _check_started(value)
                elif _is_direct(value):
                    waiting.append(value)
        if (count := count + 1) > _MOST_ACTIONS * 100:
            raise FileFault("expands", "too many actions")


def _is_direct(value: object) -> bool:
    return isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) and not value.is_indirect


def _check_started(value: object) -> None:
    waiting, count = [value], 0
    while waiting:
        part = waiting.pop()
        if (count := count + 1) > _MOST_ACTIONS:
            raise FileFault("program", "its actions never end")
        if not isinstance(part, (pikepdf.Dictionary, pikepdf.Stream)):
            continue  # a destination in the document itself
        if "/S" not in part:
            waiting += [item for key, item in part.items() if key != "/Next"]
        elif str(part["/S"]) in _FETCHES:
            raise FileFault("fetches", _ADDRESS)
        elif str(part["/S"]) not in _HARMLESS:
            raise FileFault("program", "it does something when it is opened")
        if "/Next" in part:
            follows = part["/Next"]
            waiting += list(follows) if isinstance(follows, pikepdf.Array) else [follows]


def inspect_image(content: bytes, most: int, kind: str) -> None:
    """Refuse a picture that its one decoder does not take, or with too many pixels."""
    Image.preinit()
    _open_no_more()
    Image.MAX_IMAGE_PIXELS = most
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as picture:
            if kind == "JPEG":
                picture.draft("L", (1, 1))  # decodes a sixty-fourth of the points, but every byte
                picture.load()
            else:
                picture.verify()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise FileFault("pixels", f"more than {most}") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise FileFault("broken", "the picture cannot be read") from None


def inspect_letter(content: bytes, most: int) -> None:
    """Refuse a letter to which a document is attached that would be refused by itself."""
    parts = message_from_bytes(content, policy=compat32).walk()
    # All of them first: decoding one may make Python look for an alphabet.
    for attached in [part.get_payload(decode=True) for part in parts]:
        if isinstance(attached, bytes) and b"%PDF-" in attached[:HEAD]:
            inspect_pdf(attached, most)


INSPECTORS: dict[str, Callable[[bytes, int], None]] = {
    "pdf": inspect_pdf,
    "eml": inspect_letter,
    "png": partial(inspect_image, kind="PNG"),
    "jpg": partial(inspect_image, kind="JPEG"),
}


def _limit(megabytes: int, seconds: int) -> None:
    """No more memory and processor time than this, no file written, no image of memory kept."""
    for what, most in (
        (resource.RLIMIT_AS, megabytes * 2**20),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _open_no_more() -> None:
    """What takes over a parser can read no file and reach no socket: only the pipes are open."""
    for what in (resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC):
        resource.setrlimit(what, (0, 0))


def main(kind: str, most: str, megabytes: str, seconds: str) -> None:
    """Look into what standard input gives, and say why it may not come in."""
    inspect, limit = INSPECTORS[kind], int(most)
    _limit(int(megabytes), int(seconds))
    try:
        inspect(sys.stdin.buffer.read(), limit)
    except FileFault as found:
        print(*found.args, sep="\t")
    except MemoryError:
        print("expands", "it unpacks to far more than it is", sep="\t")
    except Exception as error:
        # A parser may stop with any error at what a file holds; its words may quote the file.
        print("broken", f"its parser stopped: {type(error).__name__}", sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
