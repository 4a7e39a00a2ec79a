# SPDX-License-Identifier: EUPL-1.2
"""One question, for both sides: what was asked, said and answered, and what can be done now."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.workflow import RECEIVER, SENDER
from samvern.cases.pages.form_page import FormPage, form_page
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
    is_marked = bool(list_identifiers(words))

    def context(_form: Any = None) -> dict[str, Any]:
        is_open = asker or row.state != WITHDRAWN
        return {
            "question": row,
            "state": QUESTION.states[row.state],
            "text": read_question_text(row) if is_open else "",
            "steps": _steps(row) if is_open else [],
            "marked": highlight_identifiers(words) if is_marked else "",
            "asker": asker,
            "at_desk": at_desk,
            "may_share": at_desk and row.state in (ANSWERED, CLOSED),
            "is_running": row.state in ("asked", "taken", "more_asked", "more_told"),
        }

    if not moves:
        return render(request, "contacts/question.html", context())
    page = FormPage(
        QuestionMoveForm,
        partial(move_question, actor=actor, question=row),
        "question",
        where={"question_id": row.pk},
        template="contacts/question.html",
        options={"moves": moves, "marked": is_marked},
        context=context,
    )
    return form_page(request, page)


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
