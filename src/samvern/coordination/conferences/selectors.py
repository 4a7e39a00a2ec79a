# SPDX-License-Identifier: EUPL-1.2
"""Conferences of an organisation's own cases, for its API clients: times and answers, no words."""

from uuid import UUID

from samvern.access.actor import Actor
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read
from samvern.coordination.conferences.models import Conference

PAGE = 100


def list_called_by(*, actor: Actor, state: str = "", start: int = 0) -> list[Conference]:
    """Conferences the actor's organisation has called, the latest first, a page at a time."""
    rows = Conference.objects.filter(organisation_id=actor.organisation_id)
    rows = rows.filter(state=state) if state else rows
    found = list(rows.defer("agenda_sealed", "where_sealed", "voice_sealed")[start : start + PAGE])
    log_read("conferences.see", rows=len(found))
    return found


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
    seats = [
        {"organisation_id": seat.receiver_id, "name": seat.name, "state": seat.state}
        for seat in row.seats.all()
    ]
    return {**{name: getattr(row, name) for name in names}, "seats": seats}
