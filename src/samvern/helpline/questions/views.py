# SPDX-License-Identifier: EUPL-1.2
"""One question, for both sides: what was asked, said and answered, and what can be done now."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.workflow import RECEIVER, SENDER
from samvern.cases.core.form_helpers import attempt, submitted_data
from samvern.helpline.anonymity.markup import highlight_identifiers, list_identifiers
from samvern.helpline.questions.domain import (
    get_question,
    is_asker,
    is_at_desk,
    move_question,
    read_exchange,
    read_question_text,
)
from samvern.helpline.questions.forms import QuestionMoveForm
from samvern.helpline.questions.models import AdviceQuestion
from samvern.helpline.workflow import ANSWERED, CLOSED, QUESTION, WITHDRAWN


@workspace_view(methods=WRITE)
def question(request: Request, question_id: UUID) -> HttpResponseBase:
    """The exchange; a POST makes a move."""
    actor, row = request.actor, get_question(request.actor, question_id)
    asker, at_desk = is_asker(actor, row), is_at_desk(actor, row)
    moves = _moves(row, asker=asker, at_desk=at_desk)
    words = request.POST.get("words", "") if asker else ""
    form = (
        QuestionMoveForm(submitted_data(request), moves=moves, marked=bool(list_identifiers(words)))
        if moves
        else None
    )
    if form and request.method == "POST" and form.is_valid():
        move = partial(move_question, actor=actor, question=row, **form.cleaned_data)
        if attempt(form, move) is not None:
            return redirect("workspace:question", question_id=row.pk)
    is_open = asker or row.state != WITHDRAWN
    context = {
        "question": row,
        "state": QUESTION.states[row.state],
        "text": read_question_text(row) if is_open else "",
        "steps": _steps(row) if is_open else [],
        "form": form,
        "marked": highlight_identifiers(words) if list_identifiers(words) else "",
        "asker": asker,
        "at_desk": at_desk,
        "may_share": at_desk and row.state in (ANSWERED, CLOSED),
        "is_running": row.state in ("asked", "taken", "more_asked", "more_told"),
    }
    status = 400 if form and form.is_bound and form.errors else 200
    return render(request, "contacts/question.html", context, status=status)


def _moves(row: AdviceQuestion, *, asker: bool, at_desk: bool) -> list[tuple[str, Any]]:
    sides = [side for side, there in ((SENDER, asker), (RECEIVER, at_desk)) if there]
    found = {
        move.name: move.label
        for side in sides
        for move in QUESTION.transitions_from(row.state, side)
    }
    return list(found.items())


def _steps(row: AdviceQuestion) -> list[dict[str, Any]]:
    reasons = QUESTION.transition("decline").reasons or {}
    return [
        {
            "label": QUESTION.transition(step.move).label,
            "at": step.created_at,
            "words": words,
            "by_desk": step.side == RECEIVER,
            "reason": reasons.get(step.reason, ""),
        }
        for step, words in read_exchange(row)
    ]
