# SPDX-License-Identifier: EUPL-1.2
"""Notes: sealed, put right without losing what they said, and two people at once."""

from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from samvern.cases.core.domain import open_case
from samvern.cases.notes.models import Note
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
TODAY = timezone.localdate().isoformat()
WRITTEN = {"kind": "phone", "happened_on": TODAY}


@pytest.fixture
def kari(workspace: Workspace) -> Desk:
    return Desk(workspace, "kari")


@pytest.fixture
def case(workspace: Workspace) -> UUID:
    with workspace.acting("kari") as actor:
        return open_case(actor=actor).pk


@pytest.fixture
def note(kari: Desk, case: UUID) -> Note:
    """A note in the case."""
    answer = kari.send("note_new", {**WRITTEN, "text": "Første ordlyd"}, case_id=case)
    assert answer.status_code == 302
    with kari.workspace.acting("kari"):
        return Note.objects.get(case_id=case)


def edit(desk: Desk, note: Note, text: str, version: int) -> Any:
    data = {**WRITTEN, "text": text, "version": str(version)}
    return desk.send("note_edit", data, case_id=note.case_id, note_id=note.pk)


def test_a_note_is_read_as_it_was_written(kari: Desk, note: Note) -> None:
    assert "Første ordlyd" in kari.read("notes", case_id=note.case_id)


def test_what_it_said_before_is_kept_and_can_be_read(kari: Desk, note: Note) -> None:
    assert edit(kari, note, "Andre ordlyd", 1).status_code == 302
    assert edit(kari, note, "Tredje ordlyd", 2).status_code == 302
    page = kari.read("note", case_id=note.case_id, note_id=note.pk)
    places = [page.index(text) for text in ("Tredje ordlyd", "Andre ordlyd", "Første ordlyd")]
    assert places == sorted(places)


def test_neither_now_nor_in_the_history_does_it_lie_open(kari: Desk, note: Note) -> None:
    edit(kari, note, "Andre ordlyd", 1)
    with kari.workspace.superuser() as connection:
        was = connection.execute(
            "SELECT h.was::text, n.text_sealed FROM audit.history h"
            " JOIN cases_note n ON n.id = h.row_id WHERE h.row_id = %s", [note.pk]
        ).fetchone()  # fmt: skip
    assert was is not None
    assert [b"ordlyd" in text for text in (was[0].encode(), bytes(was[1]))] == [False, False]


def test_two_at_once_are_shown_both_texts_and_nothing_is_lost(kari: Desk, note: Note) -> None:
    edit(kari, note, "Kollegaens tekst", 1)
    clash = edit(kari, note, "Min tekst", 1)
    page = clash.content.decode()
    assert clash.status_code == 409
    assert [text in page for text in ("Kollegaens tekst", "Min tekst")] == [True, True]
    chosen = {**WRITTEN, "text": "Min tekst", "saved-text": "Kollegaens tekst", "version": "2"}
    kept = kari.send(
        "note_edit", {**chosen, "choose-text": "saved"}, case_id=note.case_id, note_id=note.pk
    )
    assert kept.status_code == 302
    assert "Kollegaens tekst" in kari.read("note", case_id=note.case_id, note_id=note.pk)


def test_a_note_is_about_what_has_happened(kari: Desk, case: UUID) -> None:
    late = {"kind": "phone", "happened_on": "2999-01-01", "text": "Fremtid"}
    answer = kari.send("note_new", late, case_id=case)
    assert answer.status_code == 400
    assert "Fremtid" in answer.content.decode()


def test_who_sees_the_notes_by_a_share_does_not_see_what_they_said_before(kari: Desk) -> None:
    own = kari.workspace.cast.cases["own"]
    kari.send("note_new", {**WRITTEN, "text": "Delt ordlyd"}, case_id=own)
    with kari.workspace.acting("kari"):
        note = Note.objects.filter(case_id=own).latest("created_at")
    edit(kari, note, "Rettet ordlyd", 1)
    page = Desk(kari.workspace, "amina").read("note", case_id=own, note_id=note.pk)
    assert [text in page for text in ("Rettet ordlyd", "Delt ordlyd")] == [True, False]


def test_a_share_gives_nothing_to_write_with(kari: Desk) -> None:
    own = kari.workspace.cast.cases["own"]
    amina = Desk(kari.workspace, "amina")
    assert amina.send("note_new", {**WRITTEN, "text": "Nei"}, case_id=own).status_code == 404


def test_reading_leaves_a_line_with_the_number_of_notes(kari: Desk, note: Note) -> None:
    kari.read("notes", case_id=note.case_id)
    with kari.workspace.superuser() as connection:
        found = connection.execute(
            "SELECT d.content ->> 'rows' FROM audit.line l"
            " JOIN audit.detail d USING (chain, number)"
            " WHERE l.case_id = %s AND l.act = 'notes.see'", [note.case_id]
        ).fetchall()  # fmt: skip
    assert found == [("1",)]


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "'; DROP TABLE cases_note; --", "{{ 7|add:7 }}", "=HYPERLINK(1)"],
)
def test_hostile_text_is_only_text(kari: Desk, case: UUID, text: str) -> None:
    assert kari.send("note_new", {**WRITTEN, "text": text}, case_id=case).status_code == 302
    page = kari.read("notes", case_id=case)
    assert "<script>alert" not in page
    with kari.workspace.acting("kari"):
        assert Note.objects.filter(case_id=case).count() == 1
