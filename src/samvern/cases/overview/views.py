# SPDX-License-Identifier: EUPL-1.2
"""The first page of a case."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import Conflict
from samvern.cases.case_header.rendering import case_page
from samvern.cases.case_list.domain import case_label
from samvern.cases.core.domain import change_case
from samvern.cases.core.form_helpers import attempt, show_conflict
from samvern.cases.core.permissions import can_manage_case
from samvern.cases.core.selectors import get_case, get_working_case
from samvern.cases.overview.domain import read_case_overview
from samvern.cases.overview.forms import CaseChangeForm


@workspace_view()
def case(request: Request, case_id: UUID) -> HttpResponseBase:
    """What comes next, what is to be done, what is new, and who has it."""
    found = get_case(request.actor, case_id)
    overview = read_case_overview(actor=request.actor, case=found)
    context = {"o": overview, "in_hand": can_manage_case(request.actor, found)}
    return case_page(request, found, "cases/overview.html", context)


@workspace_view(methods=WRITE)
def describe(request: Request, case_id: UUID) -> HttpResponseBase:
    """Change the working name and the type."""
    found = get_working_case(request.actor, case_id)
    saved = {"label": case_label(found), "kind": found.kind, "version": found.version}
    form = CaseChangeForm(request.POST or None, initial=saved)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        expected = values.pop("version")
        try:
            attempt(
                form,
                lambda: change_case(actor=request.actor, case=found, expected=expected, **values),
            )
        except Conflict as conflict:
            now = {"label": case_label(conflict.current), "kind": conflict.current.kind}
            return show_conflict(request, form, conflict, now, "cases_case")
        if not form.errors:
            return redirect("workspace:case", case_id=found.pk)
    return case_page(request, found, "cases/describe.html", {"form": form, "section": "case"})
