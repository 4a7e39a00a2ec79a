# SPDX-License-Identifier: EUPL-1.2
"""What the clock does with bookings: holds that ran out, stays that end soon.

Each part may be run again at any time; what was done or told is not done or told twice.
"""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.errors import NotFound
from samvern.access.workflow import RECEIVER, SENDER, StaleState, apply_transition
from samvern.places.bookings.domain import tell
from samvern.places.models import Booking, BookingStep
from samvern.places.waiting_list.domain import end_waits, offer_rooms
from samvern.places.workflow import ARRIVED, BOOKED, BOOKING, HELD

EXPIRED, ENDS, LATE = "booking-expired", "booking-ends", "booking-late"
BEFORE = (7, 1)
"""Days before the end of a stay on which both sides are told."""


def run_place_jobs(*, actor: Actor) -> None:
    """All of it, for one organisation."""
    expire_holds(actor)
    remind_of_ends(actor)
    end_waits(actor)
    offer_rooms(actor)


def expire_holds(actor: Actor) -> int:
    """Give back rooms nobody confirmed in time; how many. Both sides are told."""
    expired = 0
    for row in Booking.objects.filter(state=HELD, held_until__lte=timezone.now()):
        step = BookingStep(of=row, case_id=row.case_id, move="expire")
        try:
            apply_transition(BOOKING, step, row, actor=actor)
        except (StaleState, NotFound):
            continue  # the other side's job, or somebody who answered, was first
        for side in (SENDER, RECEIVER):
            tell(row, side, EXPIRED, f"{EXPIRED}:{row.pk}")
        expired += 1
    return expired


def remind_of_ends(actor: Actor) -> None:
    """Tell both sides that a stay ends in seven days, and in one; and that it should have begun."""
    now = timezone.now()
    soon = Booking.objects.filter(
        state__in=(BOOKED, ARRIVED),
        during__endswith__gt=now,
        during__endswith__lte=now + timedelta(days=max(BEFORE)),
    )
    for row in soon:
        left = row.during.upper - now
        days = min(days for days in BEFORE if left <= timedelta(days=days))
        if row.during.upper - row.during.lower > timedelta(days=days):
            for side in (SENDER, RECEIVER):
                tell(row, side, ENDS, f"{ENDS}:{row.pk}:{row.during.upper:%Y%m%d%H}:{days}")
    day = now - timedelta(days=1)
    over = Q(state=ARRIVED, during__endswith__lte=now) | Q(
        state=BOOKED, during__startswith__lte=day
    )
    for row in Booking.objects.filter(over):
        for side in (SENDER, RECEIVER):
            tell(row, side, LATE, f"{LATE}:{row.pk}:{row.state}:{row.during.upper:%Y%m%d%H}")
