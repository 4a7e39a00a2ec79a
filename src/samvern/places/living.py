# SPDX-License-Identifier: EUPL-1.2
"""What of the room can be alive on a case: a room she has goes on, one only held does not."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.days import day_name
from samvern.access.living import Fate, course_kind
from samvern.places.course import ARRIVED, BOOKED, BOOKING, HELD, WAITING

if TYPE_CHECKING:
    from samvern.cases.models import Case


def _rooms(case: "Case", ids: Sequence[UUID]) -> Mapping[UUID, str]:
    from samvern.places.domain.searching import cards
    from samvern.places.models import Booking

    rows = list(Booking.objects.filter(case_id=case.pk, pk__in=ids))
    known = cards({row.place_id for row in rows})
    text = _("Room at %(place)s until %(day)s")
    return {
        row.pk: text % {"place": known[row.place_id].name, "day": day_name(row.during.upper)}
        for row in rows
    }


TOLD = "gate.tell_booking($1, 'receiver', 'booking-changed', 'booking-closed:' || $1)"
KINDS = (
    course_kind(
        "room_held", BOOKING, (HELD,), lazy("Rooms that are only held"), moves=("release",),
        also=TOLD,
    ),
    course_kind(
        "room", BOOKING, (BOOKED, ARRIVED), lazy("Rooms she has"), moves=("release", "end"),
        also=TOLD, fate=Fate.KEPT, words=_rooms,
    ),
    course_kind(
        "waiting", WAITING, ("waiting",), lazy("Places on waiting lists"), moves=("withdraw",)
    ),
)  # fmt: skip
COURSES = (BOOKING, WAITING)
STAYS = {
    "places_bookingstep": "A move that was made.",
    "places_occupancy": "Follows its booking, which frees the room.",
    "places_waitingstep": "A move that was made.",
}
