# SPDX-License-Identifier: EUPL-1.2
"""Conferences and the board for an organisation's own programs: times, answers and lines, and no
word of what was said.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from samvern.access.api import scoped
from samvern.coordination.api_shapes import BoardOut, ConferenceOut, ConferenceWithSeats
from samvern.coordination.domain import board
from samvern.coordination.domain.listing import get_called_by, list_called_by

router = Router(tags=["together"])


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
