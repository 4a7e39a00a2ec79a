# SPDX-License-Identifier: EUPL-1.2
"""Notes of a case."""

from functools import partial
from uuid import UUID

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.tables import Pager
from samvern.access.unit_of_work import log_read
from samvern.cases.core.selectors import get_case, get_case_record, get_working_case
from samvern.cases.notes import domain
from samvern.cases.notes.forms import NoteChangeForm, NoteForm
from samvern.cases.notes.models import Note
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page

ON_A_PAGE = 20


@workspace_view()
def notes(request: Request, case_id: UUID) -> HttpResponseBase:
    """The notes, those about the latest day first."""
    case = get_case(request.actor, case_id, Category.NOTES)
    found = Paginator(domain.list_notes(case), ON_A_PAGE).get_page(request.GET.get("page"))
    entries = domain.decrypt_notes(list(found))
    log_read("notes.see", case=case.pk, rows=len(entries))
    return case_page(
        request, case, "cases/notes.html", {"entries": entries, "pager": Pager.of(found)}
    )


@workspace_view(methods=WRITE)
def note_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Write a note."""
    case = get_working_case(request.actor, case_id)
    save = partial(domain.write_note, actor=request.actor, case=case)
    page = FormPage(
        NoteForm, save, "notes", case=case, title=_("New note"), draft=f"note:{case.pk}",
        context={"section": "notes"},
    )  # fmt: skip
    return form_page(request, page)


@workspace_view()
def note(request: Request, case_id: UUID, note_id: UUID) -> HttpResponseBase:
    """One note, and for its own organisation what it said before."""
    case = get_case(request.actor, case_id, Category.NOTES)
    row = get_case_record(Note, case.pk, note_id)
    own = case.organisation_id == request.actor.organisation_id
    former = domain.list_note_versions(actor=request.actor, note=row) if own else []
    log_read("note.see", case=case.pk, object=row.pk, rows=1 + len(former))
    context = {"entry": domain.decrypt_notes([row])[0], "former": former}
    return case_page(request, case, "cases/note.html", context)


@workspace_view(methods=WRITE)
def note_edit(request: Request, case_id: UUID, note_id: UUID) -> HttpResponseBase:
    """Put a note right; what it said before is kept."""
    case = get_working_case(request.actor, case_id)
    row = get_case_record(Note, case.pk, note_id)
    page = FormPage(
        NoteChangeForm,
        partial(domain.edit_note, actor=request.actor, note=row),
        "note",
        case=case,
        where={"note_id": row.pk},
        title=_("Change the note"),
        draft=f"note:{case.pk}:{row.pk}",
        initial=_note,
        row=row,
        context={"section": "notes"},
    )
    return form_page(request, page)


def _note(row: Note) -> dict[str, object]:
    return {
        "text": domain.note_text(row),
        "kind": row.kind,
        "happened_on": row.happened_on,
        "version": row.version,
    }
