# SPDX-License-Identifier: EUPL-1.2
"""Guidance: find advice, ask a desk, and what waits at one's own."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.models import Organisation
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import WRITE, page
from samvern.cases.domain.reaching import get_working_case
from samvern.cases.models import Case, Person
from samvern.cases.views.attempts import attempt
from samvern.cases.views.saving import sent
from samvern.contacts.course import ANSWERED, MORE_ASKED, QUESTION, RUNNING
from samvern.contacts.domain import asking, knowledge
from samvern.contacts.domain.children import beside
from samvern.contacts.domain.desks import desks_to_ask, own_desks
from samvern.contacts.domain.searching import search_advice
from samvern.contacts.forms.guidance import QuestionForm, SearchForm
from samvern.contacts.marking import listed, marked
from samvern.contacts.models import Question

COLORS = {ANSWERED: "success", MORE_ASKED: "warning", "declined": "danger"}


@page(methods=WRITE)
def guidance(request: Request) -> HttpResponseBase:
    """Search and its answers, my questions, and what waits at my desk."""
    form = SearchForm(sent(request))
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    found = search_advice(actor=request.actor, **wanted)
    mine, theirs = asking.asked_by_us(request.actor), asking.asked_of_us()
    see("guidance.see", rows=len(mine) + len(theirs))
    has_desk = bool(own_desks())
    context = {
        "form": form,
        "found": found,
        "mine": question_table(mine, _("Our questions"), _("We have asked nothing yet.")),
        "theirs": question_table(theirs, _("Asked of our desk"), _("Nothing waits at the desk."),
                                 received=True) if has_desk else None,
        "drafts": knowledge.drafts() if has_desk else [],
        "has_desk": has_desk,
        "has_unit": request.actor.unit_id is not None,
        "is_leader": request.actor.role == "leader",
        "sought": bool(wanted.get("text") or wanted.get("topic")),
    }  # fmt: skip
    return render(request, "contacts/guidance.html", context)


@page(methods=WRITE)
def question_new(request: Request) -> HttpResponseBase:
    """Ask a desk."""
    return _ask(request, None)


@page(methods=WRITE)
def question_from_case(request: Request, case_id: UUID) -> HttpResponseBase:
    """Ask a desk from a case. The link stays with the case; the desk gets the text alone."""
    return _ask(request, get_working_case(request.actor, case_id))


def question_table(
    rows: list[Question], caption: str, none: str, *, received: bool = False
) -> Table:
    """Questions without their text."""
    heads = (_("Topic"), _("From") if received else _("Desk"), _("State"), _("Sent"), _("Due"))
    lines = [
        [
            Cell(row.get_topic_display(), reverse("workspace:question", args=[row.pk])),
            Cell(row.organisation.name if received else row.desk.name),
            Cell(QUESTION.states[row.state], tag=COLORS.get(row.state, "info")),
            Cell(timezone.localdate(row.created_at)),
            Cell(row.due_on if row.state in RUNNING else ""),
        ]
        for row in rows
    ]
    return Table(caption, [Column(head) for head in heads], lines, none)


def _ask(request: Request, case: Case | None) -> HttpResponseBase:
    actor = request.actor
    child = _has_child(case) if case else False
    desks = desks_to_ask(actor, child=child)
    text = request.POST.get("text", "")
    first = {"about_child": child, "circle": "me" if case else "unit"}
    form = QuestionForm(sent(request), desks=desks, marked=bool(listed(text)), initial=first)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = dict(form.cleaned_data)
        desk = next(each for each in desks if each.pk == given["desk_id"])
        del given["desk_id"]
        ask = partial(asking.ask_desk, actor=actor, desk=desk, case=case, **given)
        row = attempt(form, ask)
        if row is not None:
            return redirect("workspace:question", question_id=row.pk)
    context = {
        "form": form,
        "case": case,
        "marked": marked(text) if listed(text) else "",
        "found": listed(text),
        "beside": beside(Organisation.objects.get(pk=actor.organisation_id)),
        "child": child,
        "desks": desks,
    }
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "contacts/question_new.html", context, status=status)


def _has_child(case: Case) -> bool:
    """Whether somebody in the case is a child, or may be: that is treated as one."""
    return any(person.is_treated_as_child for person in Person.objects.filter(case=case))


urlpatterns = [
    path("guidance/", guidance, name="guidance"),
    path("guidance/ask", question_new, name="question_new"),
    path("cases/<uuid:case_id>/ask", question_from_case, name="question_from_case"),
]
