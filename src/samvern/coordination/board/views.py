# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's board, on the screen, on paper and as a file; asking about one line of it."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.exports import Export, export_csv
from samvern.access.roles import Role
from samvern.access.tables import Pager, Table
from samvern.cases.core.selectors import get_own_case
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
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
BOARD_FILE = Export("board.export", lazy("Board"))


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
        csv="" if on_paper else f"{reverse('workspace:board_csv')}?{_query(request)}",
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

    def rows() -> list[Sequence[Any]]:
        filters = _filters(request)
        found = domain.read_board(actor=request.actor, filters=filters, most=domain.MOST)
        return [for_file(line) for line in found.lines]

    return export_csv(BOARD_FILE, "board", head_of_file(), rows)


@workspace_view(ONLY, methods=WRITE)
def board_nudge(request: Request, line: str) -> HttpResponseBase:
    """Ask the holder of a line, or the one it waits for, one of the fixed questions."""
    found = domain.find_line(actor=request.actor, line=line)
    waited_for = next((wait.who for wait in found.waits if wait.who), "")
    page = FormPage(
        ReminderForm,
        partial(domain.send_reminder, actor=request.actor, line=line),
        "board",
        template="coordination/board_nudge.html",
        initial={"to": "holder"},
        options={
            "to": [("holder", found.holder), *([("waited", waited_for)] if waited_for else [])]
        },
        values=lambda form: {
            "to_holder": form.cleaned_data["to"] == "holder",
            "text": form.cleaned_data["text"],
        },
        context={"line": found},
    )
    return form_page(request, page)


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
    case = get_own_case(request.actor, case_id)
    reminder = get_reminder(request.actor, nudge_id)
    if reminder.case_id != case.pk:
        raise NotFound("nudge", nudge_id)
    page = FormPage(
        ReminderAnswerForm,
        partial(answer_reminder, actor=request.actor, reminder=reminder),
        "board_asked",
        case=case,
        title=_("Answer the coordinator"),
        template="coordination/answer_nudge.html",
        context={"reminder": reminder, "section": "team"},
    )
    return form_page(request, page)


@workspace_view({Role.LEADER}, methods=WRITE)
def board_asked_us(request: Request) -> HttpResponseBase:
    """What coordinators ask an organisation that keeps others waiting."""
    asked = reminders_for(request.actor)

    def save(answer: str) -> None:
        reminder = get_reminder(request.actor, _id(request.POST.get("nudge", "")))
        answer_reminder(actor=request.actor, reminder=reminder, answer=answer)

    page = FormPage(
        ReminderAnswerForm,
        save,
        "board_asked_us",
        template="coordination/asked_us.html",
        context={"asked": asked, "answers": ANSWERS},
    )
    return form_page(request, page)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


@workspace_view({Role.ADMINISTRATOR}, methods=WRITE)
def board_rule(request: Request) -> HttpResponseBase:
    """What holds, who decided it when, and another decision."""
    rules = rules_of(request.actor)
    page = FormPage(
        BoardRuleForm,
        partial(decide_board, actor=request.actor),
        "board_rule",
        template="coordination/rule.html",
        initial={"shows": shows_now(rules)},
        context={"rules": rules},
        says_saved=_("Decided. The board shows it from now on."),
    )
    return form_page(request, page)
