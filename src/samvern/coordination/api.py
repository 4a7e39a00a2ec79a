# SPDX-License-Identifier: EUPL-1.2
"""Conferences and the board for an organisation's own programs: times, answers and lines, and no
word of what was said.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema

from samvern.access.api import scoped
from samvern.coordination.domain import board
from samvern.coordination.domain.listing import get_called_by, list_called_by

router = Router(tags=["together"])


class SeatOut(Schema):
    """Who is asked, and what she answered."""

    organisation_id: UUID
    name: str
    state: str


class ConferenceOut(Schema):
    """A conference about one of the organisation's own cases."""

    id: UUID
    case_id: UUID
    purpose: str
    starts_at: datetime
    lasts: int
    state: str
    state_since: datetime


class ConferenceWithSeats(ConferenceOut):
    """The same with those at the table."""

    seats: list[SeatOut]


class WaitOut(Schema):
    """Something that waits."""

    need: str
    who: str
    weeks: int
    late: bool
    escalated: bool


class LineOut(Schema):
    """One person on the board; nothing says who she is."""

    line: str
    holder: str
    unit: str
    region: str
    kind: str
    age: str
    weeks: int
    clock: str | None
    next_on: date | None
    exact: bool
    overdue: bool
    waits: list[WaitOut]
    reasons: list[str]
    reference: str


class BoardOut(Schema):
    """A page of the board, what needs the coordinator first on top."""

    total: int
    overdue: int
    waiting: int
    children: int
    lines: list[LineOut]


@router.get("/conferences", response=list[ConferenceOut], summary="Conferences")
@scoped("conferences:read")
def list_conferences(request: HttpRequest, state: str = "", start: int = 0) -> Any:
    """Conferences about the organisation's own cases, the latest first, a hundred at a time."""
    return list_called_by(actor=request.actor, state=state, start=max(start, 0))  # type: ignore[attr-defined]


@router.get("/conferences/{conference_id}", response=ConferenceWithSeats, summary="A conference")
@scoped("conferences:read")
def read_conference(request: HttpRequest, conference_id: UUID) -> Any:
    """One of them, with those who are asked."""
    return get_called_by(actor=request.actor, id=conference_id)  # type: ignore[attr-defined]


@router.get("/board", response=BoardOut, summary="The coordinator's board")
@scoped("board:read")
def read_board(request: HttpRequest, region: str = "", start: int = 0) -> Any:
    """Lines without names, for programs of an organisation that coordinates; else none."""
    filters = board.Filters(region=region[:60])
    return board.read_board(actor=request.actor, filters=filters, start=max(start, 0))  # type: ignore[attr-defined]
