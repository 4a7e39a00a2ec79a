# SPDX-License-Identifier: EUPL-1.2
"""Referrals: those received, those sent, and those of a case."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.views import page
from samvern.cases.domain.in_hand import has_in_hand
from samvern.cases.domain.reaching import get_case
from samvern.cases.models import Case
from samvern.cases.views.shell import case_page
from samvern.referrals.domain import referrals as domain
from samvern.referrals.domain.referrals import RECEIVED, SENT
from samvern.referrals.forms.listing import OPEN, SHOWN, StateForm
from samvern.referrals.outside.domain.overview import crossings_of
from samvern.referrals.outside.views.child import lead
from samvern.referrals.views.looks import table_of


@page()
def referrals(request: Request) -> HttpResponseBase:
    """Two piles: what others sent to us, and what we sent."""
    form = StateForm(request.GET or None)
    chosen = form.cleaned_data["state"] if form.is_bound and form.is_valid() else ""
    states = SHOWN.get(chosen or OPEN, (chosen,))
    piles = {
        pile: domain.referrals_of(actor=request.actor, pile=pile, states=states)
        for pile in (RECEIVED, SENT)
    }
    context = {
        "form": form,
        "received": table_of(piles[RECEIVED], RECEIVED, _("Received")),
        "sent": table_of(piles[SENT], SENT, _("Sent")),
        "most": domain.MOST,
        "full": any(len(rows) >= domain.MOST for rows in piles.values()),
    }
    return render(request, "referrals/list.html", context)


@page()
def case_referrals(request: Request, case_id: UUID) -> HttpResponseBase:
    """Every referral of a case."""
    case = get_case(request.actor, case_id)
    entries = domain.referrals_of_case(actor=request.actor, case=case)
    context = {
        "table": table_of(entries, SENT, _("Referrals"), in_case=True),
        "may_refer": has_in_hand(request.actor, case) and case.state == Case.State.OPEN,
        "section": "case_referrals",
        "children": lead(case),
        "crossings": crossings_of(case),
    }
    return case_page(request, case, "referrals/case.html", context)


urlpatterns = [
    path("referrals/", referrals, name="referrals"),
    path("cases/<uuid:case_id>/referrals/", case_referrals, name="case_referrals"),
]
