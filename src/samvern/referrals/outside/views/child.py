# SPDX-License-Identifier: EUPL-1.2
"""A child, or somebody who may be one: child welfare first, guidance beside, the child heard."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import NoReverseMatch, path, reverse
from django.utils.translation import get_language

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.courses import SENDER
from samvern.access.models import Organisation
from samvern.access.views import WRITE, page
from samvern.cases.domain.childhood import may_be_child
from samvern.cases.domain.drafts import discard_draft, drafted
from samvern.cases.domain.in_hand import get_case_in_hand, has_in_hand
from samvern.cases.domain.persons import name_of
from samvern.cases.domain.reaching import get_case, get_person
from samvern.cases.models import Case, Person
from samvern.cases.views.attempts import attempt
from samvern.cases.views.shell import case_page
from samvern.guide.contacts import contacts, emergency
from samvern.referrals.outside.concern_lists import Guardians, Heard, How
from samvern.referrals.outside.course import CONCERN
from samvern.referrals.outside.domain import concern as domain
from samvern.referrals.outside.domain import notified
from samvern.referrals.outside.domain.duty import confirms_by, duties_of
from samvern.referrals.outside.domain.reading import moves_of
from samvern.referrals.outside.domain.replies import write_back
from samvern.referrals.outside.forms.child import BackForm, NotifyForm
from samvern.referrals.outside.models import Concern

SECTION = {"section": "case_referrals"}


@page()
def referral_child(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Child welfare first: the sender's duty, whom to ring, whom to ask, what was notified."""
    case = get_case(request.actor, case_id)
    person = get_person(request.actor, case.pk, person_id)
    found = notified.concerns_of(case, person)
    see("concern.list", case=case.pk, object=person.pk, rows=len(found))
    context = {
        **SECTION,
        "person": person,
        "who": name_of(person),
        "child": may_be_child(person),
        "duties": duties_of(case.organisation, person),
        "numbers": emergency(get_language() or "", to_children=True),
        "guides": contacts(["bufdir_guidance"], get_language() or ""),
        "receivers": notified.nearest_child_welfare(case.organisation)[:5],
        "concerns": [_shown(row) for row in found],
        "guidance": _address("guidance"),
        "in_hand": has_in_hand(request.actor, case),
    }
    return case_page(request, case, "referrals/outside/child.html", context)


@page(methods=WRITE)
def referral_notify(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Write down that child welfare was notified, and how the child was heard."""
    actor, case = request.actor, get_case_in_hand(request.actor, case_id)
    person = get_person(actor, case.pk, person_id)
    key = f"concern:{case.pk}:{person.pk}"
    receivers = notified.nearest_child_welfare(case.organisation)
    form = drafted(
        NotifyForm, actor=actor, key=key, data=request.POST if request.method == "POST" else None,
        duties=duties_of(case.organisation, person),
        receivers=[(str(each.pk), each.name) for each in receivers],
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        told = _told(person, form.cleaned_data, {str(each.pk): each for each in receivers})
        made = attempt(form, lambda: domain.notify(actor=actor, case=case, told=told))
        if made is not None:
            discard_draft(actor=actor, key=key)
            return redirect("workspace:referral_concern", case_id=case.pk, concern_id=made.pk)
    context = {**SECTION, "form": form, "person": person, "who": name_of(person)}
    return case_page(request, case, "referrals/outside/notify.html", context)


@page(methods=WRITE)
def referral_concern(request: Request, case_id: UUID, concern_id: UUID) -> HttpResponseBase:
    """One notification: what was done, the clock, and what came back."""
    actor, case = request.actor, get_case(request.actor, case_id)
    concern = notified.get_concern(actor, case.pk, concern_id)
    moves = [move.name for move in CONCERN.open_to(concern.state, SENDER)]
    form = None
    if moves and has_in_hand(actor, case):
        form = BackForm(request.POST if request.method == "POST" else None, moves=moves)
        if request.method == "POST" and form.is_valid():
            found, shown = form.cleaned_data, form
            if attempt(shown, lambda: write_back(actor=actor, concern=concern, **found)):
                return redirect(
                    "workspace:referral_concern", case_id=case.pk, concern_id=concern.pk
                )
    see("concern.see", case=case.pk, object=concern.pk)
    context = {**SECTION, "c": _shown(concern), "form": form, "confirms": confirms_by(),
               "words": notified.read_words(concern),
               "moves": moves_of(CONCERN, concern, concern.person_id)}  # fmt: skip
    return case_page(request, case, "referrals/outside/concern.html", context)


def lead(case: Case) -> list[dict[str, Any]]:
    """Those of a case who are, or may be, children, for the top of its page of referrals."""
    people = Person.objects.filter(case=case).order_by("number")
    children = [person for person in people if person.is_treated_as_child]
    return [{"person": person, "who": name_of(person)} for person in children]


def _told(person: Person, found: dict[str, Any], receivers: dict[str, Organisation]) -> domain.Told:
    given = {name: value for name, value in found.items() if name != "receiver_id"}
    return domain.Told(person=person, receiver=receivers.get(found["receiver_id"]), **given)


def _shown(row: Concern) -> dict[str, Any]:
    return {
        "row": row,
        "receiver": notified.receiver_of(row),
        "state": CONCERN.states[row.state],
        "how": How(row.how).label,
        "heard": Heard(row.heard).label,
        "guardians": Guardians(row.guardians).label,
    }


def _address(name: str) -> str:
    try:
        return reverse(f"workspace:{name}")
    except NoReverseMatch:
        return ""


ONE = "cases/<uuid:case_id>/referrals/child"
urlpatterns = [
    path(f"{ONE}/<uuid:person_id>/", referral_child, name="referral_child"),
    path(f"{ONE}/<uuid:person_id>/notify", referral_notify, name="referral_notify"),
    path(f"{ONE}/concerns/<uuid:concern_id>", referral_concern, name="referral_concern"),
]
