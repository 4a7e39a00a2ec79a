# SPDX-License-Identifier: EUPL-1.2
"""A child, or somebody who may be one: child welfare first, guidance beside, the child heard."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.models import Organisation
from samvern.access.unit_of_work import log_read
from samvern.access.workflow import SENDER
from samvern.cases.core.models import Case, Person
from samvern.cases.core.permissions import can_manage_case, get_managed_case
from samvern.cases.core.selectors import get_case, get_person, person_name
from samvern.cases.facts.presumed_children import may_be_child
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.guide.contacts import contacts, emergency
from samvern.referrals.external.child_welfare import domain
from samvern.referrals.external.child_welfare.choices import ChildHeard, GuardiansTold, ReportMethod
from samvern.referrals.external.child_welfare.domain import (
    get_report,
    nearest_child_welfare,
    read_words,
    receiver_of,
    reports_of,
)
from samvern.referrals.external.child_welfare.duty import confirms_by, duties_of
from samvern.referrals.external.child_welfare.forms import (
    ChildWelfareReplyForm,
    ChildWelfareReportForm,
)
from samvern.referrals.external.child_welfare.models import ChildWelfareReport
from samvern.referrals.external.child_welfare.replies import record_reply
from samvern.referrals.external.timeline import moves_of
from samvern.referrals.external.workflow import CONCERN

SECTION = {"section": "case_referrals"}
CONCERN_PAGE = "referrals/outside/concern.html"


@workspace_view()
def referral_child(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Child welfare first: the sender's duty, whom to ring, whom to ask, what was notified."""
    case = get_case(request.actor, case_id)
    person = get_person(request.actor, case.pk, person_id)
    found = reports_of(case, person)
    log_read("concern.list", case=case.pk, object=person.pk, rows=len(found))
    context = {
        **SECTION,
        "person": person,
        "who": person_name(person),
        "child": may_be_child(person),
        "duties": duties_of(case.organisation, person),
        "numbers": emergency(get_language() or "", to_children=True),
        "guides": contacts(("bufdir_guidance",), get_language() or ""),
        "receivers": nearest_child_welfare(case.organisation)[:5],
        "concerns": [_shown(row) for row in found],
        "guidance": _address("guidance"),
        "can_manage": can_manage_case(request.actor, case),
    }
    return case_page(request, case, "referrals/outside/child.html", context)


@workspace_view(methods=WRITE)
def referral_notify(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Write down that child welfare was notified, and how the child was heard."""
    actor, case = request.actor, get_managed_case(request.actor, case_id)
    person = get_person(actor, case.pk, person_id)
    receivers = {str(each.pk): each for each in nearest_child_welfare(case.organisation)}
    page = FormPage(
        ChildWelfareReportForm,
        partial(domain.report_to_child_welfare, actor=actor, case=case),
        partial(_to_report, case),
        case=case,
        template="referrals/outside/notify.html",
        draft=f"concern:{case.pk}:{person.pk}",
        options={
            "duties": duties_of(case.organisation, person),
            "receivers": [(key, each.name) for key, each in receivers.items()],
        },
        values=lambda form: {"told": _told(person, form.cleaned_data, receivers)},
        context={**SECTION, "person": person, "who": person_name(person)},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def referral_concern(request: Request, case_id: UUID, concern_id: UUID) -> HttpResponseBase:
    """One notification: what was done, the clock, and what came back."""
    actor, case = request.actor, get_case(request.actor, case_id)
    report = get_report(actor, case.pk, concern_id)
    moves = [move.name for move in CONCERN.transitions_from(report.state, SENDER)]

    def context(_form: Any = None) -> dict[str, Any]:
        log_read("concern.see", case=case.pk, object=report.pk)
        return {**SECTION, "c": _shown(report), "confirms": confirms_by(),
                "words": read_words(report), "moves": moves_of(CONCERN, report)}  # fmt: skip

    if not moves or not can_manage_case(actor, case):
        return case_page(request, case, CONCERN_PAGE, context())
    page = FormPage(
        ChildWelfareReplyForm,
        partial(record_reply, actor=actor, concern=report),
        partial(_to_report, case),
        case=case,
        template=CONCERN_PAGE,
        options={"moves": moves},
        context=context,
    )
    return form_page(request, page)


def _to_report(case: Case, report: ChildWelfareReport) -> HttpResponseBase:
    return redirect("workspace:referral_concern", case_id=case.pk, concern_id=report.pk)


def children_first(case: Case) -> list[dict[str, Any]]:
    """Those of a case who are, or may be, children, for the top of its page of referrals."""
    people = Person.objects.filter(case=case).order_by("number")
    children = [person for person in people if person.is_treated_as_child]
    return [{"person": person, "who": person_name(person)} for person in children]


def _told(
    person: Person, found: dict[str, Any], receivers: dict[str, Organisation]
) -> domain.ReportDraft:
    given = {name: value for name, value in found.items() if name != "receiver_id"}
    return domain.ReportDraft(person=person, receiver=receivers.get(found["receiver_id"]), **given)


def _shown(row: ChildWelfareReport) -> dict[str, Any]:
    return {
        "row": row,
        "receiver": receiver_of(row),
        "state": CONCERN.states[row.state],
        "how": ReportMethod(row.how).label,
        "heard": ChildHeard(row.heard).label,
        "guardians": GuardiansTold(row.guardians).label,
    }


def _address(name: str) -> str:
    try:
        return reverse(f"workspace:{name}")
    except NoReverseMatch:
        return ""
