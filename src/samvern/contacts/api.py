# SPDX-License-Identifier: EUPL-1.2
"""The helpline and the desks for an organisation's own programs.

What was said in a contact goes in and never out again; counts come with the small ones hidden.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Router, Schema

from samvern.access.api import scoped
from samvern.contacts import kinds
from samvern.contacts.domain import asking, figures
from samvern.contacts.domain.contacts import Told, log_contact
from samvern.contacts.domain.desks import desks_to_ask
from samvern.contacts.domain.searching import search_advice
from samvern.contacts.models.asking import Topic

router = Router(tags=["contacts"])


class ContactIn(Schema):
    """A contact. No name and no number has a field."""

    unit_id: UUID
    about: kinds.About
    caller: kinds.Caller = kinds.Caller.UNKNOWN
    channel: kinds.Channel = kinds.Channel.PHONE
    language: str = Field("", max_length=2, pattern="^[a-z]{0,2}$")
    interpreter: bool = False
    forms: list[kinds.Exploitation] = Field(default_factory=list)
    age_group: kinds.AgeGroup = kinds.AgeGroup.UNKNOWN
    region: kinds.Region = kinds.Region.UNKNOWN
    advice: list[kinds.Advised] = Field(default_factory=list)
    urgency: kinds.Urgency = kinds.Urgency.LATER
    words: str = Field("", max_length=4000)
    word: str = Field("", max_length=60)


class Made(Schema):
    """What was made."""

    id: UUID


class CountOut(Schema):
    """One count; null where it is hidden."""

    key: str
    shown: int | None


class FigureOut(Schema):
    """One table of counts, with what it counts in words."""

    name: str
    says: str
    total: int | None
    cells: list[CountOut]


class DeskOut(Schema):
    """A desk that may be asked."""

    id: UUID
    name: str
    organisation: str
    topics: list[str]
    days: int


class QuestionIn(Schema):
    """A question; refused where it could point to somebody and ``kept`` gives no reason."""

    unit_id: UUID
    desk_id: UUID
    topic: Topic
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


class MoveIn(Schema):
    """A move of a question."""

    move: str = Field(max_length=24)
    words: str = Field("", max_length=4000)
    reason: str = Field("", max_length=40)
    kept: str = Field("", max_length=24)


class SearchIn(Schema):
    """What is sought; sent in the body, as what is sought stands in no address."""

    text: str = Field("", max_length=200)
    topic: str = Field("", max_length=16)


class AdviceOut(Schema):
    """An approved advice."""

    id: UUID
    title: str
    asked: str
    answered: str
    language: str
    topics: list[str]
    rules: list[str]
    approved_on: date


@router.post("/", response={201: Made}, summary="Log a contact")
@scoped("contacts:write")
def add_contact(request: HttpRequest, told: ContactIn) -> Any:
    """Write down a contact in a unit of the organisation."""
    given = told.dict()
    unit_id = given.pop("unit_id")
    return 201, log_contact(actor=request.actor, told=Told(**given), unit_id=unit_id)  # type: ignore[attr-defined]


@router.get("/counts/{year}", response=list[FigureOut], summary="Counts of a year")
@scoped("contacts:read")
def counts(request: HttpRequest, year: int) -> Any:
    """Contacts of a calendar year, small counts hidden."""
    found = figures.contact_figures(actor=request.actor, year=min(max(year, 1), 9998))  # type: ignore[attr-defined]
    return [
        {"name": f.name, "says": str(f.says), "total": f.total, "cells": f.cells} for f in found
    ]


@router.get("/desks", response=list[DeskOut], summary="Desks that may be asked")
@scoped("guidance:read")
def list_desks(request: HttpRequest) -> Any:
    """Every desk that takes questions from this organisation."""
    rows = desks_to_ask(request.actor)  # type: ignore[attr-defined]
    return [
        {"id": d.pk, "name": d.name, "organisation": d.organisation.name, "topics": d.topics,
         "days": d.days} for d in rows
    ]  # fmt: skip


@router.get("/questions", response=list[QuestionOut], summary="Questions asked")
@scoped("guidance:read")
def list_questions(request: HttpRequest) -> Any:
    """What the organisation has asked, the newest hundred."""
    return asking.asked_by_us(request.actor)  # type: ignore[attr-defined]


@router.post("/questions", response={201: Made}, summary="Ask a desk")
@scoped("guidance:write")
def ask(request: HttpRequest, asked: QuestionIn) -> Any:
    """Send a question."""
    given = asked.dict()
    desk = asking.get_desk(request.actor, given.pop("desk_id"))  # type: ignore[attr-defined]
    return 201, asking.ask_desk(actor=request.actor, desk=desk, **given)  # type: ignore[attr-defined]


@router.get("/questions/{question_id}", response=QuestionWithText, summary="A question")
@scoped("guidance:read")
def read_question(request: HttpRequest, question_id: UUID) -> Any:
    """One question of the organisation, or to its desk, with what was said."""
    row = asking.get_question(request.actor, question_id)  # type: ignore[attr-defined]
    said = [
        {"move": step.move, "side": step.side, "at": step.created_at, "words": words}
        for step, words in asking.exchange(row)
    ]
    plain = QuestionOut.from_orm(row).dict()
    return {**plain, "text": asking.text_of(row), "exchange": said}


@router.post("/questions/{question_id}/moves", response=QuestionOut, summary="Answer a question")
@scoped("guidance:write")
def move(request: HttpRequest, question_id: UUID, made: MoveIn) -> Any:
    """Take, ask for more, tell more, answer, decline, ask on, close or withdraw."""
    row = asking.get_question(request.actor, question_id)  # type: ignore[attr-defined]
    return asking.move_question(actor=request.actor, question=row, **made.dict())  # type: ignore[attr-defined]


@router.post("/advice/search", response=list[AdviceOut], summary="Search in advice")
@scoped("guidance:read")
def search(request: HttpRequest, sought: SearchIn) -> Any:
    """Approved advice, best first."""
    return search_advice(actor=request.actor, **sought.dict()).advice  # type: ignore[attr-defined]
