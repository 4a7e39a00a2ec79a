# SPDX-License-Identifier: EUPL-1.2
"""Referrals: those received, those sent, and those of a case."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.decorators import workspace_view
from samvern.access.forms import Form
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import can_manage_case
from samvern.cases.core.selectors import get_case
from samvern.cases.pages.rendering import case_page
from samvern.referrals.core import selectors
from samvern.referrals.core.description import table_of
from samvern.referrals.core.selectors import MOST, RECEIVED, SENT, referrals_of, referrals_of_case
from samvern.referrals.external.child_welfare.views import children_first
from samvern.referrals.external.cross_border.selectors import crossings_of
from samvern.referrals.workflow import REFERRAL, WAITING

OPEN, WAITS = "open", "waiting"
SHOWN = {OPEN: selectors.OPEN, WAITS: WAITING, "all": tuple(REFERRAL.states)}


class ReferralFilterForm(Form):
    """Which of them are shown."""

    state = fields.SelectField(
        label=lazy("Show"),
        choices=(
            (WAITS, lazy("Waiting for an answer")),
            ("all", lazy("All")),
            *REFERRAL.states.items(),
        ),
        required=False,
        empty=lazy("Where something is left to do"),
    )


@workspace_view()
def referrals(request: Request) -> HttpResponseBase:
    """Two piles: what others sent to us, and what we sent."""
    form = ReferralFilterForm(request.GET or None)
    chosen = form.cleaned_data["state"] if form.is_bound and form.is_valid() else ""
    states = SHOWN.get(chosen or OPEN, (chosen,))
    piles = {
        pile: referrals_of(actor=request.actor, pile=pile, states=states)
        for pile in (RECEIVED, SENT)
    }
    context = {
        "form": form,
        "received": table_of(piles[RECEIVED], RECEIVED, _("Received")),
        "sent": table_of(piles[SENT], SENT, _("Sent")),
        "most": MOST,
        "full": any(len(rows) >= MOST for rows in piles.values()),
    }
    return render(request, "referrals/list.html", context)


@workspace_view()
def case_referrals(request: Request, case_id: UUID) -> HttpResponseBase:
    """Every referral of a case."""
    case = get_case(request.actor, case_id)
    entries = referrals_of_case(actor=request.actor, case=case)
    context = {
        "table": table_of(entries, SENT, _("Referrals"), in_case=True),
        "may_refer": can_manage_case(request.actor, case) and case.state == Case.State.OPEN,
        "section": "case_referrals",
        "children": children_first(case),
        "crossings": crossings_of(case),
    }
    return case_page(request, case, "referrals/case.html", context)
