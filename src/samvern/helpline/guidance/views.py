# SPDX-License-Identifier: EUPL-1.2
"""Guidance: find advice, ask a desk, and what waits at one's own."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.models import Organisation
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.access.unit_of_work import log_read
from samvern.cases.core.form_helpers import submitted_data
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_working_case
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.helpline.advice.domain import drafts_to_review
from samvern.helpline.advice.forms import AdviceSearchForm
from samvern.helpline.advice.search import search_advice
from samvern.helpline.anonymity.markup import highlight_identifiers, list_identifiers
from samvern.helpline.desks.domain import desks_to_ask, own_desks
from samvern.helpline.questions.domain import ask_desk, asked_by_us, asked_of_us, child_guidance
from samvern.helpline.questions.forms import QuestionForm
from samvern.helpline.questions.models import AdviceQuestion
from samvern.helpline.workflow import ANSWERED, MORE_ASKED, QUESTION, RUNNING

COLORS = {ANSWERED: "success", MORE_ASKED: "warning", "declined": "danger"}


@workspace_view(methods=WRITE)
def guidance(request: Request) -> HttpResponseBase:
    """Search and its answers, my questions, and what waits at my desk."""
    form = AdviceSearchForm(submitted_data(request))
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    found = search_advice(actor=request.actor, **wanted)
    mine, theirs = asked_by_us(request.actor), asked_of_us()
    log_read("guidance.see", rows=len(mine) + len(theirs))
    has_desk = bool(own_desks())
    context = {
        "form": form,
        "found": found,
        "mine": question_table(mine, _("Our questions"), _("We have asked nothing yet.")),
        "theirs": question_table(theirs, _("Asked of our desk"), _("Nothing waits at the desk."),
                                 received=True) if has_desk else None,
        "drafts": drafts_to_review() if has_desk else [],
        "has_desk": has_desk,
        "has_unit": request.actor.unit_id is not None,
        "is_leader": request.actor.role == "leader",
        "sought": bool(wanted.get("text") or wanted.get("topic")),
    }  # fmt: skip
    return render(request, "contacts/guidance.html", context)


@workspace_view(methods=WRITE)
def question_new(request: Request) -> HttpResponseBase:
    """Ask a desk."""
    return _ask(request, None)


@workspace_view(methods=WRITE)
def question_from_case(request: Request, case_id: UUID) -> HttpResponseBase:
    """Ask a desk from a case. The link stays with the case; the desk gets the text alone."""
    return _ask(request, get_working_case(request.actor, case_id))


def question_table(
    rows: list[AdviceQuestion], caption: str, none: str, *, received: bool = False
) -> Table:
    """Questions without their text."""
    heads = (_("Topic"), _("From") if received else _("Desk"), _("State"), _("Sent"), _("Due"))
    lines = [
        [
            TableCell(row.get_topic_display(), reverse("workspace:question", args=[row.pk])),
            TableCell(row.organisation.name if received else row.desk.name),
            TableCell(QUESTION.states[row.state], tag=COLORS.get(row.state, "info")),
            TableCell(timezone.localdate(row.created_at)),
            TableCell(row.due_on if row.state in RUNNING else ""),
        ]
        for row in rows
    ]
    return Table(caption, [TableColumn(head) for head in heads], lines, none)


def _ask(request: Request, case: Case | None) -> HttpResponseBase:
    actor = request.actor
    child = _has_child(case) if case else False
    desks = {each.pk: each for each in desks_to_ask(actor, child=child)}
    found = list_identifiers(text := request.POST.get("text", ""))

    def ask(*, desk_id: UUID, **given: Any) -> AdviceQuestion:
        return ask_desk(actor=actor, desk=desks[desk_id], case=case, **given)

    page = FormPage(
        QuestionForm,
        ask,
        lambda row: redirect("workspace:question", question_id=row.pk),
        template="contacts/question_new.html",
        initial={"about_child": child, "circle": "me" if case else "unit"},
        options={"desks": list(desks.values()), "marked": bool(found)},
        context=lambda _form: {
            "case": case,
            "marked": highlight_identifiers(text) if found else "",
            "found": found,
            "beside": child_guidance(Organisation.objects.get(pk=actor.organisation_id)),
            "child": child,
            "desks": desks.values(),
        },
    )
    return form_page(request, page)


def _has_child(case: Case) -> bool:
    """Whether somebody in the case is a child, or may be: that is treated as one."""
    return any(person.is_treated_as_child for person in Person.objects.filter(case=case))
