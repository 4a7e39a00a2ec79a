# SPDX-License-Identifier: EUPL-1.2
"""Conferences for API clients of an organisation."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Schema

from samvern.access.api.operations import scoped
from samvern.coordination.api import router
from samvern.coordination.conferences.selectors import get_called_by, list_called_by


class ConferenceOut(Schema):
    """A conference about one of the organisation's own cases."""

    id: UUID
    case_id: UUID
    purpose: str
    starts_at: datetime
    lasts: int
    state: str
    state_since: datetime


@router.get("/conferences", response=list[ConferenceOut], summary="Conferences")
@scoped("conferences:read")
def list_conferences(request: HttpRequest, state: str = "", start: int = 0) -> Any:
    """Conferences about the organisation's own cases, the latest first, a hundred at a time."""
    return list_called_by(actor=request.actor, state=state, start=max(start, 0))  # type: ignore[attr-defined]


class SeatOut(Schema):
    """Who is asked, and what she answered."""

    organisation_id: UUID
    name: str
    state: str


class ConferenceWithSeats(ConferenceOut):
    """The same with those at the table."""

    seats: list[SeatOut]


@router.get("/conferences/{conference_id}", response=ConferenceWithSeats, summary="A conference")
@scoped("conferences:read")
def read_conference(request: HttpRequest, conference_id: UUID) -> Any:
    """One of them, with those who are asked."""
    return get_called_by(actor=request.actor, id=conference_id)  # type: ignore[attr-defined]
