# SPDX-License-Identifier: EUPL-1.2
"""Handing a case over, and all the cases of somebody who leaves."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.models import Member
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_read
from samvern.cases.closing.open_items import list_open_items
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import get_managed_case, leads_case_unit
from samvern.cases.core.selectors import list_colleagues
from samvern.cases.handover import domain
from samvern.cases.handover.forms import HandoverForm, build_leaving_form
from samvern.cases.handover.models import Handover
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page

ANSWERS: dict[str, Callable[..., None]] = {
    "take": domain.take_case,
    "decline": domain.decline_case,
    "recall": domain.recall_offer,
}


@workspace_view(methods=WRITE)
def handover(request: Request, case_id: UUID) -> HttpResponseBase:
    """Offer a case to a colleague; or, as its leader, give it to her at once (``also``)."""
    actor, case = request.actor, get_managed_case(request.actor, case_id)
    is_leader = leads_case_unit(actor, case)
    give = domain.reassign_case if is_leader and "also" in request.POST else domain.offer_case
    page = FormPage(
        HandoverForm,
        partial(give, actor=actor, case=case),
        "handover",
        case=case,
        options={"members": list_colleagues(actor, but=[case.owner_id])},
        values=lambda form: {
            "taker_id": UUID(form.cleaned_data["taker_id"]),
            "words": form.cleaned_data["words"],
        },
        show=partial(_show, request, case, is_leader),
    )
    return form_page(request, page)


def _show(request: Request, case: Case, is_leader: bool, form: HandoverForm) -> HttpResponseBase:
    actor = request.actor
    may_give = is_leader or case.owner_id == actor.member_id
    history = domain.list_handovers(case)
    waiting = next((each for each in history if each.state == Handover.State.OFFERED), None)
    is_free = case.state == Case.State.OPEN and (waiting is None or is_leader)
    log_read("handover.see", case=case.pk, rows=len(history))
    context = {
        "form": form,
        "asks": may_give and (is_free or form.is_bound),
        "waiting": waiting,
        "history": [(each, domain.read_handover_words(each)) for each in history],
        "leads": is_leader,
        "me": actor.member_id,
        "lives": list_open_items(case).all,
    }
    return case_page(request, case, "cases/handover.html", context)


@workspace_view(methods=("POST",))
def handover_answer(request: Request, case_id: UUID, answer: str) -> HttpResponseBase:
    """Take a case, decline it, or recall the offer."""
    case = get_managed_case(request.actor, case_id)
    waiting = domain.find_offer(case)
    if waiting is None or answer not in ANSWERS:
        raise NotFound("handover")
    ANSWERS[answer](actor=request.actor, case=case, handover=waiting)
    if answer == "decline":
        return redirect("workspace:home")
    return redirect("workspace:case", case_id=case.pk)


@workspace_view(methods=WRITE)
def leaving(request: Request, member_id: UUID) -> HttpResponseBase:
    """Hand over all the cases of somebody who leaves, in one form."""
    actor = request.actor
    leaver = Member.objects.filter(pk=member_id, organisation_id=actor.organisation_id).first()
    if leaver is None or (actor.role != Role.LEADER and leaver.pk != actor.member_id):
        raise NotFound("member", member_id)
    cases = domain.list_cases_to_hand_over(actor, leaver.pk)
    others = list_colleagues(actor, but=[leaver.pk])
    page = FormPage(
        build_leaving_form(cases, others),
        partial(domain.hand_over_all, actor=actor, leaver_id=leaver.pk),
        "leaving",
        where={"member_id": leaver.pk},
        template="cases/leaving.html",
        values=lambda form: {"takers": form.takers(), "words": form.cleaned_data["words"]},
        context={"leaver": leaver, "cases": cases, "moves": actor.role == Role.LEADER},
    )
    return form_page(request, page)
