# SPDX-License-Identifier: EUPL-1.2
"""The first page of a case."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.cases.case_list.domain import case_label
from samvern.cases.core.domain import change_case
from samvern.cases.core.permissions import can_manage_case
from samvern.cases.core.selectors import get_case, get_working_case
from samvern.cases.overview.domain import read_case_overview
from samvern.cases.overview.forms import CaseChangeForm
from samvern.cases.pages.form_page import FormPage, form_page, with_expected
from samvern.cases.pages.rendering import case_page


@workspace_view()
def case(request: Request, case_id: UUID) -> HttpResponseBase:
    """What comes next, what is to be done, what is new, and who has it."""
    found = get_case(request.actor, case_id)
    overview = read_case_overview(actor=request.actor, case=found)
    context = {"o": overview, "can_manage": can_manage_case(request.actor, found)}
    return case_page(request, found, "cases/overview.html", context)


@workspace_view(methods=WRITE)
def describe(request: Request, case_id: UUID) -> HttpResponseBase:
    """Change the working name and the type."""
    found = get_working_case(request.actor, case_id)
    page = FormPage(
        CaseChangeForm,
        partial(change_case, actor=request.actor, case=found),
        "case",
        case=found,
        template="cases/describe.html",
        values=with_expected,
        initial=lambda row: {
            "label": case_label(row),
            "kind": row.kind,
            "version": row.version,
        },
        row=found,
        context={"section": "case"},
    )
    return form_page(request, page)
