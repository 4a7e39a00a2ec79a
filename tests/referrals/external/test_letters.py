# SPDX-License-Identifier: EUPL-1.2
"""A referral on paper: what was chosen and nothing else, for screen readers and archives; and what
neither consent nor law covers is refused.
"""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from referrals.external.helpers import agree, form, grow_up, query, said, speak
from samvern.referrals.external.delivery.models import ExternalReferral
from support.colleague import Colleague, mistakes
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Colleague:
    """The owner of the case."""
    return Colleague(fresh_workspace, "kari", "en")


def letter(kari: Colleague, asked: dict[str, str] | None = None, **values: Any) -> Any:
    """Ask for a letter on a consent."""
    consent = agree(kari.workspace)
    data = form(f"consent:{consent}", **values)
    return kari.send(
        "referral_send", data, query(kari.workspace, way="letter", **(asked or {})), case_id="own"
    )


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_letter_is_an_archive_file_for_screen_readers(kari: Colleague, language: str) -> None:
    answer = letter(kari, language=language)
    assert answer["Content-Type"] == "application/pdf"
    pdf = PdfReader(io.BytesIO(answer.content))
    root: Any = pdf.trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    assert root["/Lang"] == f"{language}-NO"
    assert "/StructTreeRoot" in root
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert pdf.metadata is not None
    assert pdf.metadata.title == {
        "nb": "Henvisning: Juridisk hjelp", "nn": "Tilvising: Juridisk hjelp"
    }[language]  # fmt: skip


def test_only_what_was_chosen_is_in_it(kari: Colleague) -> None:
    answer = letter(kari)
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    for word in (
        "Rumensk",
        "Advokat Prøvesen",
        "Kan du ta saken?",
        "22 33 11 60",
        "Kari Syntetisk",
    ):
        assert word in text
    leaked = [place for place, word in kari.workspace.cast.canaries.items() if word in text]
    assert leaked == []


def test_names_in_the_message_are_hidden_unless_the_name_goes_along(kari: Colleague) -> None:
    with kari.workspace.acting("kari"):
        pass
    name = next(w for p, w in kari.workspace.cast.canaries.items() if p == "own/claim.value")
    hidden = letter(kari, message=f"{name} trenger hjelp")
    assert name not in read(hidden)
    shown = letter(kari, message=f"{name} trenger hjelp", fields_sent=["name", "languages"])
    assert name in read(shown)


@pytest.mark.parametrize("way", ["letter", "link"])
def test_the_sender_reads_what_left_and_how_much_is_hidden(kari: Colleague, way: str) -> None:
    name = next(w for p, w in kari.workspace.cast.canaries.items() if p == "own/claim.value")
    data = form(f"consent:{agree(kari.workspace)}", message=f"{name} trenger hjelp, 22 33 11 60")
    answer = kari.send("referral_send", data, query(kari.workspace, way=way), case_id="own")
    once = "2 pieces of information are hidden."
    assert (once in answer.content.decode(errors="replace")) == (way == "link")
    page = said(kari.see("referral_sent", case_id="own", sending_id=data["id"]))
    assert (name in page, page.count("2 opplysninger er skjult.")) == (False, 1)


def test_the_receiver_gets_no_field_it_does_not_need(kari: Colleague) -> None:
    answer = letter(kari, fields_sent=["languages", "health"])
    assert mistakes(answer)[0].startswith("Select a valid choice")


def test_a_consent_carries_no_field_it_does_not_cover(kari: Colleague) -> None:
    consent = agree(kari.workspace, categories=["case"])
    data = form(f"consent:{consent}")
    answer = kari.send("referral_send", data, query(kari.workspace, way="letter"), case_id="own")
    assert mistakes(answer)[0].startswith("The consent does not cover: Names, numbers")
    with kari.workspace.acting("kari"):
        assert ExternalReferral.objects.count() == 0


def test_a_gate_that_is_shut_says_what_would_open_it(kari: Colleague) -> None:
    grow_up(kari.workspace)
    speak(kari.workspace)
    asked = query(kari.workspace, kind="health", need="health", way="letter")
    data = form("gate:R-SHARE-NGO-DANGER")
    answer = kari.send("referral_send", data, asked, case_id="own")
    assert mistakes(answer)[0].startswith("Nothing you ticked opens this provision.")
    opened = kari.send("referral_send", {**data, "holds": ["in_danger"]}, asked, case_id="own")
    assert opened["Content-Type"] == "application/pdf"


def test_a_consent_towards_an_organisation_is_none_towards_an_outsider(kari: Colleague) -> None:
    other = agree(kari.workspace, case="own")
    with kari.workspace.superuser() as connection:
        connection.execute(
            "UPDATE cases_consent SET recipient_text_sealed = NULL WHERE id = %s", [other]
        )
    answer = kari.send(
        "referral_send", form(f"consent:{other}"), query(kari.workspace), case_id="own"
    )
    assert answer.status_code == 400


def test_an_answer_by_post_is_written_down(kari: Colleague) -> None:
    letter(kari)
    with kari.workspace.acting("kari"):
        sending = ExternalReferral.objects.get()
    where = {"case_id": "own", "sending_id": sending.pk}
    data = {"answer-move": "help", "answer-words": "Kan ta saken fra mandag"}
    assert kari.send("referral_sent_answer", data, **where).status_code == 302
    page = said(kari.see("referral_sent", **where))
    assert "Can help" in page and "Kan ta saken fra mandag" in page


def read(answer: Any) -> str:
    """The text of a PDF."""
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "")
