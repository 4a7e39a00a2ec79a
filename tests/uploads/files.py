# SPDX-License-Identifier: EUPL-1.2
"""Small files of every kind that may come in, made here."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import pikepdf
import pypdf
from pikepdf import Dictionary, Name, String

_OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": ("word/document.xml", _OFFICE + "wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", _OFFICE + "spreadsheetml.sheet.main+xml"),
}
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int = 1, height: int = 1) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b"")


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg(width: int = 1, height: int = 1, comment: bytes = b"made by hand") -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8"
        + segment(0xFE, comment)
        + segment(0xDB, b"\0" + b"\1" * 64)
        + segment(0xC0, frame)
        + segment(0xC4, b"\0" + b"\1" + b"\0" * 15 + b"\0")
        + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
        + b"\x2a\xff\x00\xff\xd0\x11"
        + b"\xff\xd9"
    )


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body


def film(brand: bytes = b"isom", *more: bytes) -> bytes:
    return b"".join(
        [box(b"ftyp", brand + b"\0\0\0\0" + brand), box(b"moov", box(b"mvhd", b"\0" * 100)), *more]
    )


def heic(*sizes: tuple[int, int]) -> bytes:
    found = b"".join(box(b"ispe", struct.pack(">III", 0, w, h)) for w, h in sizes or [(1, 1)])
    meta = b"\0\0\0\0" + box(b"iprp", box(b"ipco", found))
    return box(b"ftyp", b"heic\0\0\0\0mif1heic") + box(b"meta", meta) + box(b"mdat", b"\0" * 9)


def archive(entries: dict[str, bytes], comment: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.comment = comment
        for name, content in entries.items():
            file.writestr(name, content)
    return made.getvalue()


def office(kind: str = "docx", more: dict[str, bytes] | None = None, main: str = "") -> bytes:
    name, media_type = MAIN[kind]
    types = f'<Types><Override PartName="/{name}" ContentType="{main or media_type}"/></Types>'
    relations = b'<Relationships><Relationship Type="x/officeDocument" Target="a"/></Relationships>'
    parts = {"[Content_Types].xml": types.encode(), "_rels/.rels": relations, name: b"<d/>"}
    return archive({**parts, **(more or {})})


def pdf(script: str = "", password: str = "") -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    action = f"/Catalog /OpenAction << /S /JavaScript /JS ({script}) >>".encode()
    return made.getvalue().replace(b"/Catalog", action) if script else made.getvalue()


def made_pdf(change: Callable[[pikepdf.Pdf], None], *, packed: bool = True) -> bytes:
    """A document of one page, changed; its objects lie in packed streams."""
    document = pikepdf.new()
    document.add_blank_page()
    change(document)
    made = io.BytesIO()
    mode = pikepdf.ObjectStreamMode
    document.save(made, object_stream_mode=mode.generate if packed else mode.disable)
    return made.getvalue()


def pdf_of(more: bytes) -> bytes:
    """A document of one page with an object written by hand, which no library would write."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        more,
    )
    made, table = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for number, each in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    end = b"xref\n0 5\n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (table, len(made))


def opening(document: pikepdf.Pdf, action: str, **more: Any) -> None:
    """Let opening the document start an action that lies in an object of its own."""
    started = Dictionary(S=Name(f"/{action}"), **more)
    document.Root.OpenAction = document.make_indirect(started)


def packed_pdf() -> bytes:
    """A document whose action lies in a packed stream of objects."""
    return made_pdf(lambda document: opening(document, "JavaScript", JS=String("app.alert(1)")))


def commented_pdf() -> bytes:
    """The same, with a long comment in the dictionary of the stream."""
    made = packed_pdf()
    start = made.index(b"/Type /ObjStm")
    return made[:start] + b"%" + b"x" * 5000 + b"\n" + made[start:]


def letter(attached: bytes = b"", name: str = "a.txt") -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "one@example.org", "two@example.org", "A letter"
    made.set_content("Hello")
    if attached:
        made.add_attachment(attached, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


GOOD = {
    "pdf": pdf(),
    "docx": office("docx"),
    "xlsx": office("xlsx"),
    "jpg": jpeg(),
    "png": png(),
    "heic": heic((4000, 3000), (512, 512)),
    "mp4": film(),
    "m4a": film(b"M4A "),
    "txt": "Blåbær, čáhppes, ሰላም\r\n".encode(),
    "eml": letter(png(), "picture.png"),
}
