# SPDX-License-Identifier: EUPL-1.2
"""Files that may come in, and a hostile collection of files that may not."""

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.files import (
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
from samvern.cases.intake import LARGEST, Reason, Refusal, accept

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
            accepted = accept(content, name)
            assert (accepted.extension, accepted.title) == (ending, "My file"), name
            assert accepted.size == len(content)
            assert accepted.sha256 == hashlib.sha256(content).hexdigest()


def test_office_documents_with_links_and_embedded_sheets_come_in() -> None:
    sheet = {"word/embeddings/sheet.xlsx": office("xlsx"), "word/_rels/document.xml.rels": LINK}
    assert accept(office("docx", sheet), "").extension == "docx"


def test_pictures_of_telephones_with_a_film_behind_them_come_in() -> None:
    assert accept(jpeg() + film(), "motion.jpg").extension == "jpg"


def refused(content: bytes, name: str = "") -> Reason:
    with pytest.raises(Refusal) as caught:
        accept(content, name)
    return caught.value.reason


OVERLAP = archive({"[Content_Types].xml": b"x", "b": b"y"})
HOSTILE: dict[str, tuple[bytes, Reason]] = {
    "nothing": (b"", Reason.EMPTY),
    "too large": (bytes(LARGEST + 1), Reason.SIZE),
    "program of Windows": (b"MZ\x90\0" + bytes(60), Reason.PROGRAM),
    "program of Linux": (b"\x7fELF" + bytes(60), Reason.PROGRAM),
    "shell script": (b"#!/bin/sh\nrm -rf /\n", Reason.PROGRAM),
    "page": (b"<!DOCTYPE html><script>alert(1)</script>", Reason.TWO_KINDS),
    "page after blanks": (b"\xef\xbb\xbf\n\n  <svg onload=alert(1)>", Reason.TWO_KINDS),
    "page in UTF-16": ("<html><script>1</script>".encode("utf-16"), Reason.TWO_KINDS),
    "picture that is a program": (b"<svg xmlns='x'><script/></svg>", Reason.TWO_KINDS),
    "text with a null": (b"abc\0def", Reason.TYPE),
    "text with escapes of a terminal": (b"abc\x1b]0;title\x07", Reason.TYPE),
    "old office document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Reason.TYPE),
    "archive": (archive({"a.txt": b"a"}), Reason.TYPE),
    "film of another kind": (film(b"qt  "), Reason.TYPE),
    "noise": (bytes(range(256)) * 4, Reason.TYPE),
    "macro document": (office(main=MACRO), Reason.PROGRAM),
    "macro in a clean document": (office(more={"word/vbaProject.bin": b"x"}), Reason.PROGRAM),
    "macro under another name": (office(more={"word/VBAPROJECT.BIN": b"x"}), Reason.PROGRAM),
    "old macro sheet": (office("xlsx", {"xl/macrosheets/sheet1.xml": b"x"}), Reason.PROGRAM),
    "control": (office(more={"word/activeX/activeX1.xml": b"x"}), Reason.PROGRAM),
    "object": (office(more={"word/embeddings/oleObject1.bin": b"x"}), Reason.PROGRAM),
    "program inside": (office(more={"word/run.exe": b"x"}), Reason.PROGRAM),
    "template from elsewhere": (
        office(more={"word/_rels/settings.xml.rels": TEMPLATE}),
        Reason.PROGRAM,
    ),
    "template in UTF-16": (
        office(more={"word/_rels/settings.xml.rels": TEMPLATE.decode().encode("utf-16")}),
        Reason.PROGRAM,
    ),
    "entities": (
        office(more={"word/_rels/a.rels": b'<!DOCTYPE x [<!ENTITY a "b">]>' + LINK}),
        Reason.BROKEN,
    ),
    "macro in an embedded document": (
        letter(office(more={"word/vbaProject.bin": b"x"}), "report.docx"),
        Reason.PROGRAM,
    ),
    "bomb": (office(more={"word/media/a.xml": ZEROS}), Reason.EXPANDS),
    "bomb in a bomb": (
        office(more={"word/embeddings/a.xlsx": office("xlsx", {"b": ZEROS})}),
        Reason.EXPANDS,
    ),
    "bomb in a letter": (letter(archive({"a": ZEROS}), "a.zip"), Reason.EXPANDS),
    "archives within archives": (
        office(more={"a": archive({"b": archive({"c": archive({"d": b"e"})})})}),
        Reason.NESTED,
    ),
    "names that lead elsewhere": (office(more={"../../etc/passwd": b"x"}), Reason.BROKEN),
    "names of a root": (office(more={"/etc/passwd": b"x"}), Reason.BROKEN),
    "names twice": (office(more={"Word/Document.xml": b"x"}), Reason.BROKEN),
    "overlapping entries": (
        OVERLAP[: OVERLAP.rfind(b"PK\1\2") + 42]
        + bytes(4)
        + OVERLAP[OVERLAP.rfind(b"PK\1\2") + 46 :],
        Reason.EXPANDS,
    ),
    "archive that is cut off": (office()[:-30], Reason.BROKEN),
    "archive with something behind": (office() + b"<script>", Reason.TWO_KINDS),
    "archive with words at its end": (archive({"a": b"b"}, b"comment"), Reason.TWO_KINDS),
    "script in a PDF": (pdf(script="app.alert(1)"), Reason.PROGRAM),
    "script in disguise": (
        pdf().replace(b"/Type /Catalog", b"/Type /Catalog /A << /S /J#61vaScript >>"),
        Reason.PROGRAM,
    ),
    "script in a packed PDF": (packed_pdf(), Reason.PROGRAM),
    "program in a PDF": (
        pdf().replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /Launch >>"),
        Reason.PROGRAM,
    ),
    "locked PDF": (pdf(password="secret"), Reason.LOCKED),
    "PDF that is cut off": (pdf()[:200], Reason.BROKEN),
    "PDF with something behind": (pdf() + b"<script>", Reason.TWO_KINDS),
    "PDF and archive": (pdf() + archive({"a": b"b"}), Reason.TWO_KINDS),
    "PDF with objects packed strangely": (
        b"%PDF-1.7\n<< /Type /ObjStm >>\nstream\nabc\nendstream\n%%EOF",
        Reason.BROKEN,
    ),
    "PDF of many pages": (
        b"%PDF-1.7\n" + b"<< /Type /Page >>\n" * 3001 + b"%%EOF",
        Reason.PAGES,
    ),
    "picture and archive": (jpeg() + archive({"a.class": b"b"}), Reason.TWO_KINDS),
    "picture and page": (jpeg(comment=b"<html><script>1</script>"), Reason.TWO_KINDS),
    "picture and PDF": (jpeg(comment=b"%PDF-1.4"), Reason.TWO_KINDS),
    "picture with a program behind": (jpeg() + b"\r\nMZ\x90", Reason.TWO_KINDS),
    "picture with a page behind": (jpeg() + b"<script>", Reason.TWO_KINDS),
    "picture with an archive inside": (png()[:-12] + b"Rar!\x1a\x07", Reason.TWO_KINDS),
    "flood of pixels": (png(60000, 60000), Reason.PIXELS),
    "flood in a JPEG": (jpeg(65535, 65535), Reason.PIXELS),
    "flood in a HEIC": (heic((512, 512), (100_000, 100_000)), Reason.PIXELS),
    "picture without measure": (jpeg(0, 0), Reason.BROKEN),
    "PNG that is cut off": (png()[:-12], Reason.BROKEN),
    "PNG that is damaged": (png()[:-5] + b"\0" + png()[-4:], Reason.BROKEN),
    "PNG with two headers": (png()[:-12] + png()[8:], Reason.BROKEN),
    "PNG with something behind": (png() + b"x", Reason.TWO_KINDS),
    "PNG without a header": (PNG_HEAD + chunk(b"IEND", b""), Reason.BROKEN),
    "JPEG that is cut off": (jpeg()[:-2], Reason.BROKEN),
    "JPEG without a picture": (b"\xff\xd8\xff\xd9", Reason.BROKEN),
    "HEIC without a picture": (box(b"ftyp", b"heic\0\0\0\0"), Reason.BROKEN),
    "film with something behind": (film() + b"PK", Reason.BROKEN),
    "film without a film": (box(b"ftyp", b"isom\0\0\0\0"), Reason.BROKEN),
    "film and archive": (film(b"isom", box(b"free", archive({"a": b"b"}))), Reason.TWO_KINDS),
    "letter with a program": (letter(b"MZ\x90\0\0", "picture.png"), Reason.PROGRAM),
    "letter with a script": (letter(b"alert(1)", "invoice.pdf.js"), Reason.PROGRAM),
    "letter of many parts": (
        b'From: a\nContent-Type: multipart/mixed; boundary="b"\n\n'
        + b"--b\n\nx\n" * 600
        + b"--b--\n",
        Reason.NESTED,
    ),
    "letters within letters": (b"From: a\nContent-Type: message/rfc822\n\n" * 2000, Reason.NESTED),
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
    assert refused(GOOD[kind], name) == Reason.NAME


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
    assert accept(GOOD["png"], name if not name.startswith(".p") else "").title == title


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
        accepted: Any = accept(content, "")
    except Refusal as refusal:
        assert refusal.reason in Reason
    else:
        assert accepted.size == len(content)


def test_no_word_of_the_file_is_repeated_in_a_refusal() -> None:
    canary = "Fatima Canary"
    for content in (f"<html>{canary}".encode(), office(more={f"{canary}.exe": b"x"})):
        with pytest.raises(Refusal) as caught:
            accept(content, f"{canary}.docx")
        assert "Canary" not in str(caught.value)


def test_a_pdf_of_countless_streams_is_refused_before_all_are_looked_into() -> None:
    assert refused(b"%PDF-1.7\n" + b"stream\n" * 200_002 + b"%%EOF") == Reason.EXPANDS


def test_what_cannot_be_unpacked_is_damaged() -> None:
    content = office()
    start = content.index(b"PK\x03\x04", 4) - 10
    assert refused(content[:start] + b"\xff" * 8 + content[start + 8 :]) == Reason.BROKEN
