# SPDX-License-Identifier: EUPL-1.2
"""Printing a case."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import get_case
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.printing.forms import PrintForm
from samvern.cases.printing.pdf import print_case
from samvern.common.downloads import PDF, file_response


@workspace_view(methods=WRITE)
def print_page(request: Request, case_id: UUID) -> HttpResponseBase:
    """Ask how much; then send it as a file to keep, never to open on the page."""
    case = get_case(request.actor, case_id)
    page = FormPage(
        PrintForm,
        partial(print_case, actor=request.actor, case=case),
        lambda content: _file(case, content),
        case=case,
        template="workspace/print.html",
        context={"section": "case"},
    )
    return form_page(request, page)


@workspace_view()
def print_pdf(request: Request, case_id: UUID) -> HttpResponseBase:
    """One screened page at once."""
    case = get_case(request.actor, case_id)
    return _file(case, print_case(actor=request.actor, case=case))


def _file(case: Case, content: bytes) -> HttpResponse:
    name = _("Case %(reference)s") % {"reference": case.reference}
    response = file_response(f"{name}.pdf", content, PDF)
    response["Content-Security-Policy"] = "sandbox"
    return response
