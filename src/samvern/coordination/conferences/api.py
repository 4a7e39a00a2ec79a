# SPDX-License-Identifier: EUPL-1.2
"""Conferences for API clients of an organisation."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Schema

from samvern.access.actor import Actor
from samvern.access.api.operations import scoped
from samvern.access.api.pages import PAGED, Start, tell_page
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read
from samvern.coordination.api import router
from samvern.coordination.conferences.models import Conference

PAGE = 100


def list_called_by(
    *, actor: Actor, state: str = "", start: int = 0
) -> tuple[list[Conference], int]:
    """Conferences the actor's organisation has called, the latest first, a page at a time.

    And how many there are.
    """
    rows = Conference.objects.filter(organisation_id=actor.organisation_id)
    rows = rows.filter(state=state) if state else rows
    found = list(rows.defer("agenda_sealed", "where_sealed", "voice_sealed")[start : start + PAGE])
    log_read("conferences.see", rows=len(found))
    return found, rows.count()


def get_called_by(*, actor: Actor, id: UUID) -> dict[str, object]:
    """One of them with those at the table.

    Raises:
        NotFound: there is none.
    """
    row = Conference.objects.filter(organisation_id=actor.organisation_id, pk=id).first()
    if row is None:
        raise NotFound("conference", id)
    log_read("conference.see", case=row.case_id, object=row.pk, rows=1)
    names = ("id", "case_id", "purpose", "starts_at", "lasts", "state", "state_since")
    participants = [
        {"organisation_id": each.receiver_id, "name": each.name, "state": each.state}
        for each in row.participants.all()
    ]
    return {**{name: getattr(row, name) for name in names}, "seats": participants}


class ConferenceOut(Schema):
    """A conference about one of the organisation's own cases."""

    id: UUID
    case_id: UUID
    purpose: str
    starts_at: datetime
    lasts: int
    state: str
    state_since: datetime


@router.get(
    "/conferences", response=list[ConferenceOut], summary="Conferences", openapi_extra=PAGED
)
@scoped("conferences:read")
def list_conferences(
    request: HttpRequest, response: HttpResponse, state: str = "", start: Start = 0
) -> Any:
    """Conferences about the organisation's own cases, the latest first, a hundred at a time."""
    actor = request.actor  # type: ignore[attr-defined]
    found, total = list_called_by(actor=actor, state=state, start=start)
    tell_page(request, response, start=start, shown=len(found), total=total)
    return found


class ParticipantOut(Schema):
    """Who is asked, and what she answered."""

    organisation_id: UUID
    name: str
    state: str


class ConferenceWithSeats(ConferenceOut):
    """The same with those at the table."""

    seats: list[ParticipantOut]


@router.get("/conferences/{conference_id}", response=ConferenceWithSeats, summary="A conference")
@scoped("conferences:read")
def read_conference(request: HttpRequest, conference_id: UUID) -> Any:
    """One of them, with those who are asked."""
    return get_called_by(actor=request.actor, id=conference_id)  # type: ignore[attr-defined]
