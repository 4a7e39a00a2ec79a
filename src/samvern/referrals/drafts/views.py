# SPDX-License-Identifier: EUPL-1.2
"""A new referral: what is needed, who can meet it, and exactly what is sent."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor, Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.forms import Form
from samvern.access.models import Unit
from samvern.access.unit_of_work import log_read
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import get_managed_case
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.cases.sharing.domain import USUAL_PERIOD, find_disclosure_grounds, list_valid_consents
from samvern.guide.directory import need_name
from samvern.referrals.core.models import Referral
from samvern.referrals.data_minimisation import needed_fields
from samvern.referrals.directory.domain import place_choices
from samvern.referrals.drafts.domain import send_referral
from samvern.referrals.drafts.forms import NeedForm, SendReferralForm
from samvern.referrals.drafts.legal_basis import ReferralDraft
from samvern.referrals.drafts.masking import field_values, mask_context, unmasking
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
    draft = read_draft(actor, case, request)
    receiver, codes = draft.receiver, needed_fields(draft.need, draft.receiver.kind)
    values = field_values(request, draft.person, codes)
    consents = list_valid_consents(case, receiver)

    def context(_form: Form) -> dict[str, Any]:
        log_read("referral.write", case=case.pk, object=receiver.pk, rows=len(values))
        holds = request.POST.getlist("holds")
        return {
            "draft": draft,
            "need": need_name(draft.need),
            "judged": find_disclosure_grounds(case, receiver, holds, draft.person),
            "consents": consents,
            "missing": [code for code in codes if code not in values],
            "back": query_back(draft),
            **mask_context(request, values),
            **PART,
        }

    page = FormPage(
        unmasking(request, SendReferralForm),
        partial(_send, actor, case, draft),
        lambda row: redirect("workspace:referral", referral_id=row.pk),
        case=case,
        template="referrals/write.html",
        initial={"until": _usual_end(consents)},
        options={
            "values": values,
            "consents": consents,
            "judged": find_disclosure_grounds(case, receiver, person=draft.person),
            "units": [] if draft.unit_id else list(Unit.objects.filter(organisation=receiver)),
        },
        context=context,
        says_saved=_("The referral is sent."),
    )
    return form_page(request, page)


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
    draft: ReferralDraft,
    *,
    basis: str,
    fields_: list[str] | None = None,
    holds: list[str] | None = None,
    unit_id: str = "",
    **values: Any,
) -> Referral:
    if unit_id:
        draft = ReferralDraft(**{**vars(draft), "unit_id": UUID(unit_id)})
    return send_referral(
        actor=actor,
        case=case,
        draft=draft,
        basis=basis,
        fields=fields_ or [],
        said=holds or [],
        **values,
    )


def _usual_end(consents: list[Any]) -> Any:
    usual = timezone.localdate() + USUAL_PERIOD
    ends = [each.expires_on for each in consents if each.expires_on]
    return min([usual, *ends]) if len(consents) == 1 else usual
