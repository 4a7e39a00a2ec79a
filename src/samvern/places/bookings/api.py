# SPDX-License-Identifier: EUPL-1.2
"""Bookings for API clients of an organisation."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Schema, Status
from pydantic import AwareDatetime, Field

from samvern.access.api.operations import scoped
from samvern.access.api.pages import PAGED, Start, tell_page
from samvern.access.api.sent import Sent
from samvern.access.unit_of_work import log_read
from samvern.cases.core.selectors import get_person, get_working_case
from samvern.places.api import _actor, router
from samvern.places.bookings import domain
from samvern.places.matching.api_schemas import NeedsIn
from samvern.places.models import Booking
from samvern.places.workflow import BOOKING

MOST = 200

Move = Literal[
    "confirm", "decline", "release", "arrive", "miss", "wish", "wish_more", "extend", "extend_stay",
    "move", "move_on", "end",
]  # fmt: skip


class HoldIn(Sent):
    """A room to hold for somebody of a case."""

    case_id: UUID
    person_id: UUID
    room_id: UUID
    hours: int = Field(domain.HOURS, ge=1, le=domain.MOST_HOURS)
    needs: NeedsIn


class BookingMoveIn(Sent):
    """A move, with what it takes: a reason, words, a last day, a room; to confirm, whom to ring."""

    move: Move
    reason: str = Field("", max_length=40)
    words: str = Field("", max_length=500)
    call_name: str = Field("", max_length=80)
    call_phone: str = Field("", max_length=40)
    until: AwareDatetime | None = None
    room_id: UUID | None = None


class BookingOut(Schema):
    """A booking; nothing in it tells who it is for."""

    id: UUID
    organisation_id: UUID
    receiver_id: UUID
    place_id: UUID
    room_id: UUID
    state: str
    state_since: datetime
    since: datetime
    until: datetime
    held_until: datetime
    beds: int


@router.post("/bookings", response={201: BookingOut}, summary="Hold a room")
@scoped("places:write")
def hold(request: HttpRequest, made: HoldIn) -> Any:
    """Hold a free room; 409 when somebody else has it."""
    actor = _actor(request)
    row = domain.hold_room(
        actor=actor,
        case=get_working_case(actor, made.case_id),
        person=get_person(actor, made.case_id, made.person_id),
        room_id=made.room_id,
        needs=made.needs.needs(),
        hours=made.hours,
    )
    return Status(201, _booking(row))


@router.get("/bookings", response=list[BookingOut], summary="List bookings", openapi_extra=PAGED)
@scoped("places:read")
def list_bookings(
    request: HttpRequest, response: HttpResponse, state: str = "", start: Start = 0
) -> Any:
    """Bookings the organisation made or received, the newest first; ``state`` picks some.

    200 at a time.
    """
    rows = Booking.objects.all()
    if state in BOOKING.states:
        rows = rows.filter(state=state)
    found = list(rows.order_by("-created_at", "pk")[start : start + MOST])
    tell_page(request, response, start=start, shown=len(found), total=rows.count())
    log_read("places.see", rows=len(found))
    return [_booking(row) for row in found]


@router.get("/bookings/{uuid:booking_id}", response=BookingOut, summary="Read a booking")
@scoped("places:read")
def read_booking(request: HttpRequest, booking_id: UUID) -> Any:
    """One booking of either side."""
    return _booking(domain.get_booking(_actor(request), booking_id))


@router.post("/bookings/{uuid:booking_id}/steps", response=BookingOut, summary="Move a booking")
@scoped("places:write")
def move_booking(request: HttpRequest, booking_id: UUID, made: BookingMoveIn) -> Any:
    """Confirm, decline, extend, move, end ...; 409 when somebody was first or it does not fit."""
    actor = _actor(request)
    row = domain.get_booking(actor, booking_id)
    given: dict[str, Any] = made.model_dump(exclude_none=True)
    return _booking(domain.apply_move(actor=actor, booking=row, **given))


def _booking(row: Booking) -> dict[str, Any]:
    same = (
        "id", "organisation_id", "receiver_id", "place_id", "room_id", "state", "state_since",
        "held_until", "beds",
    )  # fmt: skip
    times = {"since": row.during.lower, "until": row.during.upper}
    return {**{name: getattr(row, name) for name in same}, **times}
