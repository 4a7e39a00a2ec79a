# SPDX-License-Identifier: EUPL-1.2
"""What a provider has to answer and who is there: the bookings of the places she keeps."""

from django.db.models import Case, IntegerField, Value, When

from samvern.access.actor import Actor
from samvern.identity.sealing import load_keys
from samvern.places.models import Booking, Place
from samvern.places.workflow import ARRIVED, BOOKED, HELD, LIVE

MOST = 100
ORDER = Case(
    When(state=HELD, then=Value(0)),
    When(state=BOOKED, then=Value(1)),
    When(state=ARRIVED, then=Value(2)),
    default=Value(3),
    output_field=IntegerField(),
)


def answer_list(actor: Actor) -> list[Booking]:
    """Live bookings of the actor's places: those to answer first, then by when they begin."""
    rows = Booking.objects.filter(
        receiver_id=actor.organisation_id, state__in=LIVE, place__in=Place.objects.all()
    )
    found = list(
        rows.select_related("place", "room", "organisation").order_by(ORDER, "during")[:MOST]
    )
    load_keys([row.pk for row in found])
    return found


def holds_to_answer(actor: Actor) -> list[Booking]:
    """Holds the actor's house has not answered, the one that runs out first on top."""
    rows = Booking.objects.filter(
        receiver_id=actor.organisation_id, state=HELD, place__in=Place.objects.all()
    )
    named = rows.select_related("place", "organisation")
    return list(named.order_by("held_until")[:MOST])
