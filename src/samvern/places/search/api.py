# SPDX-License-Identifier: EUPL-1.2
"""The search for a place, for API clients of an organisation."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Schema

from samvern.access.api.operations import scoped
from samvern.places.api import _actor, router
from samvern.places.matching.api_schemas import NeedsIn
from samvern.places.matching.search import RoomOffer, search_places


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


@router.post("/search", response=list[OfferOut], summary="Find places")
@scoped("places:read")
def find_places(request: HttpRequest, needs: NeedsIn) -> Any:
    """Places that fit or may fit, ranked, each with its reasons. Sent, never in an address."""
    search = search_places(actor=_actor(request), needs=needs.needs())
    return [_offer(offer) for offer in search.offers]


def _offer(offer: RoomOffer) -> dict[str, Any]:
    place = offer.found.place
    return {
        "room_id": offer.room_id, "place_id": offer.place_id, "name": place.name,
        "kind": place.kind, "region": place.region, "provider": offer.provider,
        "beds": offer.beds, "security": place.security, "sure": offer.is_sure,
        "asks": list(offer.found.asks), "reasons": list(offer.found.reasons),
        "before_next_by": offer.before, "free_from": offer.free_from,
        "free_until": offer.free_until,
    }  # fmt: skip
