# SPDX-License-Identifier: EUPL-1.2
"""What of the room can be alive on a case: a room she has goes on, one only held does not."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.case_closing import FateAtClosing, stateful_kind
from samvern.access.dates import format_date
from samvern.places.workflow import ARRIVED, BOOKED, BOOKING, HELD, WAITING

if TYPE_CHECKING:
    from samvern.cases.core.models import Case


def _rooms(case: "Case", ids: Sequence[UUID]) -> Mapping[UUID, str]:
    from samvern.places.matching.search import place_cards
    from samvern.places.models import Booking

    rows = list(Booking.objects.filter(case_id=case.pk, pk__in=ids))
    known = place_cards({row.place_id for row in rows})
    text = _("Room at %(place)s until %(day)s")
    return {
        row.pk: text % {"place": known[row.place_id].name, "day": format_date(row.during.upper)}
        for row in rows
    }


TOLD = "gate.tell_booking($1, 'receiver', 'booking-changed', 'booking-closed:' || $1)"
CLOSABLE_KINDS = (
    stateful_kind(
        "room_held", BOOKING, (HELD,), lazy("Rooms that are only held"), moves=("release",),
        also=TOLD,
    ),
    stateful_kind(
        "room", BOOKING, (BOOKED, ARRIVED), lazy("Rooms she has"), moves=("release", "end"),
        also=TOLD, fate=FateAtClosing.KEPT, words=_rooms,
    ),
    stateful_kind(
        "waiting", WAITING, ("waiting",), lazy("Places on waiting lists"), moves=("withdraw",)
    ),
)  # fmt: skip
COURSES = (BOOKING, WAITING)
TABLES_WITHOUT_CLOSING = {
    "places_bookingstep": "A move that was made.",
    "places_occupancy": "Follows its booking, which frees the room.",
    "places_waitingstep": "A move that was made.",
}
