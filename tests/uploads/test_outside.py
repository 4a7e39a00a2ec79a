# SPDX-License-Identifier: EUPL-1.2
"""Documents that call the net, or another file, when they are opened do not come in."""

import pikepdf
import pytest
from django.utils import translation
from pikepdf import Dictionary, Name, String

from samvern.cases.documents.labels import refusal_text
from samvern.cases.documents.uploads import (
    Fetched,
    RejectionReason,
    UploadRejected,
    accept_upload,
)
from uploads.files import archive, letter, made_pdf, office

RELATION = (
    '<Relationships><Relationship Id="r" Type="http://schemas/{}" Target="{}"'
    ' TargetMode="External"/></Relationships>'
)


def relation(kind: str, target: str = "https://example.org/a.png") -> bytes:
    return RELATION.format(kind, target).encode()


def words(body: str) -> bytes:
    return office(more={"word/header1.xml": f"<w:hdr>{body}</w:hdr>".encode()})


def pieces(*texts: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in texts)
    return f'<w:fldChar w:fldCharType="begin"/>{runs}<w:fldChar w:fldCharType="end"/>'


def sheet(formula: str) -> bytes:
    return office("xlsx", {"xl/worksheets/sheet1.xml": f"<c><f>{formula}</f></c>".encode()})


def outside_stream(document: pikepdf.Pdf) -> None:
    document.Root.Made = document.make_stream(b"", Dictionary(F=String("https://example.org/a")))


def other_page(document: pikepdf.Pdf) -> None:
    made = document.make_stream(b"", Dictionary(Subtype=Name.Form, Ref=Dictionary(Page=0)))
    document.Root.Made = made


OPEN = "<office:document-content>{}</office:document-content>"
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text"}


def attached(body: str) -> bytes:
    return letter(archive({**ODT, "content.xml": OPEN.format(body).encode()}), "a.odt")


FETCHES: dict[str, tuple[bytes, Fetched]] = {
    "picture of the net": (
        office(more={"word/_rels/document.xml.rels": relation("image")}), Fetched.FILE),
    "picture on a share": (
        office(more={"word/_rels/document.xml.rels": relation("image", "file:///\\\\a\\b")}),
        Fetched.FILE),
    "film": (office(more={"word/_rels/document.xml.rels": relation("video")}), Fetched.FILE),
    "letters' data": (
        office(more={"word/_rels/settings.xml.rels": relation("mailMergeSource")}), Fetched.FILE),
    "page inside": (
        office(more={"word/_rels/document.xml.rels": relation("aFChunk").replace(
            b' TargetMode="External"', b"")}), Fetched.FILE),
    "old picture": (words('<v:imagedata src="http://example.org/a"/>'), Fetched.FILE),
    "program by a field": (words(pieces("DDEAUTO c:\\\\cmd.exe &quot;/k&quot;")), Fetched.FIELD),
    "field in pieces": (words(pieces("D", "DE", "AUTO a b")), Fetched.FIELD),
    "field in small letters": (
        words(pieces(" includepicture http://example.org/a")), Fetched.FIELD),
    "field spelt by numbers": (words(pieces("QUOTE 68 68 69 65")), Fetched.FIELD),
    "simple field": (words('<w:fldSimple w:instr=" LINK Excel.Sheet a b"/>'), Fetched.FIELD),
    "other workbook": (
        office("xlsx", {"xl/externalLinks/externalLink1.xml": b"<x/>"}), Fetched.WORKBOOK),
    "web query": (office("xlsx", {"xl/connections.xml": b"<webPr/>"}), Fetched.QUERY),
    "table of a query": (
        office("xlsx", {"xl/queryTables/queryTable1.xml": b"<x/>"}), Fetched.QUERY),
    "service of the web": (sheet("_xlfn.WEBSERVICE(&quot;http://a&quot;)"), Fetched.QUERY),
    "picture by a formula": (sheet("_xlfn.IMAGE(A1)"), Fetched.QUERY),
    "program by a formula": (sheet("cmd|&apos;/c calc&apos;!A1"), Fetched.QUERY),
    "open document's picture": (
        attached('<draw:image xlink:href="https://example.org/a.png"/>'), Fetched.FILE),
    "open document's section": (
        attached('<text:section-source xlink:href="../a.odt"/>'), Fetched.FILE),
    "open document's DDE": (attached('<office:dde-source office:dde-item="a"/>'), Fetched.FIELD),
    "PDF with content elsewhere": (made_pdf(outside_stream), Fetched.FILE),
    "PDF with a page of another": (made_pdf(other_page), Fetched.FILE),
}  # fmt: skip
WAITS = {
    "link": office(more={"word/_rels/document.xml.rels": relation("hyperlink")}),
    "link by a field": words(pieces('HYPERLINK "https://example.org/link/rd/dde-a"')),
    "page number": words(pieces("PAGE \\* MERGEFORMAT")),
    "sum": sheet("SUM(A1:A9)"),
    "bar in a text": sheet('CONCATENATE("a|b","c")'),
    "open document": attached('<text:a xlink:href="https://example.org/">a</text:a>'
                              '<draw:image xlink:href="Pictures/a.png"/>'),
}  # fmt: skip


@pytest.mark.parametrize("name", FETCHES)
def test_what_fetches_when_it_is_opened_is_refused_and_named(name: str) -> None:
    content, what = FETCHES[name]
    with pytest.raises(UploadRejected) as caught:
        accept_upload(content, "")
    assert (caught.value.reason, caught.value.detail) == (RejectionReason.FETCHES, what.value)


@pytest.mark.parametrize("name", WAITS)
def test_what_waits_to_be_followed_comes_in(name: str) -> None:
    assert accept_upload(WAITS[name], "").size == len(WAITS[name])


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_sender_reads_what_was_found_and_what_to_do(language: str) -> None:
    with translation.override(language):
        texts = {
            refusal_text(UploadRejected(RejectionReason.FETCHES, what.value)) for what in Fetched
        }
    assert len(texts) == len(Fetched)
    assert all("PDF" in text for text in texts)
