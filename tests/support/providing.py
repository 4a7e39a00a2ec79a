# SPDX-License-Identifier: EUPL-1.2
"""Places and needs for tests, made as their providers make them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from samvern.cases.core.models import Case, Person
from samvern.places.bookings.domain import hold_room
from samvern.places.inventory.domain import add_place
from samvern.places.inventory.rooms import add_room
from samvern.places.matching.needs import Needs
from samvern.places.models import Booking, Place, Room
from support.workspace import Workspace

EVERYBODY = ["woman", "man", "other"]


def make_place(
    workspace: Workspace,
    member: str = "amina",
    rooms: int = 1,
    beds: int = 2,
    keep: bool = False,
    **values: Any,
) -> tuple[UUID, list[UUID]]:
    """A place that takes everybody, unless ``values`` say otherwise; its id and its rooms'.

    The places there were are out of use then, unless they are to be kept.
    """
    usual = {
        "name": "Prøvehuset", "kind": "crisis_centre", "region": "Eksempelvik", "district": "nord",
        "sexes": EVERYBODY, "youngest": 0, "children": True, "accessible": True, "security": 2,
        "staffed": "round_the_clock", "policy": "admitted", "languages": ["nb"],
    }  # fmt: skip
    with workspace.superuser() as owner:
        if not keep:
            owner.execute("UPDATE places_place SET active = false")
    with workspace.acting(member) as actor:
        place = add_place(actor=actor, **{**usual, **values})
        made = [
            add_room(actor=actor, place=place, label=f"Rom {number}", beds=beds).pk
            for number in range(1, rooms + 1)
        ]
    return place.pk, made


def needs(days: float = 3, since: datetime | None = None, **values: Any) -> Needs:
    """A woman of thirty who needs a place from now on."""
    start = since or timezone.now()
    usual: dict[str, Any] = {"sex": "woman", "age": 30, "use": "none", "kind": "crisis_centre"}
    return Needs(start, start + timedelta(days=days), **{**usual, **values})


def hold(
    workspace: Workspace, room: UUID, member: str = "kari", case: str = "own", **values: Any
) -> UUID:
    """A room held by a member for the person of a case; the booking's id."""
    wanted = values.pop("wanted", None) or needs()
    with workspace.acting(member) as actor:
        return hold_room(
            actor=actor,
            case=Case.objects.get(pk=workspace.cast.cases[case]),
            person=Person.objects.get(pk=workspace.cast.persons[case]),
            room_id=room,
            needs=wanted,
            **values,
        ).pk


__all__ = ["Booking", "Place", "Room", "hold", "make_place", "needs"]
