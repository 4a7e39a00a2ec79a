# SPDX-License-Identifier: EUPL-1.2
"""After a no: what helps her anyway, a count without her, and what the counts come to."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from samvern.access.actor import Actor, Request
from samvern.access.roles import CASEWORK, Role
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import WRITE, page
from samvern.cases.domain.in_hand import get_case_in_hand
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt
from samvern.cases.views.shell import case_page
from samvern.referrals.outside.domain import unnamed as domain
from samvern.referrals.outside.forms.unnamed import UnnamedForm

FIRST_YEAR = 2020
SECTION = {"section": "case_referrals"}


@page(methods=WRITE)
def referral_unnamed(request: Request, case_id: UUID) -> HttpResponseBase:
    """Count a no. It is not kept as a draft, and leads back to nobody."""
    actor, case = request.actor, get_case_in_hand(request.actor, case_id)
    form = UnnamedForm(request.POST if request.method == "POST" else None)
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


@page(roles=CASEWORK | {Role.COORDINATOR})
def unnamed_counts(request: Request) -> HttpResponseBase:
    """Counts of a year; for a coordinator of the country, else of one's own organisation."""
    this_year = timezone.localdate().year
    given = request.GET.get("year", "")
    year = int(given) if given.isascii() and given.isdecimal() and len(given) == 4 else this_year
    year = min(max(year, FIRST_YEAR), this_year)
    whole, found = domain.counts(request.actor, year)
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
    domain.count_unnamed(actor=actor, case=case, **found)
    return True


def _table(count: domain.Count) -> Table:
    rows = [[Cell(name), Cell(str(number))] for name, number in count.rows]
    return Table(count.name, [Column(count.name), Column(domain.PEOPLE, numeric=True)], rows, "")


urlpatterns = [
    path("cases/<uuid:case_id>/referrals/unnamed", referral_unnamed, name="referral_unnamed"),
    path("referrals/unnamed/", unnamed_counts, name="unnamed_counts"),
]
