# SPDX-License-Identifier: EUPL-1.2
"""Handing a case over, and all the cases of somebody who leaves."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.errors import Absent
from samvern.access.forms import Form
from samvern.access.models import Member
from samvern.access.roles import Role
from samvern.access.views import WRITE, page
from samvern.cases.domain import handover as domain
from samvern.cases.domain.in_hand import get_case_in_hand, leads
from samvern.cases.domain.living import what_lives
from samvern.cases.domain.search import label_of
from samvern.cases.domain.team import colleagues
from samvern.cases.models import Case, Handover
from samvern.cases.views.attempts import attempt, offer
from samvern.cases.views.shell import case_page
from samvern.cases.views.team import member_choices
from samvern.identity.domain.sealing import open_keys

ANSWERS: dict[str, Callable[..., None]] = {
    "take": domain.take_case,
    "decline": domain.decline_case,
    "recall": domain.recall_offer,
}
WORDS = 1000


class OfferForm(Form):
    """To whom, and what she should know."""

    taker_id = fields.SelectField(label=_("Who takes over?"), choices=[])
    words = fields.TextField(
        label=_("What should she or he know?"),
        help_text=_("Where the case stands, what is due first, and what the person has been told."),
        limit=WORDS,
        rows=4,
    )

    def __init__(self, *args: Any, members: list[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "taker_id", member_choices(members))


class LeaveForm(Form):
    """A new owner for each case of somebody who leaves."""

    words = fields.TextField(label=_("What should they know?"), limit=WORDS, rows=3)

    def takers(self) -> dict[UUID, UUID]:
        """The new owner of each case."""
        return {
            UUID(name.removeprefix("case-")): UUID(value)
            for name, value in self.cleaned_data.items()
            if name.startswith("case-")
        }


def leave_form(cases: list[Case], members: list[Member]) -> type[LeaveForm]:
    """The form with a field for each case."""
    choices = member_choices(members)
    open_keys([case.pk for case in cases])
    each = {
        f"case-{case.pk}": fields.SelectField(
            label=f"{case.reference} {label_of(case)}".strip(), choices=choices
        )
        for case in cases
    }
    return type("CasesOfLeaver", (LeaveForm,), {**each, "field_order": [*each, "words"]})


@page(methods=WRITE)
def handover(request: Request, case_id: UUID) -> HttpResponseBase:
    """Offer a case to a colleague; or, as its leader, give it to her at once (``also``)."""
    actor, case = request.actor, get_case_in_hand(request.actor, case_id)
    is_leader = leads(actor, case)
    may_give = is_leader or case.owner_id == actor.member_id
    members = colleagues(actor, but=[case.owner_id])
    form = OfferForm(request.POST or None, members=members)
    if request.method == "POST" and form.is_valid():
        give = domain.reassign_case if is_leader and "also" in request.POST else domain.offer_case
        values = {
            "taker_id": UUID(form.cleaned_data["taker_id"]),
            "words": form.cleaned_data["words"],
        }
        if attempt(form, lambda: give(actor=actor, case=case, **values)):
            return redirect("workspace:handover", case_id=case.pk)
    history = domain.handovers_of(case)
    waiting = next((each for each in history if each.state == Handover.State.OFFERED), None)
    is_free = case.state == Case.State.OPEN and (waiting is None or is_leader)
    see("handover.see", case=case.pk, rows=len(history))
    context = {
        "form": form,
        "asks": may_give and (is_free or form.is_bound),
        "waiting": waiting,
        "history": [(each, domain.read_words(each)) for each in history],
        "leads": is_leader,
        "me": actor.member_id,
        "lives": what_lives(case).all,
    }
    return case_page(request, case, "cases/handover.html", context)


@page(methods=("POST",))
def handover_answer(request: Request, case_id: UUID, answer: str) -> HttpResponseBase:
    """Take a case, decline it, or recall the offer."""
    case = get_case_in_hand(request.actor, case_id)
    waiting = domain.offer_of(case)
    if waiting is None or answer not in ANSWERS:
        raise Absent("handover")
    ANSWERS[answer](actor=request.actor, case=case, handover=waiting)
    if answer == "decline":
        return redirect("workspace:home")
    return redirect("workspace:case", case_id=case.pk)


@page(methods=WRITE)
def leaving(request: Request, member_id: UUID) -> HttpResponseBase:
    """Hand over all the cases of somebody who leaves, in one form."""
    actor = request.actor
    leaver = Member.objects.filter(pk=member_id, organisation_id=actor.organisation_id).first()
    if leaver is None or (actor.role != Role.LEADER and leaver.pk != actor.member_id):
        raise Absent("member", member_id)
    cases = domain.cases_of(actor, leaver.pk)
    others = colleagues(actor, but=[leaver.pk])
    form = leave_form(cases, others)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        words, takers = form.cleaned_data["words"], form.takers()
        moved = attempt(
            form,
            lambda: domain.hand_over_all(
                actor=actor, leaver_id=leaver.pk, takers=takers, words=words
            ),
        )
        if moved is not None:
            return redirect("workspace:leaving", member_id=leaver.pk)
    status = 400 if form.is_bound and form.errors else 200
    context = {"form": form, "leaver": leaver, "cases": cases, "moves": actor.role == Role.LEADER}
    return render(request, "cases/leaving.html", context, status=status)


urlpatterns = [
    path("cases/<uuid:case_id>/handover/", handover, name="handover"),
    path("cases/<uuid:case_id>/handover/<slug:answer>", handover_answer, name="handover_answer"),
    path("leaving/<uuid:member_id>/", leaving, name="leaving"),
]
