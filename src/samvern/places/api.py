# SPDX-License-Identifier: EUPL-1.2
"""Places for an organisation’s own programs: search, hold, answer, end; by the pages’ functions."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field

from samvern.access.actor import Actor
from samvern.access.api import scoped
from samvern.access.audit import see
from samvern.cases.domain.reaching import get_person, get_working_case
from samvern.law.births import OLDEST
from samvern.places.course import BOOKING
from samvern.places.domain import bookings as domain
from samvern.places.domain.needs import Needs, districts
from samvern.places.domain.searching import Offer, search_places
from samvern.places.models import Booking

router = Router(tags=["places"])
MOST = 200
Move = Literal[
    "confirm", "decline", "release", "arrive", "miss", "wish", "wish_more", "extend", "extend_stay",
    "move", "move_on", "end",
]  # fmt: skip


class NeedsIn(Schema):
    """Needs and risks for one stay; what is left out is not known, and is asked about."""

    since: datetime
    until: datetime
    sex: Literal["", "woman", "man", "other"] = ""
    age: int | None = Field(None, ge=0, le=OLDEST)
    children: int = Field(0, ge=0, le=12)
    accessible: bool = False
    languages: list[str] = Field(default_factory=list, max_length=10)
    security: int = Field(1, ge=1, le=3)
    staffed: Literal["none", "day", "round_the_clock"] = "none"
    use: Literal["", "none", "sober_there", "active"] = ""
    avoid: list[str] = Field(default_factory=list, max_length=50)
    kind: str = Field("", max_length=30)
    region: str = Field("", max_length=60)
    danger: bool = False
    words: str = Field("", max_length=1000)

    def needs(self) -> Needs:
        """As the search reads them."""
        said = self.model_dump() | {
            "languages": tuple(self.languages),
            "avoid": districts(",".join(self.avoid)),
        }
        return Needs(**said)


class OfferOut(Schema):
    """A free room in its order; nothing of who lives there, and no address."""

    room_id: UUID
    place_id: UUID
    name: str
    kind: str
    region: str
    provider: str
    beds: int
    security: int
    sure: bool
    asks: list[str]
    reasons: list[str]
    before_next_by: str
    free_from: datetime | None
    free_until: datetime | None


class HoldIn(Schema):
    """A room to hold for somebody of a case."""

    case_id: UUID
    person_id: UUID
    room_id: UUID
    hours: int = Field(domain.HOURS, ge=1, le=domain.MOST_HOURS)
    needs: NeedsIn


class MoveIn(Schema):
    """A move, with what it takes: a reason, words, a last day, a room; to confirm, whom to ring."""

    move: Move
    reason: str = Field("", max_length=40)
    words: str = Field("", max_length=500)
    call_name: str = Field("", max_length=80)
    call_phone: str = Field("", max_length=40)
    until: datetime | None = None
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


@router.post("/search", response=list[OfferOut], summary="Find places")
@scoped("places:read")
def find_places(request: HttpRequest, needs: NeedsIn) -> Any:
    """Places that fit or may fit, ranked, each with its reasons. Sent, never in an address."""
    search = search_places(actor=_actor(request), needs=needs.needs())
    return [_offer(offer) for offer in search.offers]


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


@router.get("/bookings", response=list[BookingOut], summary="List bookings")
@scoped("places:read")
def list_bookings(request: HttpRequest, state: str = "") -> Any:
    """Bookings the organisation made or received, the newest first; ``state`` picks some."""
    rows = Booking.objects.all()
    if state in BOOKING.states:
        rows = rows.filter(state=state)
    found = list(rows.order_by("-created_at")[:MOST])
    see("places.see", rows=len(found))
    return [_booking(row) for row in found]


@router.get("/bookings/{uuid:booking_id}", response=BookingOut, summary="Read a booking")
@scoped("places:read")
def read_booking(request: HttpRequest, booking_id: UUID) -> Any:
    """One booking of either side."""
    return _booking(domain.get_booking(_actor(request), booking_id))


@router.post("/bookings/{uuid:booking_id}/steps", response=BookingOut, summary="Move a booking")
@scoped("places:write")
def move_booking(request: HttpRequest, booking_id: UUID, made: MoveIn) -> Any:
    """Confirm, decline, extend, move, end ...; 409 when somebody was first or it does not fit."""
    actor = _actor(request)
    row = domain.get_booking(actor, booking_id)
    given: dict[str, Any] = made.model_dump(exclude_none=True)
    return _booking(domain.take_move(actor=actor, booking=row, **given))


def _actor(request: HttpRequest) -> Actor:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found


def _offer(offer: Offer) -> dict[str, Any]:
    place = offer.found.place
    return {
        "room_id": offer.room_id, "place_id": offer.place_id, "name": place.name,
        "kind": place.kind, "region": place.region, "provider": offer.provider,
        "beds": offer.beds, "security": place.security, "sure": offer.is_sure,
        "asks": list(offer.found.asks), "reasons": list(offer.found.reasons),
        "before_next_by": offer.before, "free_from": offer.free_from,
        "free_until": offer.free_until,
    }  # fmt: skip


def _booking(row: Booking) -> dict[str, Any]:
    same = (
        "id", "organisation_id", "receiver_id", "place_id", "room_id", "state", "state_since",
        "held_until", "beds",
    )  # fmt: skip
    times = {"since": row.during.lower, "until": row.during.upper}
    return {**{name: getattr(row, name) for name in same}, **times}
