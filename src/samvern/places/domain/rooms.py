# SPDX-License-Identifier: EUPL-1.2
"""Rooms of a place: what a booking takes, and when one is out of use."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.errors import Absent, Refused
from samvern.places.domain.rows import one_of
from samvern.places.domain.taken import refusal
from samvern.places.models import Occupancy, Place, Room

CLOSE = "SELECT gate.close_room(%s, %s, %s, %s)"


@dataclass(frozen=True, slots=True)
class Shown:
    """A room with what takes it now and what will."""

    room: Room
    taken: tuple[Occupancy, ...]

    @property
    def now(self) -> Occupancy | None:
        """What takes it at this moment."""
        at = timezone.now()
        return next((o for o in self.taken if o.during.lower <= at < o.during.upper), None)


def rooms_of(place: Place) -> list[Shown]:
    """The rooms of an own place with what takes them from now on."""
    rooms = list(Room.objects.filter(place=place))
    taken: dict[UUID, list[Occupancy]] = {room.pk: [] for room in rooms}
    ahead = Occupancy.objects.filter(room__in=rooms, live=True, during__endswith__gt=timezone.now())
    for row in ahead.order_by("during"):
        taken[row.room_id].append(row)
    return [Shown(room, tuple(taken[room.pk])) for room in rooms]


def get_room(actor: Actor, place: Place, id: UUID) -> Room:
    """A room of an own place.

    Raises:
        Absent: there is none.
    """
    found = Room.objects.filter(pk=id, place=place).first()
    if found is None:
        raise Absent("room", id)
    return found


def add_room(*, actor: Actor, place: Place, label: str, beds: int) -> Room:
    """A room more.

    Raises:
        Refused: another room of the place is called the same.
    """
    room = Room(place=place, organisation_id=place.organisation_id, label=label, beds=beds)
    try:
        with transaction.atomic():
            room.save(force_insert=True)
    except IntegrityError:
        raise Refused(_("Another room here is called that. Choose another name.")) from None
    record("room.add", object=room.pk)
    return room


def change_room(*, actor: Actor, room: Room, active: bool) -> None:
    """Take a room out of use for good, or into use again; bookings it has stay as they are."""
    Room.objects.filter(pk=room.pk).update(active=active)
    record("room.change", object=room.pk)


def close_room(*, actor: Actor, room: Room, since: datetime, until: datetime, why: str) -> None:
    """Take a room out of use for a while.

    Raises:
        Refused: it is taken in a part of the time, or the time is none.
    """
    if until <= max(since, timezone.now()):
        raise Refused(_("The end must lie after the beginning, and not have passed."))
    try:
        with transaction.atomic():
            made = one_of(CLOSE, [room.pk, since, until, why])
    except IntegrityError as error:
        if no := refusal(error):
            raise no from error
        raise
    if made is None:
        raise Absent("room", room.pk)
    record("room.close", object=room.pk)


def open_room(*, actor: Actor, closing_id: UUID) -> None:
    """End a closing before its time.

    Raises:
        Absent: there is none that lasts.
    """
    room_id = one_of("SELECT gate.open_room(%s)", [closing_id])
    if room_id is None:
        raise Absent("closing", closing_id)
    record("room.open", object=room_id)
