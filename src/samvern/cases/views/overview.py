# SPDX-License-Identifier: EUPL-1.2
"""The first page of a case."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.errors import Conflict
from samvern.access.forms import Form
from samvern.access.views import WRITE, page
from samvern.cases.domain.cases import describe_case
from samvern.cases.domain.in_hand import has_in_hand
from samvern.cases.domain.overview import read_overview
from samvern.cases.domain.reaching import get_case, get_working_case
from samvern.cases.domain.search import label_of
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt, show_conflict
from samvern.cases.views.shell import case_page


class DescribeForm(Form):
    """What can be changed of the case itself."""

    label = fields.LineField(
        label=_("Working name"),
        help_text=_("So that you know the case again. Do not use a full name."),
        limit=60,
        required=False,
    )
    kind = fields.RadioField(label=_("Case type"), choices=Case.Kind.choices)
    version = fields.VersionField()


@page()
def case(request: Request, case_id: UUID) -> HttpResponseBase:
    """What comes next, what is to be done, what is new, and who has it."""
    found = get_case(request.actor, case_id)
    overview = read_overview(actor=request.actor, case=found)
    context = {"o": overview, "in_hand": has_in_hand(request.actor, found)}
    return case_page(request, found, "cases/overview.html", context)


@page(methods=WRITE)
def describe(request: Request, case_id: UUID) -> HttpResponseBase:
    """Change the working name and the type."""
    found = get_working_case(request.actor, case_id)
    saved = {"label": label_of(found), "kind": found.kind, "version": found.version}
    form = DescribeForm(request.POST or None, initial=saved)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        expected = values.pop("version")
        try:
            attempt(
                form,
                lambda: describe_case(actor=request.actor, case=found, expected=expected, **values),
            )
        except Conflict as conflict:
            now = {"label": label_of(conflict.current), "kind": conflict.current.kind}
            return show_conflict(request, form, conflict, now, "cases_case")
        if not form.errors:
            return redirect("workspace:case", case_id=found.pk)
    return case_page(request, found, "cases/describe.html", {"form": form, "section": "case"})


urlpatterns = [
    path("cases/<uuid:case_id>/", case, name="case"),
    path("cases/<uuid:case_id>/describe", describe, name="describe"),
]
