# SPDX-License-Identifier: EUPL-1.2
"""A person's way to another state."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.courses import SENDER
from samvern.access.errors import Absent
from samvern.access.views import WRITE, page
from samvern.cases.domain.drafts import discard_draft, drafted
from samvern.cases.domain.in_hand import get_case_in_hand, has_in_hand
from samvern.cases.domain.naming import people_named
from samvern.cases.domain.reaching import get_case, get_person
from samvern.cases.models import Case, Person
from samvern.cases.views.attempts import attempt
from samvern.cases.views.shell import case_page
from samvern.referrals.outside.course import CROSSING
from samvern.referrals.outside.domain import checking, holding, preparing
from samvern.referrals.outside.domain import crossing as domain
from samvern.referrals.outside.domain.overview import read_crossing
from samvern.referrals.outside.domain.risks import rules_of
from samvern.referrals.outside.domain.towards import consents_outside
from samvern.referrals.outside.forms.checking import CheckForm
from samvern.referrals.outside.forms.crossing import CrossingForm
from samvern.referrals.outside.forms.moving import MoveForm

SECTION = {"section": "case_referrals"}


@page(methods=WRITE)
def referral_crossing_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Prepare a crossing; nothing leaves the house by it."""
    actor, case = request.actor, get_case_in_hand(request.actor, case_id)
    key, people = f"crossing:{case.pk}", people_named(case)
    consents = [c for p in Person.objects.filter(case=case) for c in consents_outside(p)]
    form = drafted(
        CrossingForm, actor=actor, key=key, data=request.POST if request.method == "POST" else None,
        people=[(str(id), name) for id, name in people.items()], consents=consents,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _prepare(request, case, form.cleaned_data))
        if made is not None:
            discard_draft(actor=actor, key=key)
            return redirect("workspace:referral_crossing", case_id=case.pk, crossing_id=made.pk)
    return case_page(
        request, case, "referrals/outside/crossing_new.html", {**SECTION, "form": form}
    )


@page(methods=WRITE)
def referral_crossing(request: Request, case_id: UUID, crossing_id: UUID) -> HttpResponseBase:
    """What is settled, what holds it back, what the pack says; and what happened."""
    actor, case = request.actor, get_case(request.actor, case_id)
    crossing = domain.get_crossing(actor, case.pk, crossing_id)
    form = None
    if has_in_hand(actor, case) and CROSSING.open_to(crossing.state, SENDER):
        form = MoveForm(request.POST if request.method == "POST" else None, state=crossing.state)
        if request.method == "POST" and form.is_valid():
            found, shown = form.cleaned_data, form
            if attempt(shown, lambda: domain.move(actor=actor, crossing=crossing, **found)):
                return redirect(
                    "workspace:referral_crossing", case_id=case.pk, crossing_id=crossing.pk
                )
    see("crossing.see", case=case.pk, object=crossing.pk)
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


@page(methods=WRITE)
def referral_crossing_check(
    request: Request, case_id: UUID, crossing_id: UUID, kind: str
) -> HttpResponseBase:
    """Write down one thing that was asked, answered or assessed."""
    actor, case = request.actor, get_case_in_hand(request.actor, case_id)
    crossing = domain.get_crossing(actor, case.pk, crossing_id)
    if kind not in holding.must_be_settled(crossing) or kind == checking.Kind.STAY:
        raise Absent("check")
    key = f"crossing_check_{kind}:{case.pk}:{crossing.pk}"
    form = drafted(
        CheckForm, actor=actor, key=key, data=request.POST if request.method == "POST" else None,
        kind=kind,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        found = dict(form.cleaned_data)
        outcome, done_on = found.pop("outcome"), found.pop("done_on")
        made = attempt(form, lambda: checking.add_check(
            actor=actor, crossing=crossing, kind=kind, outcome=outcome, words=found, done_on=done_on
        ))  # fmt: skip
        if made is not None:
            discard_draft(actor=actor, key=key)
            return redirect("workspace:referral_crossing", case_id=case.pk, crossing_id=crossing.pk)
    context = {**SECTION, "form": form, "title": checking.Kind(kind).label, "crossing": crossing}
    return case_page(request, case, "referrals/outside/check.html", context)


def _prepare(request: Request, case: Case, found: dict[str, Any]) -> Any:
    given = {name: value for name, value in found.items() if name != "person"}
    person = get_person(request.actor, case.pk, found["person"])
    plan = preparing.Plan(person=person, **given)
    return preparing.prepare(actor=request.actor, case=case, plan=plan)


ONE = "cases/<uuid:case_id>/referrals/abroad"
urlpatterns = [
    path(f"{ONE}/new", referral_crossing_new, name="referral_crossing_new"),
    path(f"{ONE}/<uuid:crossing_id>", referral_crossing, name="referral_crossing"),
    path(
        f"{ONE}/<uuid:crossing_id>/<slug:kind>",
        referral_crossing_check,
        name="referral_crossing_check",
    ),
]
