# SPDX-License-Identifier: EUPL-1.2
"""Questions for API clients of an organisation."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Field, Schema

from samvern.access.api.operations import scoped
from samvern.access.api.pages import PAGED, Start, tell_page
from samvern.access.api.sent import Sent
from samvern.access.unit_of_work import log_read
from samvern.helpline.api import Made, router
from samvern.helpline.choices import AdviceTopic
from samvern.helpline.questions import domain as questions


class QuestionIn(Sent):
    """A question; refused where it could point to somebody and ``kept`` gives no reason."""

    unit_id: UUID
    desk_id: UUID
    topic: AdviceTopic
    text: str = Field(max_length=4000, min_length=1)
    about_child: bool = False
    kept: str = Field("", max_length=24)


class QuestionOut(Schema):
    """A question without its text."""

    id: UUID
    desk_id: UUID
    topic: str
    state: str
    state_since: datetime
    about_child: bool
    due_on: date


class SaidOut(Schema):
    """One move, with what was said in it."""

    move: str
    side: str
    at: datetime
    words: str


class QuestionWithText(QuestionOut):
    """The same with the exchange."""

    text: str
    exchange: list[SaidOut]


class QuestionMoveIn(Sent):
    """A move of a question."""

    move: str = Field(max_length=24)
    words: str = Field("", max_length=4000)
    reason: str = Field("", max_length=40)
    kept: str = Field("", max_length=24)


@router.get(
    "/questions", response=list[QuestionOut], summary="Questions asked", openapi_extra=PAGED
)
@scoped("guidance:read")
def list_questions(request: HttpRequest, response: HttpResponse, start: Start = 0) -> Any:
    """What the organisation has asked, the newest first, a hundred at a time."""
    actor = request.actor  # type: ignore[attr-defined]
    found, total = questions.asked_by_us(actor, start), questions.count_asked_by_us(actor)
    log_read("questions.list", rows=len(found))
    tell_page(request, response, start=start, shown=len(found), total=total)
    return found


@router.post("/questions", response={201: Made}, summary="Ask a desk")
@scoped("guidance:write")
def ask_question(request: HttpRequest, asked: QuestionIn) -> Any:
    """Send a question."""
    given = asked.dict()
    desk = questions.get_desk(request.actor, given.pop("desk_id"))  # type: ignore[attr-defined]
    return 201, questions.ask_desk(actor=request.actor, desk=desk, **given)  # type: ignore[attr-defined]


@router.get("/questions/{question_id}", response=QuestionWithText, summary="A question")
@scoped("guidance:read")
def read_question(request: HttpRequest, question_id: UUID) -> Any:
    """One question of the organisation, or to its desk, with what was said."""
    row = questions.get_question(request.actor, question_id)  # type: ignore[attr-defined]
    said = [
        {"move": step.move, "side": step.side, "at": step.created_at, "words": words}
        for step, words in questions.read_exchange(row)
    ]
    plain = QuestionOut.from_orm(row).dict()
    return {**plain, "text": questions.read_question_text(row), "exchange": said}


@router.post("/questions/{question_id}/moves", response=QuestionOut, summary="Answer a question")
@scoped("guidance:write")
def move_question_by_api(request: HttpRequest, question_id: UUID, made: QuestionMoveIn) -> Any:
    """Take, ask for more, tell more, answer, decline, ask on, close or withdraw."""
    row = questions.get_question(request.actor, question_id)  # type: ignore[attr-defined]
    return questions.move_question(actor=request.actor, question=row, **made.dict())  # type: ignore[attr-defined]
