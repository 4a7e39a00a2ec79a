# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator asks about a case, and the answer."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.errors import Absent
from samvern.access.roles import Role
from samvern.access.views import WRITE, page
from samvern.cases.domain.reaching import get_own_case
from samvern.cases.views.attempts import attempt
from samvern.cases.views.saving import sent
from samvern.cases.views.shell import case_page
from samvern.coordination.course_reasons import ANSWERS
from samvern.coordination.domain.asked import answer_nudge, asked_of, get_asked
from samvern.coordination.forms.nudging import NudgeAnswerForm


@page()
def board_asked(request: Request, case_id: UUID) -> HttpResponseBase:
    """What coordinators asked about a case."""
    case = get_own_case(request.actor, case_id)
    context = {"asked": asked_of(request.actor, case.pk), "answers": ANSWERS, "section": "team"}
    return case_page(request, case, "coordination/asked.html", context)


@page(methods=WRITE)
def board_answer(request: Request, case_id: UUID, nudge_id: UUID) -> HttpResponseBase:
    """Answer with one of the fixed texts."""
    actor, case = request.actor, get_own_case(request.actor, case_id)
    nudge = get_asked(actor, nudge_id)
    if nudge.case_id != case.pk:
        raise Absent("nudge", nudge_id)
    form = NudgeAnswerForm(sent(request))
    if request.method == "POST" and form.is_valid():
        answer = form.cleaned_data["answer"]
        if attempt(form, lambda: answer_nudge(actor=actor, nudge=nudge, answer=answer)):
            return redirect("workspace:board_asked", case_id=case.pk)
    context = {
        "form": form,
        "title": _("Answer the coordinator"),
        "nudge": nudge,
        "section": "team",
    }
    return case_page(request, case, "coordination/answer_nudge.html", context)


@page({Role.LEADER}, methods=WRITE)
def board_asked_us(request: Request) -> HttpResponseBase:
    """What coordinators ask an organisation that keeps others waiting."""
    rows = asked_of(request.actor)
    form = NudgeAnswerForm(sent(request))
    if request.method == "POST" and form.is_valid():
        nudge = get_asked(request.actor, _id(request.POST.get("nudge", "")))
        answer = form.cleaned_data["answer"]
        if attempt(form, lambda: answer_nudge(actor=request.actor, nudge=nudge, answer=answer)):
            return redirect("workspace:board_asked_us")
    context = {"asked": rows, "answers": ANSWERS, "form": form}
    status = 400 if form.errors else 200
    return render(request, "coordination/asked_us.html", context, status=status)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


CASE = "cases/<uuid:case_id>/asked"
urlpatterns = [
    path(f"{CASE}/", board_asked, name="board_asked"),
    path(f"{CASE}/<uuid:nudge_id>", board_answer, name="board_answer"),
    path("asked/", board_asked_us, name="board_asked_us"),
]
