# SPDX-License-Identifier: EUPL-1.2
"""Printing a case."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.forms import Form
from samvern.access.views import WRITE, page
from samvern.cases.domain.reaching import get_case
from samvern.cases.models import Case
from samvern.cases.paper.making import CASE, PAGE, print_case
from samvern.cases.views.shell import case_page


class PrintForm(Form):
    """How much, and whether names are to be on it."""

    scope = fields.RadioField(
        label=gettext_lazy("How much"),
        choices=[
            (PAGE, gettext_lazy("One page: where the case stands")),
            (CASE, gettext_lazy("The whole case, with notes and timeline")),
        ],
        initial=PAGE,
    )
    reason = fields.LineField(
        label=gettext_lazy("Why names and numbers must be on it"),
        help_text=gettext_lazy(
            "Leave this empty, and names become initials and numbers are left out. If you give a"
            " reason, you may be asked to sign in anew, and the reason is kept in the trail."
        ),
        required=False,
    )


@page(methods=WRITE)
def print_page(request: Request, case_id: UUID) -> HttpResponseBase:
    """Ask how much; then send it as a file to keep, never to open on the page."""
    case = get_case(request.actor, case_id)
    form = PrintForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _file(case, print_case(actor=request.actor, case=case, **form.cleaned_data))
    return case_page(request, case, "workspace/print.html", {"form": form, "section": "case"})


@page()
def print_pdf(request: Request, case_id: UUID) -> HttpResponseBase:
    """One screened page at once."""
    case = get_case(request.actor, case_id)
    return _file(case, print_case(actor=request.actor, case=case))


def _file(case: Case, content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    name = _("Case %(reference)s") % {"reference": case.reference}
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    response["Content-Security-Policy"] = "sandbox"
    return response


urlpatterns = [
    path("cases/<uuid:case_id>/print", print_page, name="print"),
    path("cases/<uuid:case_id>/print.pdf", print_pdf, name="print_pdf"),
]
