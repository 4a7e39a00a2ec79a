# SPDX-License-Identifier: EUPL-1.2
"""Notes of a case."""

from functools import partial
from uuid import UUID

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.categories import Category
from samvern.access.tables import Pager
from samvern.access.views import WRITE, page
from samvern.cases.domain import notes as writing
from samvern.cases.domain.reaching import get_case, get_part, get_working_case
from samvern.cases.forms.papers import NoteChangeForm, NoteForm
from samvern.cases.models import Note
from samvern.cases.views.saving import Asked, ask
from samvern.cases.views.shell import case_page

ON_A_PAGE = 20


@page()
def notes(request: Request, case_id: UUID) -> HttpResponseBase:
    """The notes, those about the latest day first."""
    case = get_case(request.actor, case_id, Category.NOTES)
    found = Paginator(writing.notes_of(case), ON_A_PAGE).get_page(request.GET.get("page"))
    entries = writing.opened(list(found))
    see("notes.see", case=case.pk, rows=len(entries))
    return case_page(
        request, case, "cases/notes.html", {"entries": entries, "pager": Pager.of(found)}
    )


@page(methods=WRITE)
def note_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Write a note."""
    case = get_working_case(request.actor, case_id)
    save = partial(writing.write_note, actor=request.actor, case=case)
    asked = Asked(_("New note"), f"note:{case.pk}", "notes", section="notes")
    return ask(request, case, asked, NoteForm, save)


@page()
def note(request: Request, case_id: UUID, note_id: UUID) -> HttpResponseBase:
    """One note, and for its own organisation what it said before."""
    case = get_case(request.actor, case_id, Category.NOTES)
    row = get_part(Note, case.pk, note_id)
    own = case.organisation_id == request.actor.organisation_id
    former = writing.wordings_of(actor=request.actor, note=row) if own else []
    see("note.see", case=case.pk, object=row.pk, rows=1 + len(former))
    context = {"entry": writing.opened([row])[0], "former": former}
    return case_page(request, case, "cases/note.html", context)


@page(methods=WRITE)
def note_edit(request: Request, case_id: UUID, note_id: UUID) -> HttpResponseBase:
    """Put a note right; what it said before is kept."""
    case = get_working_case(request.actor, case_id)
    row = get_part(Note, case.pk, note_id)
    save = partial(writing.edit_note, actor=request.actor, note=row)
    asked = Asked(
        _("Change the note"),
        f"note:{case.pk}:{row.pk}",
        "note",
        section="notes",
        source="cases_note",
        where={"note_id": row.pk},
    )
    return ask(request, case, asked, NoteChangeForm, save, initial=_note, row=row)


def _note(row: Note) -> dict[str, object]:
    return {
        "text": writing.note_text(row),
        "kind": row.kind,
        "happened_on": row.happened_on,
        "version": row.version,
    }


CASE = "cases/<uuid:case_id>/notes"
urlpatterns = [
    path(CASE, notes, name="notes"),
    path(f"{CASE}/new", note_new, name="note_new"),
    path(f"{CASE}/<uuid:note_id>", note, name="note"),
    path(f"{CASE}/<uuid:note_id>/edit", note_edit, name="note_edit"),
]
