# SPDX-License-Identifier: EUPL-1.2
"""The answer on paper: tagged, titled, in its language, with its fonts inside,
and a neutral name.
"""

import io
from typing import Any

import pytest
from django.http import HttpRequest
from django.utils import timezone
from pypdf import PdfReader

from samvern.guide import labels
from samvern.guide.advice import advise
from samvern.guide.answer_cookie import load
from support.visitor import Visitor

REGIONS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
TITLES = {
    "nb": "Hva du gjør, og hva som gjelder",
    "nn": "Kva du gjer, og kva som gjeld",
    "en": "What to do, and what applies",
}


def read(visitor: Visitor) -> tuple[Any, PdfReader]:
    visitor.tell("profession", profession="health")
    visitor.tell("means_seen", means_seen=["threats"])
    visitor.tell("purpose_seen", purpose_seen=["forced_labour"])
    response = visitor.post(visitor.address("pdf"))
    return response, PdfReader(io.BytesIO(response.content))


def test_the_pdf_is_tagged_for_screen_readers(anyone: Visitor) -> None:
    _, pdf = read(anyone)
    root: Any = pdf.trailer["/Root"]
    assert root["/Lang"] == REGIONS[anyone.language]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (a PDF boolean)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert "/StructTreeRoot" in root
    assert pdf.metadata is not None
    assert pdf.metadata.title == TITLES[anyone.language]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()


def test_headings_lists_and_links_are_marked(visitor: Visitor) -> None:
    _, pdf = read(visitor)
    tags = set(structure(pdf.trailer["/Root"]["/StructTreeRoot"]))  # type: ignore[index]
    assert {"/H1", "/H2", "/L", "/LI", "/P", "/Link"} <= tags


def structure(node: Any) -> list[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [tag for kid in node for tag in structure(kid)]
    if not hasattr(node, "get"):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + structure(node.get("/K", []))


def test_every_font_is_inside(visitor: Visitor) -> None:
    _, pdf = read(visitor)
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(inner)


def test_phone_numbers_can_be_pressed_and_pages_are_numbered(visitor: Visitor) -> None:
    _, pdf = read(visitor)
    links = [
        note.get_object()["/A"]["/URI"] for page in pdf.pages for note in page.get("/Annots", [])
    ]
    assert "tel:+4722331160" in links
    last = pdf.pages[-1].extract_text()
    assert f"{len(pdf.pages)} / {len(pdf.pages)}" in last


def test_name_cache_and_metadata_say_nothing(visitor: Visitor) -> None:
    response, pdf = read(visitor)
    assert response.headers["Content-Disposition"] == 'attachment; filename="samvern.pdf"'
    assert response.headers["Cache-Control"] == "no-store"
    assert pdf.metadata is not None
    assert pdf.metadata.creation_date is None


def test_a_pdf_is_asked_for_with_a_form(visitor: Visitor) -> None:
    assert visitor.see("pdf").status_code == 405


def test_texts_are_shown_and_never_run(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '#panic("run") *strong* $x$ <label> @ref'
    monkeypatch.setattr(labels, "about_pack", lambda pack: text)
    _, pdf = read(visitor)
    assert text in pdf.pages[-1].extract_text().replace("\n", " ")


def test_the_paper_says_what_the_page_says(visitor: Visitor) -> None:
    _, pdf = read(visitor)
    paper = " ".join("".join(page.extract_text() for page in pdf.pages).split())
    advice = advise(state_of(visitor), "nb", timezone.localdate())
    told = [action.entry.name for action in (*advice.now, *advice.today, *advice.never)]
    assert told
    assert [name for name in told if name not in paper] == []


def state_of(visitor: Visitor) -> dict[str, Any]:
    request = HttpRequest()
    request.COOKIES["samvern"] = visitor.cookie
    return load(request).answers
