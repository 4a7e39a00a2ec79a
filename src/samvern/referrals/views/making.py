# SPDX-License-Identifier: EUPL-1.2
"""A new referral: what is needed, who can meet it, and exactly what is sent."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor, Request
from samvern.access.audit import see
from samvern.access.models import Unit
from samvern.access.views import WRITE, page
from samvern.cases.domain.in_hand import get_case_in_hand
from samvern.cases.domain.sharing import USUAL, consents_for, gates_for
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt
from samvern.cases.views.shell import case_page
from samvern.guide.directory import need_name
from samvern.referrals.domain.directory import places
from samvern.referrals.domain.legal import result_of
from samvern.referrals.domain.proposing import fitting, propose
from samvern.referrals.domain.sending import Errand, send_referral
from samvern.referrals.domain.traits import claims_of, people, traits_of
from samvern.referrals.forms.making import NeedForm, SendForm
from samvern.referrals.matching import unknown
from samvern.referrals.models import Referral
from samvern.referrals.needed import needed
from samvern.referrals.views.errands import back_to, lead_to, read_errand, read_person
from samvern.referrals.views.masking import mask, refill, sent, values_for
from samvern.referrals.views.proposals import shown, traits_words, unknown_words

PART = {"section": "case_referrals"}


@page()
def referral_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Choose a need; then see who can meet it, in order, each with reasons and ground in law."""
    case = get_case_in_hand(request.actor, case_id)
    asked = "need" in request.GET
    form = NeedForm(
        request.GET if asked else None,
        people=people(case),
        places=places(),
        initial={"urgency": Referral.Urgency.DAYS3},
    )
    context: dict[str, Any] = {"form": form, **PART}
    if asked and form.is_valid():
        context.update(_found(request.actor, case, form.cleaned_data))
    else:
        see("referral.new", case=case.pk)
    return case_page(request, case, "referrals/new.html", context)


@page(methods=WRITE)
def referral_write(request: Request, case_id: UUID) -> HttpResponseBase:
    """Field by field what goes to one receiver, on which basis; then it is sent."""
    actor = request.actor
    case = get_case_in_hand(actor, case_id)
    errand = read_errand(actor, case, request)
    values = values_for(request, errand.person, needed(errand.need, errand.receiver.kind))
    judged = gates_for(case, errand.receiver, request.POST.getlist("holds"), errand.person)
    consents = consents_for(case, errand.receiver)
    form = SendForm(
        sent(request),
        values=values,
        consents=consents,
        judged=gates_for(case, errand.receiver, person=errand.person),
        units=[] if errand.unit_id else list(Unit.objects.filter(organisation=errand.receiver)),
        initial={"until": _usual_end(consents)},
    )
    refill(form, request)
    if form.is_bound and form.is_valid():
        made = attempt(form, partial(_send, actor, case, errand, **form.cleaned_data))
        if made is not None:
            messages.success(request, _("The referral is sent."), fail_silently=True)
            return redirect("workspace:referral", referral_id=made.pk)
    see("referral.write", case=case.pk, object=errand.receiver.pk, rows=len(values))
    missing = [c for c in needed(errand.need, errand.receiver.kind) if c not in values]
    context = {
        "form": form,
        "errand": errand,
        "need": need_name(errand.need),
        "judged": judged,
        "consents": consents,
        "missing": missing,
        "back": back_to(errand),
        **mask(request, values),
        **PART,
    }
    return case_page(request, case, "referrals/write.html", context)


def _found(actor: Actor, case: Case, chosen: dict[str, Any]) -> dict[str, Any]:
    person = read_person(case, chosen.get("person", ""))
    traits = traits_of(
        person,
        claims_of(actor, person),
        place=chosen["place"] or None,
        wheelchair=chosen["wheelchair"],
    )
    proposals = propose(actor=actor, need=chosen["need"], traits=traits, result=result_of(person))
    good, bad = fitting(proposals)
    see("referral.propose", case=case.pk, object=person.pk, rows=1, need=chosen["need"])
    query = {"need": chosen["need"], "urgency": chosen["urgency"], "person": str(person.pk)}
    return {
        "good": [shown(each, lead_to(query, each)) for each in good],
        "bad": [shown(each) for each in bad],
        "known": traits_words(traits),
        "ask": unknown_words(unknown([each.verdict for each in good])),
        "need": need_name(chosen["need"]),
        "searched": True,
    }


def _send(
    actor: Actor,
    case: Case,
    errand: Errand,
    *,
    basis: str,
    fields_: list[str] | None = None,
    holds: list[str] | None = None,
    unit_id: str = "",
    **values: Any,
) -> Referral:
    if unit_id:
        errand = Errand(**{**vars(errand), "unit_id": UUID(unit_id)})
    return send_referral(
        actor=actor,
        case=case,
        errand=errand,
        basis=basis,
        fields=fields_ or [],
        said=holds or [],
        **values,
    )


def _usual_end(consents: list[Any]) -> Any:
    usual = timezone.localdate() + USUAL
    ends = [each.expires_on for each in consents if each.expires_on]
    return min([usual, *ends]) if len(consents) == 1 else usual


urlpatterns = [
    path("cases/<uuid:case_id>/referrals/new", referral_new, name="referral_new"),
    path("cases/<uuid:case_id>/referrals/write", referral_write, name="referral_write"),
]
