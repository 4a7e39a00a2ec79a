# SPDX-License-Identifier: EUPL-1.2
"""What became of something sent outside."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.views import page
from samvern.cases.domain.in_hand import get_case_in_hand, has_in_hand
from samvern.cases.domain.reaching import get_case
from samvern.cases.views.shell import case_page
from samvern.referrals.outside.course import LIVE
from samvern.referrals.outside.domain import sending as domain
from samvern.referrals.outside.domain.reading import read_sending
from samvern.referrals.outside.forms.answering import AnswerForm, CallBackForm

SECTION = {"section": "case_referrals"}


@page()
def referral_sent(request: Request, case_id: UUID, sending_id: UUID) -> HttpResponseBase:
    """One thing sent: what it was, and what came back."""
    case = get_case(request.actor, case_id)
    sending = domain.get_sending(request.actor, case.pk, sending_id)
    see("sending.see", case=case.pk, object=sending.pk)
    context: dict[str, Any] = {**SECTION, "s": read_sending(sending)}
    if has_in_hand(request.actor, case) and sending.state in LIVE:
        context |= {"answer": AnswerForm(prefix="answer"), "back": CallBackForm(prefix="back")}
    return case_page(request, case, "referrals/outside/sent.html", context)


@page(methods=("POST",))
def referral_sent_end(request: Request, case_id: UUID, sending_id: UUID) -> HttpResponseBase:
    """Call it back at once."""
    case = get_case_in_hand(request.actor, case_id)
    sending = domain.get_sending(request.actor, case.pk, sending_id)
    form = CallBackForm(request.POST, prefix="back")
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        domain.call_back(actor=request.actor, sending=sending, reason=reason)
        return redirect("workspace:referral_sent", case_id=case.pk, sending_id=sending.pk)
    context = {**SECTION, "s": read_sending(sending), "back": form}
    return case_page(request, case, "referrals/outside/sent.html", context)


@page(methods=("POST",))
def referral_sent_answer(request: Request, case_id: UUID, sending_id: UUID) -> HttpResponseBase:
    """Write down an answer that came on the telephone or by post."""
    case = get_case_in_hand(request.actor, case_id)
    sending = domain.get_sending(request.actor, case.pk, sending_id)
    form = AnswerForm(request.POST, prefix="answer")
    if form.is_valid():
        domain.write_answer(actor=request.actor, sending=sending, **form.cleaned_data)
        return redirect("workspace:referral_sent", case_id=case.pk, sending_id=sending.pk)
    context = {**SECTION, "s": read_sending(sending), "answer": form}
    return case_page(request, case, "referrals/outside/sent.html", context)


ONE = "cases/<uuid:case_id>/referrals/outside/<uuid:sending_id>"
urlpatterns = [
    path(ONE, referral_sent, name="referral_sent"),
    path(f"{ONE}/end", referral_sent_end, name="referral_sent_end"),
    path(f"{ONE}/answer", referral_sent_answer, name="referral_sent_answer"),
]
