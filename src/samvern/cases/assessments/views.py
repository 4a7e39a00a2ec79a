# SPDX-License-Identifier: EUPL-1.2
"""Assessments: the ladder of each authority, with its history, and replaying an identification."""

from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound, Rejected
from samvern.access.unit_of_work import log_read
from samvern.cases.assessments import domain
from samvern.cases.assessments.forms import AssessmentWithdrawForm, IdentifyForm, VerifyForm
from samvern.cases.assessments.ladder import HELPER, Ladder, authority_name, read_ladder
from samvern.cases.assessments.models import Assessment
from samvern.cases.core.decorators import with_open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.core.pack import rule_name
from samvern.cases.core.selectors import (
    get_case,
    get_case_record,
    list_people_by_number,
    member_names,
    person_names,
)
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.law import InputError


@dataclass(frozen=True)
class AssessmentEntry:
    """One assessment as it is listed."""

    row: Assessment
    authority: str
    who: str
    ground: str
    office: str


@workspace_view()
def assessments(request: Request, case_id: UUID) -> HttpResponseBase:
    """Where each of the people stands, with everybody who assessed her."""
    case = get_case(request.actor, case_id, Category.ASSESSMENT)
    rows = domain.list_assessments(case)
    log_read("assessments.see", case=case.pk, rows=len(rows))
    writers = member_names(row.created_by_id for row in rows)
    names = person_names(case)
    people = [
        {
            "person": person,
            "name": names.get(person.pk, ""),
            "ladder": _ladder(read_ladder(person)),
            "entries": [_entry(row, writers) for row in rows if row.person_id == person.pk],
        }
        for person in list_people_by_number(case)
    ]
    return case_page(request, case, "cases/assessments.html", {"people": people})


@workspace_view(methods=WRITE)
@with_open_case("assessments")
def assessment_identify(request: Request, case: Case, person_id: UUID) -> HttpResponseBase:
    """Write down an identification, with what is known and what follows from it."""
    person = get_case_record(Person, case.pk, person_id)
    suggested = _suggested(person)
    page = FormPage(
        IdentifyForm,
        partial(_identify, request, person),
        "assessments",
        case=case,
        template="cases/assessment_identify.html",
        draft=f"identify:{case.pk}:{person.pk}",
        initial={"decided_on": timezone.localdate(), "step": suggested},
        context={"person": person, "suggested": suggested},
        says_saved=True,
    )
    return form_page(request, page)


def _identify(request: Request, person: Person, **values: Any) -> Assessment:
    try:
        return domain.record_identification(actor=request.actor, person=person, **values)
    except InputError as error:
        text = _("What is known contradicts itself. Correct that first.")
        raise Rejected(text) from error


@workspace_view(methods=WRITE)
@with_open_case("assessments")
def assessment_verify(request: Request, case: Case, person_id: UUID) -> HttpResponseBase:
    """Write down what an authority decided; others keep their own view."""
    person = get_case_record(Person, case.pk, person_id)
    page = FormPage(
        VerifyForm,
        partial(domain.record_verification, actor=request.actor, person=person),
        "assessments",
        case=case,
        template="cases/assessment_verify.html",
        draft=f"verify:{case.pk}:{person.pk}",
        context={"person": person},
        says_saved=True,
    )
    return form_page(request, page)


@workspace_view()
def assessment(request: Request, case_id: UUID, assessment_id: UUID) -> HttpResponseBase:
    """One assessment, and why."""
    case = get_case(request.actor, case_id, Category.ASSESSMENT)
    row = get_case_record(Assessment, case.pk, assessment_id)
    return _show(request, case, row)


@workspace_view(methods=("POST",))
@with_open_case("assessments")
def assessment_withdraw(request: Request, case: Case, assessment_id: UUID) -> HttpResponseBase:
    """Take an assessment back."""
    row = get_case_record(Assessment, case.pk, assessment_id)

    def save(**values: Any) -> Assessment:
        person = get_case_record(Person, case.pk, row.person_id)
        return domain.withdraw_assessment(
            actor=request.actor, person=person, assessment=row, **values
        )

    page = FormPage(
        AssessmentWithdrawForm,
        save,
        "assessments",
        case=case,
        show=lambda form: _show(request, case, row, form),
        says_saved=True,
    )
    return form_page(request, page)


@workspace_view()
def replay(request: Request, case_id: UUID, assessment_id: UUID) -> HttpResponseBase:
    """An identification worked out again with the pack it was made with."""
    case = get_case(request.actor, case_id, Category.ASSESSMENT)
    row = get_case_record(Assessment, case.pk, assessment_id)
    if not row.result_sealed:
        raise NotFound("replay", assessment_id)
    log_read("assessment.replay", case=case.pk, object=row.pk, rows=1)
    found = domain.replay_assessment(row)
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
    request: Request, case: Case, row: Assessment, form: AssessmentWithdrawForm | None = None
) -> HttpResponseBase:
    log_read("assessment.see", case=case.pk, object=row.pk, rows=1)
    writers = member_names([row.created_by_id])
    entry = _entry(row, writers)
    open_ = case.state == Case.State.OPEN and row.step != Assessment.Status.WITHDRAWN
    context = {
        "entry": entry,
        "row": row,
        "rows": [
            (_("Who assessed"), entry.authority),
            (_("Office"), entry.office),
            (_("Day"), row.decided_on),
            (_("Written down by"), entry.who),
            (_("Pack of law"), f"{row.pack} {row.pack_version}" if row.pack else ""),
        ],
        "form": (form or AssessmentWithdrawForm()) if open_ else None,
    }
    return case_page(request, case, "cases/assessment.html", context)


def _entry(row: Assessment, writers: dict[UUID, str]) -> AssessmentEntry:
    who = writers.get(row.created_by_id, "")
    ground, office = domain.read_ground(row), domain.read_office(row)
    return AssessmentEntry(row, authority_name(row.authority), who, ground, office)


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
        return domain.suggest_step(person)
    except InputError:
        return ""
