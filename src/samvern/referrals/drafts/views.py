# SPDX-License-Identifier: EUPL-1.2
"""A new referral: what is needed, who can meet it, and exactly what is sent."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor, Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.models import Unit
from samvern.access.unit_of_work import log_read
from samvern.cases.core.form_helpers import attempt
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import get_managed_case
from samvern.cases.pages.rendering import case_page
from samvern.cases.sharing.domain import USUAL_PERIOD, find_disclosure_grounds, list_valid_consents
from samvern.guide.directory import need_name
from samvern.referrals.core.models import Referral
from samvern.referrals.data_minimisation import needed_fields
from samvern.referrals.directory.domain import place_choices
from samvern.referrals.drafts.domain import send_referral
from samvern.referrals.drafts.forms import NeedForm, SendReferralForm
from samvern.referrals.drafts.legal_basis import ReferralDraft
from samvern.referrals.drafts.masking import field_values, mask_context, refill_form, submitted_data
from samvern.referrals.drafts.query_string import (
    query_back,
    query_for_proposal,
    read_draft,
    read_person,
)
from samvern.referrals.matching.domain import unknown
from samvern.referrals.matching.labels import show_proposal, traits_words, unknown_words
from samvern.referrals.matching.legal_grounds import evaluate_law
from samvern.referrals.matching.proposals import fitting, propose
from samvern.referrals.matching.traits import claims_of, person_choices, traits_of

PART = {"section": "case_referrals"}


@workspace_view()
def referral_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Choose a need; then see who can meet it, in order, each with reasons and ground in law."""
    case = get_managed_case(request.actor, case_id)
    asked = "need" in request.GET
    form = NeedForm(
        request.GET if asked else None,
        people=person_choices(case),
        places=place_choices(),
        initial={"urgency": Referral.Urgency.DAYS3},
    )
    context: dict[str, Any] = {"form": form, **PART}
    if asked and form.is_valid():
        context.update(_found(request.actor, case, form.cleaned_data))
    else:
        log_read("referral.new", case=case.pk)
    return case_page(request, case, "referrals/new.html", context)


@workspace_view(methods=WRITE)
def referral_write(request: Request, case_id: UUID) -> HttpResponseBase:
    """Field by field what goes to one receiver, on which basis; then it is sent."""
    actor = request.actor
    case = get_managed_case(actor, case_id)
    errand = read_draft(actor, case, request)
    values = field_values(request, errand.person, needed_fields(errand.need, errand.receiver.kind))
    judged = find_disclosure_grounds(
        case, errand.receiver, request.POST.getlist("holds"), errand.person
    )
    consents = list_valid_consents(case, errand.receiver)
    form = SendReferralForm(
        submitted_data(request),
        values=values,
        consents=consents,
        judged=find_disclosure_grounds(case, errand.receiver, person=errand.person),
        units=[] if errand.unit_id else list(Unit.objects.filter(organisation=errand.receiver)),
        initial={"until": _usual_end(consents)},
    )
    refill_form(form, request)
    if form.is_bound and form.is_valid():
        made = attempt(form, partial(_send, actor, case, errand, **form.cleaned_data))
        if made is not None:
            messages.success(request, _("The referral is sent."), fail_silently=True)
            return redirect("workspace:referral", referral_id=made.pk)
    log_read("referral.write", case=case.pk, object=errand.receiver.pk, rows=len(values))
    missing = [c for c in needed_fields(errand.need, errand.receiver.kind) if c not in values]
    context = {
        "form": form,
        "errand": errand,
        "need": need_name(errand.need),
        "judged": judged,
        "consents": consents,
        "missing": missing,
        "back": query_back(errand),
        **mask_context(request, values),
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
    proposals = propose(
        actor=actor, need=chosen["need"], traits=traits, result=evaluate_law(person)
    )
    good, bad = fitting(proposals)
    log_read("referral.propose", case=case.pk, object=person.pk, rows=1, need=chosen["need"])
    query = {"need": chosen["need"], "urgency": chosen["urgency"], "person": str(person.pk)}
    return {
        "good": [show_proposal(each, query_for_proposal(query, each)) for each in good],
        "bad": [show_proposal(each) for each in bad],
        "known": traits_words(traits),
        "ask": unknown_words(unknown([each.verdict for each in good])),
        "need": need_name(chosen["need"]),
        "searched": True,
    }


def _send(
    actor: Actor,
    case: Case,
    errand: ReferralDraft,
    *,
    basis: str,
    fields_: list[str] | None = None,
    holds: list[str] | None = None,
    unit_id: str = "",
    **values: Any,
) -> Referral:
    if unit_id:
        errand = ReferralDraft(**{**vars(errand), "unit_id": UUID(unit_id)})
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
    usual = timezone.localdate() + USUAL_PERIOD
    ends = [each.expires_on for each in consents if each.expires_on]
    return min([usual, *ends]) if len(consents) == 1 else usual
