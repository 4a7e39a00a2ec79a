# SPDX-License-Identifier: EUPL-1.2
"""A person's way to another state."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read
from samvern.access.workflow import SENDER
from samvern.cases.core.form_helpers import attempt
from samvern.cases.core.models import Case, Person
from samvern.cases.core.permissions import can_manage_case, get_managed_case
from samvern.cases.core.selectors import get_case, get_person, person_names
from samvern.cases.drafts.domain import discard_draft, form_with_draft
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
    actor, case = request.actor, get_managed_case(request.actor, case_id)
    key, people = f"crossing:{case.pk}", person_names(case)
    consents = [c for p in Person.objects.filter(case=case) for c in external_consents(p)]
    form = form_with_draft(
        CrossBorderForm,
        actor=actor,
        key=key,
        data=request.POST if request.method == "POST" else None,
        people=[(str(id), name) for id, name in people.items()],
        consents=consents,
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _prepare(request, case, form.cleaned_data))
        if made is not None:
            discard_draft(actor=actor, key=key)
            return redirect("workspace:referral_crossing", case_id=case.pk, crossing_id=made.pk)
    return case_page(
        request, case, "referrals/outside/crossing_new.html", {**SECTION, "form": form}
    )


@workspace_view(methods=WRITE)
def referral_crossing(request: Request, case_id: UUID, crossing_id: UUID) -> HttpResponseBase:
    """What is settled, what holds it back, what the pack says; and what happened."""
    actor, case = request.actor, get_case(request.actor, case_id)
    crossing = domain.get_cross_border_referral(actor, case.pk, crossing_id)
    form = None
    if can_manage_case(actor, case) and CROSSING.transitions_from(crossing.state, SENDER):
        form = CrossBorderMoveForm(
            request.POST if request.method == "POST" else None, state=crossing.state
        )
        if request.method == "POST" and form.is_valid():
            found, shown = form.cleaned_data, form
            if attempt(shown, lambda: domain.apply_move(actor=actor, crossing=crossing, **found)):
                return redirect(
                    "workspace:referral_crossing", case_id=case.pk, crossing_id=crossing.pk
                )
    log_read("crossing.see", case=case.pk, object=crossing.pk)
    rules = rules_of(Person.objects.get(pk=crossing.person_id))
    context: dict[str, Any] = {
        **SECTION,
        "x": read_crossing(crossing),
        "form": form,
        "rules": rules,
        "unsure": [rule for rule in rules if not rule.is_sure],
        "in_hand": form is not None,
    }
    return case_page(request, case, "referrals/outside/crossing.html", context)


@workspace_view(methods=WRITE)
def referral_crossing_check(
    request: Request, case_id: UUID, crossing_id: UUID, kind: str
) -> HttpResponseBase:
    """Write down one thing that was asked, answered or assessed."""
    actor, case = request.actor, get_managed_case(request.actor, case_id)
    crossing = domain.get_cross_border_referral(actor, case.pk, crossing_id)
    if kind not in required_checks(crossing) or kind == Kind.STAY:
        raise NotFound("check")
    key = f"crossing_check_{kind}:{case.pk}:{crossing.pk}"
    form = form_with_draft(
        CheckForm, actor=actor, key=key, data=request.POST if request.method == "POST" else None,
        kind=kind,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        found = dict(form.cleaned_data)
        outcome, done_on = found.pop("outcome"), found.pop("done_on")
        made = attempt(form, lambda: add_check(
            actor=actor, crossing=crossing, kind=kind, outcome=outcome, words=found, done_on=done_on
        ))  # fmt: skip
        if made is not None:
            discard_draft(actor=actor, key=key)
            return redirect("workspace:referral_crossing", case_id=case.pk, crossing_id=crossing.pk)
    context = {**SECTION, "form": form, "title": Kind(kind).label, "crossing": crossing}
    return case_page(request, case, "referrals/outside/check.html", context)


def _prepare(request: Request, case: Case, found: dict[str, Any]) -> Any:
    given = {name: value for name, value in found.items() if name != "person"}
    person = get_person(request.actor, case.pk, found["person"])
    plan = CrossBorderPlan(person=person, **given)
    return prepare_cross_border_referral(actor=request.actor, case=case, plan=plan)
