# SPDX-License-Identifier: EUPL-1.2
"""Documents of a case: sending one in, fetching it, removing it for good."""

from functools import partial
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read
from samvern.cases.core.selectors import get_case, get_working_case
from samvern.cases.documents import domain
from samvern.cases.documents.forms import DocumentForm, DocumentRemovalForm, UnscannedWarningForm
from samvern.cases.documents.models import Document
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page

SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


@workspace_view()
def documents(request: Request, case_id: UUID) -> HttpResponseBase:
    """The documents, the latest first."""
    case = get_case(request.actor, case_id, Category.DOCUMENTS)
    found = domain.list_documents(case)
    log_read("documents.see", case=case.pk, rows=len(found))
    return case_page(request, case, "cases/documents.html", {"papers": found})


@workspace_view(methods=WRITE)
def document_add(request: Request, case_id: UUID) -> HttpResponseBase:
    """Send a document in."""
    case = get_working_case(request.actor, case_id)

    def save(file: Any, title: str) -> object:
        content, name = file.read(), file.name
        return domain.add_document(
            actor=request.actor, case=case, title=title, content=content, name=name
        )

    page = FormPage(DocumentForm, save, "documents", case=case, template="cases/document_add.html")
    return form_page(request, page)


@workspace_view()
def document_file(request: Request, case_id: UUID, document_id: UUID) -> HttpResponseBase:
    """Fetch a scanned document."""
    row = domain.get_document(request.actor, case_id, document_id)
    if row.state == Document.State.UNSCANNED:
        return redirect("workspace:document_open", case_id=case_id, document_id=document_id)
    return _attachment(*domain.fetch_document(actor=request.actor, document=row))


@workspace_view(methods=WRITE)
def document_open(request: Request, case_id: UUID, document_id: UUID) -> HttpResponseBase:
    """Fetch a document nobody has scanned, after a warning."""
    row = domain.get_document(request.actor, case_id, document_id)
    if row.state != Document.State.UNSCANNED or row.removed_at is not None:
        raise NotFound("document", document_id)

    def show(form: UnscannedWarningForm) -> HttpResponseBase:
        log_read("document.see", case=case_id, object=document_id, rows=1)
        case = get_case(request.actor, case_id, Category.DOCUMENTS)
        context = {"form": form, "paper": domain.decrypt_document(row)}
        return case_page(request, case, "cases/document_open.html", context)

    def save(**_answers: bool) -> tuple[str, bytes]:
        return domain.fetch_document(actor=request.actor, document=row, warned=True)

    page = FormPage(UnscannedWarningForm, save, lambda file: _attachment(*file), show=show)
    return form_page(request, page)


@workspace_view(methods=WRITE)
def document_remove(request: Request, case_id: UUID, document_id: UUID) -> HttpResponseBase:
    """Destroy a document."""
    case = get_working_case(request.actor, case_id)
    row = domain.get_document(request.actor, case_id, document_id)
    if row.removed_at is not None:
        raise NotFound("document", document_id)

    def context(_form: DocumentRemovalForm) -> dict[str, Any]:
        log_read("document.see", case=case_id, object=document_id, rows=1)
        return {"paper": domain.decrypt_document(row)}

    page = FormPage(
        DocumentRemovalForm,
        partial(domain.remove_document, actor=request.actor, document=row),
        "documents",
        case=case,
        title=_("Remove the document"),
        template="cases/document_remove.html",
        values=lambda form: {"reason": form.cleaned_data["reason"]},
        context=context,
    )
    return form_page(request, page)


def _attachment(name: str, content: bytes) -> HttpResponse:
    """A file to save: never shown by the browser, and never run in our name."""
    response = HttpResponse(content, content_type="application/octet-stream")
    ascii_name = name.encode("ascii", "ignore").decode().strip(" .") or "document"
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name)}"
    )
    response.headers["Content-Security-Policy"] = SANDBOX
    return response
