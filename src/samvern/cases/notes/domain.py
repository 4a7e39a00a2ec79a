# SPDX-License-Identifier: EUPL-1.2
"""Notes: written, put right by those who work on the case, and readable as they once were."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.optimistic_locking import update_versioned
from samvern.access.unit_of_work import log_act
from samvern.cases.core.history import list_earlier_versions
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import get_own_case, get_working_case
from samvern.cases.notes.models import Note
from samvern.identity.sealing import open_field, seal_fields, set_sealed


@dataclass(frozen=True)
class NoteEntry:
    """A note with its words opened."""

    row: Note
    text: str
    by: str


@dataclass(frozen=True)
class NoteVersion:
    """What a note said until ``until``, when ``who`` changed it."""

    text: str
    kind: str
    happened_on: date
    until: datetime
    who: str


def list_notes(case: Case) -> "QuerySet[Note]":
    """The notes of a case, those about the latest day first."""
    return Note.objects.filter(case=case).select_related("created_by")


def decrypt_notes(notes: "list[Note]") -> list[NoteEntry]:
    """Notes with their words."""
    return [NoteEntry(note, note_text(note), note.created_by.name) for note in notes]


def note_text(note: Note) -> str:
    """What a note says."""
    return open_field(note, "text")


def write_note(
    *, actor: Actor, case: Case, text: str, happened_on: date, kind: str = Note.Kind.OTHER
) -> Note:
    """Write a note about something that happened, today or before.

    Raises:
        NotFound: the actor may not write in the case.
        Rejected: the case is closed, or the day is to come.
    """
    get_working_case(actor, case.pk)
    note = Note(
        case=case,
        created_by_id=actor.member_id,
        kind=kind,
        happened_on=_past(happened_on),
    )
    set_sealed(note, text=text)
    note.save(force_insert=True)
    log_act("note.write", case=case.pk, object=note.pk, kind=kind)
    return note


def edit_note(
    *, actor: Actor, note: Note, version: int, text: str, happened_on: date, kind: str
) -> Note:
    """Put a note right; what it said before is kept.

    Raises:
        Conflict: somebody changed it in the meantime.
        Rejected: the case is closed, or the day is to come.
    """
    get_working_case(actor, note.case_id)
    changed = update_versioned(
        note,
        expected=version,
        **seal_fields(note, text=text),
        happened_on=_past(happened_on),
        kind=kind,
    )
    log_act("note.edit", case=note.case_id, object=note.pk)
    return changed


def list_note_versions(*, actor: Actor, note: Note) -> list[NoteVersion]:
    """What a note said before, latest first; for those of the organisation whose case it is.

    Raises:
        NotFound: the case is another organisation's: what was put right is not shared.
    """
    get_own_case(actor, note.case_id)
    names = dict(Note.Kind.choices)
    return [
        NoteVersion(
            open_field(note, "text", was.sealed("text_sealed")),
            str(names.get(was.was["kind"], was.was["kind"])),
            date.fromisoformat(was.was["happened_on"]),
            was.at,
            was.who,
        )
        for was in list_earlier_versions("cases_note", note.pk)
    ]


def _past(day: date) -> date:
    if day > timezone.localdate():
        raise Rejected({"happened_on": _("The day is to come. A note is about what happened.")})
    return day
