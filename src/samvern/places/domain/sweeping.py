# SPDX-License-Identifier: EUPL-1.2
"""What the clock does with bookings: holds that ran out, stays that end soon, rooms for who waits.

Each part may be run again at any time; what was done or told is not done or told twice.
"""

from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.courses import RECEIVER, SENDER, Overtaken, take_step
from samvern.access.errors import Absent
from samvern.cases.domain.notices import tell as tell_member
from samvern.cases.models import Case
from samvern.identity.domain.sealing import open_keys
from samvern.places.course import ARRIVED, BOOKED, BOOKING, HELD, WAITING
from samvern.places.domain.bookings import tell
from samvern.places.domain.needs import from_now
from samvern.places.domain.searching import free_rooms, ranked
from samvern.places.domain.waiting import end_waiting, line_of, needs_of
from samvern.places.models import Booking, BookingStep, Waiting

BEFORE = (7, 1)
"""Days before the end of a stay on which both sides are told."""
AGAIN = timedelta(hours=12)
"""How long until the same is told again of a free room."""
EXPIRED, ENDS, FREE, LATE = "booking-expired", "booking-ends", "place-free", "booking-late"


def sweep_all(*, actor: Actor) -> None:
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
            take_step(BOOKING, step, row, actor=actor)
        except (Overtaken, Absent):
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


def end_waits(actor: Actor) -> None:
    """Take off the list whoever has a confirmed place."""
    waits = list(Waiting.objects.filter(state=WAITING.first))
    placed = Booking.objects.filter(
        state__in=(BOOKED, ARRIVED), case_id__in={row.case_id for row in waits}
    )
    who = set(placed.values_list("case_id", "person_id"))
    for row in waits:
        if (row.case_id, row.person_id) in who:
            try:
                end_waiting(actor=actor, waiting=row, move="place")
            except (Overtaken, Absent):
                continue


def offer_rooms(actor: Actor) -> int:
    """Tell those whose turn it is that a room that fits is free; how many were told.

    With two free places that fit, the first two in line are told. Whoever was told two hours ago
    and has not held it, and whoever nothing free fits, does not keep the next from being told.
    """
    now, told = timezone.now(), 0
    line = line_of(list(Waiting.objects.filter(state=WAITING.first)))
    open_keys(list({each.row.case_id for each in line}))
    for each in sorted(line, key=lambda each: (each.row.urgency, each.row.created_at)):
        row = each.row
        needs = from_now(needs_of(row), now)
        fitting = [offer for offer in ranked(free_rooms(needs), needs).offers if offer.is_sure]
        if not fitting:
            # By the database's clock, which says when a room became free.
            Waiting.objects.filter(pk=row.pk).update(passed_at=Now())
            continue
        if each.due <= len(fitting) and (row.told_at is None or row.told_at < now - AGAIN):
            Waiting.objects.filter(pk=row.pk).update(told_at=now)
            _tell_of_room(row, f"{FREE}:{row.pk}:{now:%Y%m%d%H}")
            told += 1
    return told


def _tell_of_room(row: Waiting, key: str) -> None:
    owner = Case.objects.filter(pk=row.case_id).values_list("owner_id", flat=True).first()
    for member in {row.created_by_id, owner or row.created_by_id}:
        tell_member(member, FREE, key, case_id=row.case_id, about_id=row.pk)
