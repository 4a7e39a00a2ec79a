# SPDX-License-Identifier: EUPL-1.2
"""Rooms of a place: what a booking takes, and when one is out of use."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_value
from samvern.access.unit_of_work import log_act
from samvern.places.database import explain_refusal
from samvern.places.models import Occupancy, Place, Room


@dataclass(frozen=True, slots=True)
class RoomUse:
    """A room with what takes it now and what will."""

    room: Room
    taken: tuple[Occupancy, ...]

    @property
    def now(self) -> Occupancy | None:
        """What takes it at this moment."""
        at = timezone.now()
        return next((o for o in self.taken if o.during.lower <= at < o.during.upper), None)


def rooms_of(place: Place) -> list[RoomUse]:
    """The rooms of an own place with what takes them from now on."""
    rooms = list(Room.objects.filter(place=place))
    taken: dict[UUID, list[Occupancy]] = {room.pk: [] for room in rooms}
    ahead = Occupancy.objects.filter(room__in=rooms, live=True, during__endswith__gt=timezone.now())
    for row in ahead.order_by("during"):
        taken[row.room_id].append(row)
    return [RoomUse(room, tuple(taken[room.pk])) for room in rooms]


def get_room(actor: Actor, place: Place, id: UUID) -> Room:
    """A room of an own place.

    Raises:
        NotFound: there is none.
    """
    found = Room.objects.filter(pk=id, place=place).first()
    if found is None:
        raise NotFound("room", id)
    return found


def add_room(*, actor: Actor, place: Place, label: str, beds: int) -> Room:
    """A room more.

    Raises:
        Rejected: another room of the place is called the same.
    """
    room = Room(place=place, organisation_id=place.organisation_id, label=label, beds=beds)
    try:
        with transaction.atomic():
            room.save(force_insert=True)
    except IntegrityError:
        raise Rejected(_("Another room here is called that. Choose another name.")) from None
    log_act("room.add", object=room.pk)
    return room


def change_room(*, actor: Actor, room: Room, active: bool) -> None:
    """Take a room out of use for good, or into use again; bookings it has stay as they are."""
    Room.objects.filter(pk=room.pk).update(active=active)
    log_act("room.change", object=room.pk)


def close_room(*, actor: Actor, room: Room, since: datetime, until: datetime, why: str) -> None:
    """Take a room out of use for a while.

    Raises:
        Rejected: it is taken in a part of the time, or the time is none.
    """
    if until <= max(since, timezone.now()):
        raise Rejected(_("The end must lie after the beginning, and not have passed."))
    try:
        with transaction.atomic():
            made = fetch_value("close_room", room.pk, since, until, why)
    except IntegrityError as error:
        if no := explain_refusal(error):
            raise no from error
        raise
    if made is None:
        raise NotFound("room", room.pk)
    log_act("room.close", object=room.pk)


def open_room(*, actor: Actor, closing_id: UUID) -> None:
    """End a closing before its time.

    Raises:
        NotFound: there is none that lasts.
    """
    room_id = fetch_value("open_room", closing_id)
    if room_id is None:
        raise NotFound("closing", closing_id)
    log_act("room.open", object=room_id)
