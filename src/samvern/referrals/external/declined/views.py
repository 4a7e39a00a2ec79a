# SPDX-License-Identifier: EUPL-1.2
"""After a no: what helps her anyway, a count without her, and what the counts come to."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from samvern.access.actor import Actor, Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.roles import CASEWORK, Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.core.form_helpers import attempt
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import get_managed_case
from samvern.cases.pages.rendering import case_page
from samvern.common.numbers import whole_number
from samvern.referrals.external.declined import domain
from samvern.referrals.external.declined.forms import DeclinedForm

FIRST_YEAR = 2020
SECTION = {"section": "case_referrals"}


@workspace_view(methods=WRITE)
def referral_unnamed(request: Request, case_id: UUID) -> HttpResponseBase:
    """Count a no. It is not kept as a draft, and leads back to nobody."""
    actor, case = request.actor, get_managed_case(request.actor, case_id)
    form = DeclinedForm(request.POST if request.method == "POST" else None)
    text, plain = domain.safe_card()
    context = {**SECTION, "form": form, "text": text, "plain": plain}
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        done = attempt(form, lambda: _count(actor, case, found))
        if done:
            return case_page(
                request, case, "referrals/outside/unnamed.html", {**context, "done": True}
            )
    return case_page(request, case, "referrals/outside/unnamed.html", context)


@workspace_view(roles=CASEWORK | {Role.COORDINATOR})
def unnamed_counts(request: Request) -> HttpResponseBase:
    """Counts of a year; for a coordinator of the country, else of one's own organisation."""
    this_year = timezone.localdate().year
    given = request.GET.get("year", "")
    year = whole_number(given, 4) if len(given) == 4 else None
    year = min(max(this_year if year is None else year, FIRST_YEAR), this_year)
    whole, found = domain.declined_counts(request.actor, year)
    context = {
        "year": year,
        "before": year - 1 if year > FIRST_YEAR else None,
        "after": year + 1 if year < this_year else None,
        "whole": whole,
        "country": request.actor.role == Role.COORDINATOR,
        "tables": [_table(each) for each in found if each.rows],
    }
    return render(request, "referrals/outside/counts.html", context)


def _count(actor: Actor, case: Case, found: dict[str, Any]) -> bool:
    domain.count_declined(actor=actor, case=case, **found)
    return True


def _table(count: domain.DeclinedTable) -> Table:
    rows = [[TableCell(name), TableCell(str(number))] for name, number in count.rows]
    return Table(
        count.name, [TableColumn(count.name), TableColumn(domain.PEOPLE, numeric=True)], rows, ""
    )
