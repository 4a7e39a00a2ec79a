# SPDX-License-Identifier: EUPL-1.2
"""A case of the receiver's own, opened from a referral it accepted."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.errors import Absent
from samvern.access.models import Organisation
from samvern.access.views import WRITE, page
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt
from samvern.cases.views.opening import KINDS
from samvern.referrals.domain.letters import read_letter
from samvern.referrals.domain.opening import WRITABLE, open_from_referral
from samvern.referrals.domain.referrals import get_referral
from samvern.referrals.forms.opening import OpenCaseForm


@page(methods=WRITE)
def referral_open_case(request: Request, referral_id: UUID) -> HttpResponseBase:
    """Confirm what of the letter is written into the new case, and open it."""
    actor = request.actor
    row = get_referral(actor, referral_id)
    letter = read_letter(row)
    if row.receiver_id != actor.organisation_id or letter is None:
        raise Absent("referral", referral_id)
    kind = Organisation.objects.values_list("kind", flat=True).get(pk=actor.organisation_id)
    form = OpenCaseForm(
        request.POST if request.method == "POST" else None,
        values={code: text for code, text in letter.values.items() if code in WRITABLE},
        initial={"kind": KINDS.get(kind, Case.Kind.ASSISTANCE)},
    )
    if request.method == "POST" and form.is_valid():
        confirmed = tuple(form.cleaned_data.get("confirmed", ()))
        act = partial(
            open_from_referral,
            actor=actor,
            referral=row,
            kind=form.cleaned_data["kind"],
            confirmed=confirmed,
        )
        case = attempt(form, act)
        if case is not None:
            return redirect("workspace:case", case_id=case.pk)
    see("referral.see", case=row.case_id, object=row.pk, rows=1)
    status = 400 if form.is_bound and form.errors else 200
    context = {"form": form, "referral": row}
    return render(request, "referrals/open_case.html", context, status=status)


urlpatterns = [
    path("referrals/<uuid:referral_id>/case", referral_open_case, name="referral_open_case")
]
