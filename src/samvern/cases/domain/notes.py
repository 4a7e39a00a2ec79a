# SPDX-License-Identifier: EUPL-1.2
"""Notes: written, put right by those who work on the case, and readable as they once were."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.errors import Refused
from samvern.access.locking import change
from samvern.cases.domain.history import earlier
from samvern.cases.domain.reaching import get_own_case, get_working_case
from samvern.cases.models import Case, Note
from samvern.identity.domain.sealing import seal, unseal


@dataclass(frozen=True)
class Entry:
    """A note with its words opened."""

    row: Note
    text: str
    by: str


@dataclass(frozen=True)
class Wording:
    """What a note said until ``until``, when ``who`` changed it."""

    text: str
    kind: str
    happened_on: date
    until: datetime
    who: str


def notes_of(case: Case) -> "QuerySet[Note]":
    """The notes of a case, those about the latest day first."""
    return Note.objects.filter(case=case).select_related("created_by")


def opened(notes: "list[Note]") -> list[Entry]:
    """Notes with their words."""
    return [Entry(note, note_text(note), note.created_by.name) for note in notes]


def note_text(note: Note) -> str:
    """What a note says."""
    return unseal(note.case_id, "note.text", note.pk, note.text_sealed)


def write_note(
    *, actor: Actor, case: Case, text: str, happened_on: date, kind: str = Note.Kind.OTHER
) -> Note:
    """Write a note about something that happened, today or before.

    Raises:
        Absent: the actor may not write in the case.
        Refused: the case is closed, or the day is to come.
    """
    get_working_case(actor, case.pk)
    id = uuid4()
    note = Note(
        id=id,
        case=case,
        created_by_id=actor.member_id,
        kind=kind,
        happened_on=_past(happened_on),
        text_sealed=seal(case.pk, "note.text", id, text),
    )
    note.save(force_insert=True)
    record("note.write", case=case.pk, object=note.pk, kind=kind)
    return note


def edit_note(
    *, actor: Actor, note: Note, version: int, text: str, happened_on: date, kind: str
) -> Note:
    """Put a note right; what it said before is kept.

    Raises:
        Conflict: somebody changed it in the meantime.
        Refused: the case is closed, or the day is to come.
    """
    get_working_case(actor, note.case_id)
    changed = change(
        note,
        expected=version,
        text_sealed=seal(note.case_id, "note.text", note.pk, text),
        happened_on=_past(happened_on),
        kind=kind,
    )
    record("note.edit", case=note.case_id, object=note.pk)
    return changed


def wordings_of(*, actor: Actor, note: Note) -> list[Wording]:
    """What a note said before, latest first; for those of the organisation whose case it is.

    Raises:
        Absent: the case is another organisation's: what was put right is not shared.
    """
    get_own_case(actor, note.case_id)
    names = dict(Note.Kind.choices)
    return [
        Wording(
            unseal(note.case_id, "note.text", note.pk, was.sealed("text_sealed")),
            str(names.get(was.was["kind"], was.was["kind"])),
            date.fromisoformat(was.was["happened_on"]),
            was.at,
            was.who,
        )
        for was in earlier("cases_note", note.pk)
    ]


def _past(day: date) -> date:
    if day > timezone.localdate():
        raise Refused({"happened_on": _("The day is to come. A note is about what happened.")})
    return day
