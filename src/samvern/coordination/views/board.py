# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's board, on the screen, on paper and as a file; asking about one line of it."""

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.csvout import csv_response
from samvern.access.roles import Role
from samvern.access.tables import Pager, Table
from samvern.access.views import WRITE, page
from samvern.cases.views.attempts import attempt
from samvern.cases.views.saving import sent
from samvern.coordination.domain import board as domain
from samvern.coordination.forms.board import BoardFilter
from samvern.coordination.forms.nudging import NudgeForm
from samvern.coordination.views.lines import columns, for_file, head_of_file, row

ONLY = {Role.COORDINATOR}


@page(ONLY)
def board(request: Request) -> HttpResponseBase:
    """One line for each person, what needs her first on top."""
    filters, number = _filters(request), _number(request)
    on_paper = "paper" in request.GET
    start = 0 if on_paper else (number - 1) * domain.PAGE
    most = domain.MOST if on_paper else domain.PAGE
    found = domain.read_board(actor=request.actor, filters=filters, start=start, most=most)
    form = BoardFilter(request.GET or None, counts=found.counts, needs=found.needs)
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


@page(ONLY)
def board_csv(request: Request) -> HttpResponseBase:
    """The same lines as a table, what was filtered for and no more."""
    found = domain.read_board(actor=request.actor, filters=_filters(request), most=domain.MOST)
    return csv_response("board", head_of_file(), [for_file(line) for line in found.lines])


@page(ONLY, methods=WRITE)
def board_nudge(request: Request, line: str) -> HttpResponseBase:
    """Ask the holder of a line, or the one it waits for, one of the fixed questions."""
    found = domain.find_line(actor=request.actor, line=line)
    waited_for = next((wait.who for wait in found.waits if wait.who), "")
    to = [("holder", found.holder), *([("waited", waited_for)] if waited_for else [])]
    form = NudgeForm(sent(request), to=to, initial={"to": "holder"})
    if request.method == "POST" and form.is_valid():
        to_holder = form.cleaned_data["to"] == "holder"
        text = form.cleaned_data["text"]

        def ask() -> bool:
            domain.nudge(actor=request.actor, line=line, to_holder=to_holder, text=text)
            return True

        if attempt(form, ask):
            return redirect("workspace:board")
    context = {"form": form, "line": found, "back": reverse("workspace:board")}
    status = 400 if form.errors else 200
    return render(request, "coordination/board_nudge.html", context, status=status)


def _filters(request: Request) -> domain.Filters:
    def asked(name: str) -> str:
        return str(request.GET.get(name, ""))[:120]

    only = asked("only")
    return domain.Filters(
        region=asked("region"),
        need=asked("need"),
        holder=asked("holder"),
        overdue=only == "overdue",
        child=only == "child",
        escalated=only == "escalated",
        sort=asked("sort") or "first",
    )


def _number(request: Request) -> int:
    text = request.GET.get("page", "1")
    return max(1, min(int(text), 1000)) if text.isascii() and text.isdecimal() else 1


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


urlpatterns = [
    path("board/", board, name="board"),
    path("board.csv", board_csv, name="board_csv"),
    path("board/<str:line>", board_nudge, name="board_nudge"),
]
