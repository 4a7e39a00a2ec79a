# SPDX-License-Identifier: EUPL-1.2
"""Files that may come in, and a hostile collection of files that may not."""

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.cases.documents.uploads import LARGEST, RejectionReason, UploadRejected, accept_upload
from uploads.files import (
    GOOD,
    MACRO,
    archive,
    box,
    chunk,
    film,
    heic,
    jpeg,
    letter,
    office,
    packed_pdf,
    pdf,
    png,
)

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
ZEROS = bytes(30 * 2**20)
TEMPLATE = (
    b'<Relationships><Relationship Id="r" Type="http://s/attachedTemplate" '
    b'Target="https://example.org/t.dotm" TargetMode="External"/></Relationships>'
)
LINK = TEMPLATE.replace(b"attachedTemplate", b"hyperlink")


def test_every_kind_comes_in_and_is_known_by_its_content() -> None:
    for ending, content in GOOD.items():
        for name in (f"My file.{ending}", f"C:\\scans\\My file.{ending.upper()}", "My file"):
            accepted = accept_upload(content, name)
            assert (accepted.extension, accepted.title) == (ending, "My file"), name
            assert accepted.size == len(content)
            assert accepted.sha256 == hashlib.sha256(content).hexdigest()


def test_office_documents_with_links_and_embedded_sheets_come_in() -> None:
    sheet = {"word/embeddings/sheet.xlsx": office("xlsx"), "word/_rels/document.xml.rels": LINK}
    assert accept_upload(office("docx", sheet), "").extension == "docx"


def test_pictures_of_telephones_with_a_film_behind_them_come_in() -> None:
    assert accept_upload(jpeg() + film(), "motion.jpg").extension == "jpg"


def refused(content: bytes, name: str = "") -> RejectionReason:
    with pytest.raises(UploadRejected) as caught:
        accept_upload(content, name)
    return caught.value.reason


OVERLAP = archive({"[Content_Types].xml": b"x", "b": b"y"})
HOSTILE: dict[str, tuple[bytes, RejectionReason]] = {
    "nothing": (b"", RejectionReason.EMPTY),
    "too large": (bytes(LARGEST + 1), RejectionReason.SIZE),
    "program of Windows": (b"MZ\x90\0" + bytes(60), RejectionReason.PROGRAM),
    "program of Linux": (b"\x7fELF" + bytes(60), RejectionReason.PROGRAM),
    "shell script": (b"#!/bin/sh\nrm -rf /\n", RejectionReason.PROGRAM),
    "page": (b"<!DOCTYPE html><script>alert(1)</script>", RejectionReason.TWO_KINDS),
    "page after blanks": (b"\xef\xbb\xbf\n\n  <svg onload=alert(1)>", RejectionReason.TWO_KINDS),
    "page in UTF-16": ("<html><script>1</script>".encode("utf-16"), RejectionReason.TWO_KINDS),
    "picture that is a program": (b"<svg xmlns='x'><script/></svg>", RejectionReason.TWO_KINDS),
    "text with a null": (b"abc\0def", RejectionReason.TYPE),
    "text with escapes of a terminal": (b"abc\x1b]0;title\x07", RejectionReason.TYPE),
    "old office document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), RejectionReason.TYPE),
    "archive": (archive({"a.txt": b"a"}), RejectionReason.TYPE),
    "film of another kind": (film(b"qt  "), RejectionReason.TYPE),
    "noise": (bytes(range(256)) * 4, RejectionReason.TYPE),
    "macro document": (office(main=MACRO), RejectionReason.PROGRAM),
    "macro in a clean document": (
        office(more={"word/vbaProject.bin": b"x"}),
        RejectionReason.PROGRAM,
    ),
    "macro under another name": (
        office(more={"word/VBAPROJECT.BIN": b"x"}),
        RejectionReason.PROGRAM,
    ),
    "old macro sheet": (
        office("xlsx", {"xl/macrosheets/sheet1.xml": b"x"}),
        RejectionReason.PROGRAM,
    ),
    "control": (office(more={"word/activeX/activeX1.xml": b"x"}), RejectionReason.PROGRAM),
    "object": (office(more={"word/embeddings/oleObject1.bin": b"x"}), RejectionReason.PROGRAM),
    "program inside": (office(more={"word/run.exe": b"x"}), RejectionReason.PROGRAM),
    "template from elsewhere": (
        office(more={"word/_rels/settings.xml.rels": TEMPLATE}),
        RejectionReason.FETCHES,
    ),
    "template in UTF-16": (
        office(more={"word/_rels/settings.xml.rels": TEMPLATE.decode().encode("utf-16")}),
        RejectionReason.FETCHES,
    ),
    "entities": (
        office(more={"word/_rels/a.rels": b'<!DOCTYPE x [<!ENTITY a "b">]>' + LINK}),
        RejectionReason.BROKEN,
    ),
    "macro in an embedded document": (
        letter(office(more={"word/vbaProject.bin": b"x"}), "report.docx"),
        RejectionReason.PROGRAM,
    ),
    "bomb": (office(more={"word/media/a.xml": ZEROS}), RejectionReason.EXPANDS),
    "bomb in a bomb": (
        office(more={"word/embeddings/a.xlsx": office("xlsx", {"b": ZEROS})}),
        RejectionReason.EXPANDS,
    ),
    "bomb in a letter": (letter(archive({"a": ZEROS}), "a.zip"), RejectionReason.EXPANDS),
    "archives within archives": (
        office(more={"a": archive({"b": archive({"c": archive({"d": b"e"})})})}),
        RejectionReason.NESTED,
    ),
    "names that lead elsewhere": (office(more={"../../etc/passwd": b"x"}), RejectionReason.BROKEN),
    "names of a root": (office(more={"/etc/passwd": b"x"}), RejectionReason.BROKEN),
    "names twice": (office(more={"Word/Document.xml": b"x"}), RejectionReason.BROKEN),
    "overlapping entries": (
        OVERLAP[: OVERLAP.rfind(b"PK\1\2") + 42]
        + bytes(4)
        + OVERLAP[OVERLAP.rfind(b"PK\1\2") + 46 :],
        RejectionReason.EXPANDS,
    ),
    "archive that is cut off": (office()[:-30], RejectionReason.BROKEN),
    "archive with something behind": (office() + b"<script>", RejectionReason.TWO_KINDS),
    "archive with words at its end": (archive({"a": b"b"}, b"comment"), RejectionReason.TWO_KINDS),
    "script in a PDF": (pdf(script="app.alert(1)"), RejectionReason.PROGRAM),
    "script in disguise": (
        pdf().replace(b"/Type /Catalog", b"/Type /Catalog /A << /S /J#61vaScript >>"),
        RejectionReason.PROGRAM,
    ),
    "script in a packed PDF": (packed_pdf(), RejectionReason.PROGRAM),
    "program in a PDF": (
        pdf().replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /Launch >>"),
        RejectionReason.PROGRAM,
    ),
    "locked PDF": (pdf(password="secret"), RejectionReason.LOCKED),
    "PDF that is cut off": (pdf()[:200], RejectionReason.BROKEN),
    "PDF with something behind": (pdf() + b"<script>", RejectionReason.TWO_KINDS),
    "PDF and archive": (pdf() + archive({"a": b"b"}), RejectionReason.TWO_KINDS),
    "PDF with objects packed strangely": (
        b"%PDF-1.7\n<< /Type /ObjStm >>\nstream\nabc\nendstream\n%%EOF",
        RejectionReason.BROKEN,
    ),
    "PDF of many pages": (
        b"%PDF-1.7\n" + b"<< /Type /Page >>\n" * 3001 + b"%%EOF",
        RejectionReason.PAGES,
    ),
    "picture and archive": (jpeg() + archive({"a.class": b"b"}), RejectionReason.TWO_KINDS),
    "picture and page": (jpeg(comment=b"<html><script>1</script>"), RejectionReason.TWO_KINDS),
    "picture and PDF": (jpeg(comment=b"%PDF-1.4"), RejectionReason.TWO_KINDS),
    "picture with a program behind": (jpeg() + b"\r\nMZ\x90", RejectionReason.TWO_KINDS),
    "picture with a page behind": (jpeg() + b"<script>", RejectionReason.TWO_KINDS),
    "picture with an archive inside": (png()[:-12] + b"Rar!\x1a\x07", RejectionReason.TWO_KINDS),
    "flood of pixels": (png(60000, 60000), RejectionReason.PIXELS),
    "flood in a JPEG": (jpeg(65535, 65535), RejectionReason.PIXELS),
    "flood in a HEIC": (heic((512, 512), (100_000, 100_000)), RejectionReason.PIXELS),
    "picture without measure": (jpeg(0, 0), RejectionReason.BROKEN),
    "PNG that is cut off": (png()[:-12], RejectionReason.BROKEN),
    "PNG that is damaged": (png()[:-5] + b"\0" + png()[-4:], RejectionReason.BROKEN),
    "PNG with two headers": (png()[:-12] + png()[8:], RejectionReason.BROKEN),
    "PNG with something behind": (png() + b"x", RejectionReason.TWO_KINDS),
    "PNG without a header": (PNG_HEAD + chunk(b"IEND", b""), RejectionReason.BROKEN),
    "JPEG that is cut off": (jpeg()[:-2], RejectionReason.BROKEN),
    "JPEG without a picture": (b"\xff\xd8\xff\xd9", RejectionReason.BROKEN),
    "HEIC without a picture": (box(b"ftyp", b"heic\0\0\0\0"), RejectionReason.BROKEN),
    "film with something behind": (film() + b"PK", RejectionReason.BROKEN),
    "film without a film": (box(b"ftyp", b"isom\0\0\0\0"), RejectionReason.BROKEN),
    "film and archive": (
        film(b"isom", box(b"free", archive({"a": b"b"}))),
        RejectionReason.TWO_KINDS,
    ),
    "letter with a program": (letter(b"MZ\x90\0\0", "picture.png"), RejectionReason.PROGRAM),
    "letter with a script": (letter(b"alert(1)", "invoice.pdf.js"), RejectionReason.PROGRAM),
    "letter of many parts": (
        b'From: a\nContent-Type: multipart/mixed; boundary="b"\n\n'
        + b"--b\n\nx\n" * 600
        + b"--b--\n",
        RejectionReason.NESTED,
    ),
    "letters within letters": (
        b"From: a\nContent-Type: message/rfc822\n\n" * 2000,
        RejectionReason.NESTED,
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_for_what_they_are(name: str) -> None:
    content, reason = HOSTILE[name]
    assert refused(content) == reason


@pytest.mark.parametrize(
    ("kind", "name"),
    [("png", "a.exe"), ("png", "a.jpg"), ("docx", "a.xlsx"), ("txt", "a.js"), ("pdf", "a.pdf.scr")],
)
def test_a_name_must_not_contradict_the_content(kind: str, name: str) -> None:
    assert refused(GOOD[kind], name) == RejectionReason.NAME


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("../../etc/cron.d/job.png", "job"),
        ("report\u202egpj.png", "report gpj"),
        ("a\r\nSet-Cookie: b.png", "a Set-Cookie: b"),
        (".png", ""),
        ("x" * 300 + ".png", "x" * 120),
    ],
)
def test_titles_hold_nothing_that_does_not_show(name: str, title: str) -> None:
    assert accept_upload(GOOD["png"], name if not name.startswith(".p") else "").title == title


@given(st.sampled_from(sorted(GOOD)), st.data())
def test_a_damaged_file_comes_in_whole_or_is_refused(kind: str, data: st.DataObject) -> None:
    content = bytearray(GOOD[kind])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    _accept_or_refuse(bytes(content[: data.draw(st.integers(1, len(content)))]))


@given(st.binary(max_size=400))
def test_any_bytes_come_in_or_are_refused(content: bytes) -> None:
    for head in (
        b"",
        b"%PDF-1.7\n",
        PNG_HEAD,
        b"\xff\xd8\xff",
        b"PK\x03\x04",
        b"\0\0\0\x18ftypmp42",
    ):
        _accept_or_refuse(head + content)


def _accept_or_refuse(content: bytes) -> None:
    try:
        accepted: Any = accept_upload(content, "")
    except UploadRejected as refusal:
        assert refusal.reason in RejectionReason
    else:
        assert accepted.size == len(content)


def test_no_word_of_the_file_is_repeated_in_a_refusal() -> None:
    canary = "Fatima Canary"
    for content in (f"<html>{canary}".encode(), office(more={f"{canary}.exe": b"x"})):
        with pytest.raises(UploadRejected) as caught:
            accept_upload(content, f"{canary}.docx")
        assert "Canary" not in str(caught.value)


def test_a_pdf_of_countless_streams_is_refused_before_all_are_looked_into() -> None:
    assert refused(b"%PDF-1.7\n" + b"stream\n" * 200_002 + b"%%EOF") == RejectionReason.EXPANDS


def test_what_cannot_be_unpacked_is_damaged() -> None:
    content = office()
    start = content.index(b"PK\x03\x04", 4) - 10
    assert refused(content[:start] + b"\xff" * 8 + content[start + 8 :]) == RejectionReason.BROKEN
