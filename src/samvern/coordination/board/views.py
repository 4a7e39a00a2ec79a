# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's board, on the screen, on paper and as a file; asking about one line of it."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.roles import Role
from samvern.access.tables import Pager, Table
from samvern.cases.core.form_helpers import attempt, submitted_data
from samvern.cases.core.selectors import get_own_case
from samvern.cases.pages.rendering import case_page
from samvern.common.downloads import csv_response
from samvern.common.numbers import whole_number
from samvern.coordination.board import domain
from samvern.coordination.board.forms import (
    BoardFilterForm,
    BoardRuleForm,
    ReminderAnswerForm,
    ReminderForm,
)
from samvern.coordination.board.reminders import answer_reminder, get_reminder, reminders_for
from samvern.coordination.board.tables import columns, for_file, head_of_file, row
from samvern.coordination.board.visibility import decide_board, rules_of, shows_now
from samvern.coordination.workflow import ANSWERS

ONLY = {Role.COORDINATOR}


@workspace_view(ONLY)
def board(request: Request) -> HttpResponseBase:
    """One line for each person, what needs her first on top."""
    filters, number = _filters(request), _number(request)
    on_paper = "paper" in request.GET
    start = 0 if on_paper else (number - 1) * domain.PAGE
    most = domain.MOST if on_paper else domain.PAGE
    found = domain.read_board(actor=request.actor, filters=filters, start=start, most=most)
    form = BoardFilterForm(request.GET or None, counts=found.counts, needs=found.needs)
    table = Table(
        _("People in open cases"),
        columns(),
        [row(line, linked=not on_paper) for line in found.lines],
        _("No line fits what you asked for."),
        pager=Pager() if on_paper else _pager(number, found.total),
        caption_unseen=True,
    )
    context = {
        "board": found,
        "form": form,
        "table": table,
        "on_paper": on_paper,
        "query": _query(request),
        "unsaid": [c for c in found.counts if c.shows != "lines"],
        "lined": [c for c in found.counts if c.shows == "lines"],
    }
    return render(request, "coordination/board.html", context)


@workspace_view(ONLY)
def board_csv(request: Request) -> HttpResponseBase:
    """The same lines as a table, what was filtered for and no more."""
    found = domain.read_board(actor=request.actor, filters=_filters(request), most=domain.MOST)
    return csv_response("board", head_of_file(), [for_file(line) for line in found.lines])


@workspace_view(ONLY, methods=WRITE)
def board_nudge(request: Request, line: str) -> HttpResponseBase:
    """Ask the holder of a line, or the one it waits for, one of the fixed questions."""
    found = domain.find_line(actor=request.actor, line=line)
    waited_for = next((wait.who for wait in found.waits if wait.who), "")
    to = [("holder", found.holder), *([("waited", waited_for)] if waited_for else [])]
    form = ReminderForm(submitted_data(request), to=to, initial={"to": "holder"})
    if request.method == "POST" and form.is_valid():
        to_holder = form.cleaned_data["to"] == "holder"
        text = form.cleaned_data["text"]

        def ask() -> bool:
            domain.send_reminder(actor=request.actor, line=line, to_holder=to_holder, text=text)
            return True

        if attempt(form, ask):
            return redirect("workspace:board")
    context = {"form": form, "line": found, "back": reverse("workspace:board")}
    status = 400 if form.errors else 200
    return render(request, "coordination/board_nudge.html", context, status=status)


def _filters(request: Request) -> domain.BoardFilters:
    def asked(name: str) -> str:
        return str(request.GET.get(name, ""))[:120]

    only = asked("only")
    return domain.BoardFilters(
        region=asked("region"),
        need=asked("need"),
        holder=asked("holder"),
        overdue=only == "overdue",
        child=only == "child",
        escalated=only == "escalated",
        sort=asked("sort") or "first",
    )


def _number(request: Request) -> int:
    number = whole_number(request.GET.get("page", "1"))
    return max(1, min(number or 1, 1000))


def _pager(number: int, total: int) -> Pager:
    last = -(-total // domain.PAGE)
    near = sorted({1, last, *range(max(1, number - 1), min(last, number + 1) + 1)} - {0})
    return Pager(
        previous=str(number - 1) if number > 1 else "",
        next=str(number + 1) if number < last else "",
        pages=tuple((str(n), n == number) for n in near) if last > 1 else (),
    )


def _query(request: Request) -> str:
    asked = request.GET.copy()
    for name in ("page", "paper"):
        asked.pop(name, None)
    return asked.urlencode()


@workspace_view()
def board_asked(request: Request, case_id: UUID) -> HttpResponseBase:
    """What coordinators asked about a case."""
    case = get_own_case(request.actor, case_id)
    context = {
        "asked": reminders_for(request.actor, case.pk),
        "answers": ANSWERS,
        "section": "team",
    }
    return case_page(request, case, "coordination/asked.html", context)


@workspace_view(methods=WRITE)
def board_answer(request: Request, case_id: UUID, nudge_id: UUID) -> HttpResponseBase:
    """Answer with one of the fixed texts."""
    actor, case = request.actor, get_own_case(request.actor, case_id)
    nudge = get_reminder(actor, nudge_id)
    if nudge.case_id != case.pk:
        raise NotFound("nudge", nudge_id)
    form = ReminderAnswerForm(submitted_data(request))
    if request.method == "POST" and form.is_valid():
        answer = form.cleaned_data["answer"]
        if attempt(form, lambda: answer_reminder(actor=actor, nudge=nudge, answer=answer)):
            return redirect("workspace:board_asked", case_id=case.pk)
    context = {
        "form": form,
        "title": _("Answer the coordinator"),
        "nudge": nudge,
        "section": "team",
    }
    return case_page(request, case, "coordination/answer_nudge.html", context)


@workspace_view({Role.LEADER}, methods=WRITE)
def board_asked_us(request: Request) -> HttpResponseBase:
    """What coordinators ask an organisation that keeps others waiting."""
    rows = reminders_for(request.actor)
    form = ReminderAnswerForm(submitted_data(request))
    if request.method == "POST" and form.is_valid():
        nudge = get_reminder(request.actor, _id(request.POST.get("nudge", "")))
        answer = form.cleaned_data["answer"]
        if attempt(form, lambda: answer_reminder(actor=request.actor, nudge=nudge, answer=answer)):
            return redirect("workspace:board_asked_us")
    context = {"asked": rows, "answers": ANSWERS, "form": form}
    status = 400 if form.errors else 200
    return render(request, "coordination/asked_us.html", context, status=status)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


@workspace_view({Role.ADMINISTRATOR}, methods=WRITE)
def board_rule(request: Request) -> HttpResponseBase:
    """What holds, who decided it when, and another decision."""
    rules = rules_of(request.actor)
    form = BoardRuleForm(submitted_data(request), initial={"shows": shows_now(rules)})
    if request.method == "POST" and form.is_valid():
        shows = form.cleaned_data["shows"]
        if attempt(form, lambda: decide_board(actor=request.actor, shows=shows)):
            messages.success(request, _("Decided. The board shows it from now on."))
            return redirect("workspace:board_rule")
    context = {"form": form, "rules": rules}
    status = 400 if form.errors else 200
    return render(request, "coordination/rule.html", context, status=status)
