# SPDX-License-Identifier: EUPL-1.2
"""A person's way to another state."""

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read
from samvern.access.workflow import SENDER
from samvern.cases.core.models import Case, Person
from samvern.cases.core.permissions import can_manage_case, get_managed_case
from samvern.cases.core.selectors import get_case, get_person, person_names
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.referrals.external.cross_border import domain
from samvern.referrals.external.cross_border.checks import Kind, add_check, required_checks
from samvern.referrals.external.cross_border.domain import (
    CrossBorderPlan,
    prepare_cross_border_referral,
)
from samvern.referrals.external.cross_border.forms import (
    CheckForm,
    CrossBorderForm,
    CrossBorderMoveForm,
)
from samvern.referrals.external.cross_border.risks import rules_of
from samvern.referrals.external.cross_border.selectors import read_crossing
from samvern.referrals.external.legal_basis import external_consents
from samvern.referrals.external.workflow import CROSSING

SECTION = {"section": "case_referrals"}


@workspace_view(methods=WRITE)
def referral_crossing_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Prepare a cross-border referral; nothing leaves the house by it."""
    case = get_managed_case(request.actor, case_id)
    consents = [c for p in Person.objects.filter(case=case) for c in external_consents(p)]
    page = FormPage(
        CrossBorderForm,
        partial(_prepare, request, case),
        lambda made: redirect("workspace:referral_crossing", case_id=case.pk, crossing_id=made.pk),
        case=case,
        template="referrals/outside/crossing_new.html",
        draft=f"crossing:{case.pk}",
        options={
            "people": [(str(id), name) for id, name in person_names(case).items()],
            "consents": consents,
        },
        context=SECTION,
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def referral_crossing(request: Request, case_id: UUID, crossing_id: UUID) -> HttpResponseBase:
    """What is settled, what holds it back, what the pack says; and what happened."""
    actor, case = request.actor, get_case(request.actor, case_id)
    crossing = domain.get_cross_border_referral(actor, case.pk, crossing_id)

    def context(form: Any = None) -> dict[str, Any]:
        log_read("crossing.see", case=case.pk, object=crossing.pk)
        rules = rules_of(Person.objects.get(pk=crossing.person_id))
        return {
            **SECTION,
            "x": read_crossing(crossing),
            "rules": rules,
            "unsure": [rule for rule in rules if not rule.is_sure],
            "can_manage": form is not None,
        }

    template = "referrals/outside/crossing.html"
    if not can_manage_case(actor, case) or not CROSSING.transitions_from(crossing.state, SENDER):
        return case_page(request, case, template, context())
    page = FormPage(
        CrossBorderMoveForm,
        partial(domain.apply_move, actor=actor, crossing=crossing),
        "referral_crossing",
        case=case,
        where={"crossing_id": crossing.pk},
        template=template,
        options={"state": crossing.state},
        context=context,
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def referral_crossing_check(
    request: Request, case_id: UUID, crossing_id: UUID, kind: str
) -> HttpResponseBase:
    """Write down one thing that was asked, answered or assessed."""
    actor, case = request.actor, get_managed_case(request.actor, case_id)
    crossing = domain.get_cross_border_referral(actor, case.pk, crossing_id)
    if kind not in required_checks(crossing) or kind == Kind.STAY:
        raise NotFound("check")

    def save(*, outcome: str, done_on: date, **words: str) -> object:
        return add_check(
            actor=actor, crossing=crossing, kind=kind, outcome=outcome, words=words, done_on=done_on
        )

    page = FormPage(
        CheckForm,
        save,
        "referral_crossing",
        case=case,
        where={"crossing_id": crossing.pk},
        title=Kind(kind).label,
        template="referrals/outside/check.html",
        draft=f"crossing_check_{kind}:{case.pk}:{crossing.pk}",
        options={"kind": kind},
        context={**SECTION, "crossing": crossing},
    )
    return form_page(request, page)


def _prepare(request: Request, case: Case, *, person: Any, **given: Any) -> Any:
    plan = CrossBorderPlan(person=get_person(request.actor, case.pk, person), **given)
    return prepare_cross_border_referral(actor=request.actor, case=case, plan=plan)
