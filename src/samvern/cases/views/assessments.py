# SPDX-License-Identifier: EUPL-1.2
"""Assessments: the ladder of each authority, with its history, and replaying an identification."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.categories import Category
from samvern.access.errors import Absent
from samvern.access.views import WRITE, page
from samvern.cases.domain import assessments as domain
from samvern.cases.domain.drafts import discard_draft, drafted
from samvern.cases.domain.ladders import stand
from samvern.cases.domain.naming import members_named, people_named
from samvern.cases.domain.reaching import get_case, get_part
from samvern.cases.forms.assessments import IdentifyForm, VerifyForm, WithdrawForm
from samvern.cases.law import rule_name
from samvern.cases.models import Assessment, Case, Person
from samvern.cases.rights.ladder import HELPER, Ladder
from samvern.cases.views.attempts import attempt
from samvern.cases.views.shell import case_page
from samvern.cases.views.working import at_work, people_in
from samvern.cases.wording import authority_name
from samvern.law import InputError


@dataclass(frozen=True)
class Entry:
    """One assessment as it is listed."""

    row: Assessment
    authority: str
    who: str
    ground: str


@page()
def assessments(request: Request, case_id: UUID) -> HttpResponseBase:
    """Where each of the people stands, with everybody who assessed her."""
    case = get_case(request.actor, case_id, Category.ASSESSMENT)
    rows = domain.list_assessments(case)
    see("assessments.see", case=case.pk, rows=len(rows))
    writers = members_named(row.created_by_id for row in rows)
    names = people_named(case)
    people = [
        {
            "person": person,
            "name": names.get(person.pk, ""),
            "ladder": _ladder(stand(person)),
            "entries": [_entry(row, writers) for row in rows if row.person_id == person.pk],
        }
        for person in people_in(case)
    ]
    return case_page(request, case, "cases/assessments.html", {"people": people})


@page(methods=WRITE)
@at_work("assessments")
def assessment_identify(request: Request, case: Case, person_id: UUID) -> HttpResponseBase:
    """Write down an identification, with what is known and what follows from it."""
    person = get_part(Person, case.pk, person_id)
    key = f"identify:{case.pk}:{person.pk}"
    suggested = _suggested(person)
    form = drafted(
        IdentifyForm,
        actor=request.actor,
        key=key,
        data=request.POST or None,
        initial={"decided_on": timezone.localdate(), "step": suggested},
    )
    if request.method == "POST" and form.is_valid() and _identify(request, person, form):
        discard_draft(actor=request.actor, key=key)
        return redirect("workspace:assessments", case_id=case.pk)
    context = {"form": form, "person": person, "suggested": suggested}
    return case_page(request, case, "cases/assessment_identify.html", context)


def _identify(request: Request, person: Person, form: IdentifyForm) -> bool:
    values = form.cleaned_data
    if values["decided_on"] > timezone.localdate():
        form.add_error("decided_on", _("The day is to come. Choose today or an earlier day."))
        return False
    try:
        made = attempt(form, lambda: domain.identify(actor=request.actor, person=person, **values))
    except InputError:
        form.add_error(None, _("What is known contradicts itself. Correct that first."))
        return False
    if made:
        messages.success(request, _("Saved."), fail_silently=True)
    return bool(made)


@page(methods=WRITE)
@at_work("assessments")
def assessment_verify(request: Request, case: Case, person_id: UUID) -> HttpResponseBase:
    """Write down what an authority decided; others keep their own view."""
    person = get_part(Person, case.pk, person_id)
    key = f"verify:{case.pk}:{person.pk}"
    form = drafted(VerifyForm, actor=request.actor, key=key, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: domain.verify(actor=request.actor, person=person, **form.cleaned_data),
        )
        if made:
            discard_draft(actor=request.actor, key=key)
            messages.success(request, _("Saved."), fail_silently=True)
            return redirect("workspace:assessments", case_id=case.pk)
    context = {"form": form, "person": person}
    return case_page(request, case, "cases/assessment_verify.html", context)


@page()
def assessment(request: Request, case_id: UUID, assessment_id: UUID) -> HttpResponseBase:
    """One assessment, and why."""
    case = get_case(request.actor, case_id, Category.ASSESSMENT)
    row = get_part(Assessment, case.pk, assessment_id)
    return _show(request, case, row)


@page(methods=("POST",))
@at_work("assessments")
def assessment_withdraw(request: Request, case: Case, assessment_id: UUID) -> HttpResponseBase:
    """Take an assessment back."""
    row = get_part(Assessment, case.pk, assessment_id)
    form = WithdrawForm(request.POST)
    if form.is_valid():
        person = get_part(Person, case.pk, row.person_id)
        made = attempt(
            form,
            lambda: domain.withdraw(
                actor=request.actor, person=person, assessment=row, **form.cleaned_data
            ),
        )
        if made:
            messages.success(request, _("Saved."), fail_silently=True)
            return redirect("workspace:assessments", case_id=case.pk)
    return _show(request, case, row, form)


@page()
def replay(request: Request, case_id: UUID, assessment_id: UUID) -> HttpResponseBase:
    """An identification worked out again with the pack it was made with."""
    case = get_case(request.actor, case_id, Category.ASSESSMENT)
    row = get_part(Assessment, case.pk, assessment_id)
    if not row.result_sealed:
        raise Absent("replay", assessment_id)
    see("assessment.replay", case=case.pk, object=row.pk, rows=1)
    found = domain.replay(row)
    context = {
        "row": row,
        "replay": found,
        "differences": [
            (rule_name(each.rule) if each.rule else _("How strong the signs are"), each)
            for each in found.differences
        ],
    }
    return case_page(request, case, "cases/replay.html", context)


def _show(
    request: Request, case: Case, row: Assessment, form: WithdrawForm | None = None
) -> HttpResponseBase:
    see("assessment.see", case=case.pk, object=row.pk, rows=1)
    writers = members_named([row.created_by_id])
    entry = _entry(row, writers)
    open_ = case.state == Case.State.OPEN and row.step != Assessment.Step.WITHDRAWN
    context = {
        "entry": entry,
        "row": row,
        "rows": [
            (_("Who assessed"), entry.authority),
            (_("Office"), row.decided_by),
            (_("Day"), row.decided_on),
            (_("Written down by"), entry.who),
            (_("Pack of law"), f"{row.pack} {row.pack_version}" if row.pack else ""),
        ],
        "form": (form or WithdrawForm()) if open_ else None,
    }
    return case_page(request, case, "cases/assessment.html", context)


def _entry(row: Assessment, writers: dict[UUID, str]) -> Entry:
    who = writers.get(row.created_by_id, "")
    return Entry(row, authority_name(row.authority), who, domain.read_ground(row))


def _ladder(found: Ladder) -> dict[str, Any]:
    return {
        "rungs": [
            {
                "name": authority_name(rung.authority),
                "step": rung.step,
                "since": rung.since,
                "is_helper": rung.authority == HELPER,
            }
            for rung in found.rungs
        ],
        "help": found.help,
        "differ": found.differ,
    }


def _suggested(person: Person) -> str:
    try:
        return domain.suggested_step(person)
    except InputError:
        return ""


_CASE = "cases/<uuid:case_id>/assessments"
_PERSON = "cases/<uuid:case_id>/persons/<uuid:person_id>/assessments"
_ONE = f"{_CASE}/<uuid:assessment_id>"
urlpatterns = [
    path(_CASE, assessments, name="assessments"),
    path(f"{_PERSON}/identify", assessment_identify, name="assessment_identify"),
    path(f"{_PERSON}/verify", assessment_verify, name="assessment_verify"),
    path(_ONE, assessment, name="assessment"),
    path(f"{_ONE}/withdraw", assessment_withdraw, name="assessment_withdraw"),
    path(f"{_ONE}/replay", replay, name="replay"),
]
