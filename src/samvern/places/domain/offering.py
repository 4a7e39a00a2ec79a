# SPDX-License-Identifier: EUPL-1.2
"""What the clock does with the waiting list: rooms for who waits, and waits that are over."""

from datetime import timedelta

from django.db.models.functions import Now
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.courses import Overtaken
from samvern.access.errors import Absent
from samvern.cases.domain.notices import tell as tell_member
from samvern.cases.models import Case
from samvern.identity.domain.sealing import open_keys
from samvern.places.course import ARRIVED, BOOKED, WAITING
from samvern.places.domain.joining import end_waiting
from samvern.places.domain.needs import from_now
from samvern.places.domain.searching import free_rooms, ranked
from samvern.places.domain.waiting import line_of, needs_of
from samvern.places.models import Booking, Waiting

AGAIN = timedelta(hours=12)
"""How long until the same is told again of a free room."""
FREE = "place-free"


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
