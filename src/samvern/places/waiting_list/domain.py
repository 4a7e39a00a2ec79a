# SPDX-License-Identifier: EUPL-1.2
"""The waiting list: danger first, then children, then whoever has waited longest. Nobody overtakes.

The database works the order out over all organisations (``gate.waiting_line``): each sees where her
own stand and how many there are, and nothing of the others.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.unit_of_work import log_act
from samvern.access.workflow import StaleState, apply_transition
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_working_case
from samvern.cases.notices.domain import notify
from samvern.identity.sealing import load_keys, open_field, set_sealed
from samvern.places.choices import SearchOutcome
from samvern.places.database import fetch_rows
from samvern.places.matching.demand import record_demand
from samvern.places.matching.needs import Needs, dump_needs, from_now, load_needs
from samvern.places.matching.search import free_rooms, ranked
from samvern.places.models import Booking, WaitingListEntry, WaitingListStep
from samvern.places.workflow import ARRIVED, BOOKED, WAITING


@dataclass(frozen=True, slots=True)
class QueuePosition:
    """Somebody who waits, with her place among all who wait for the same."""

    row: WaitingListEntry
    position: int
    waiting: int
    due: int
    """Her place among those who are still to be told of a free room."""


def get_waiting(actor: Actor, id: UUID) -> WaitingListEntry:
    """A wait of a case the actor sees.

    Raises:
        NotFound: there is none for her.
    """
    found = WaitingListEntry.objects.filter(pk=id).first() if actor.works_with_cases else None
    if found is None:
        raise NotFound("waiting", id)
    return found


def queue_positions(rows: list[WaitingListEntry]) -> list[QueuePosition]:
    """Where each stands; those who wait no longer are left away."""
    query = "SELECT * FROM gate.waiting_line(%s::uuid[])"
    found = {row["waits_id"]: row for row in fetch_rows(query, [[row.pk for row in rows]])}
    return [
        QueuePosition(row, place["stands"], place["waiting"], place["due"])
        for row in rows
        if (place := found.get(row.pk))
    ]


def own_queue_positions(actor: Actor, case: Case | None = None) -> list[QueuePosition]:
    """Those of the actor's cases, or of one case, who wait; in the order of the list."""
    rows = WaitingListEntry.objects.filter(state=WAITING.first)
    if case is not None:
        rows = rows.filter(case_id=case.pk)
    return queue_positions(list(rows.order_by("urgency", "created_at", "pk")[:200]))


def needs_of(waiting: WaitingListEntry) -> Needs:
    """What she needs, as it was when she was put on the list."""
    return load_needs(open_field(waiting, "needs"))


def start_waiting(*, actor: Actor, case: Case, person: Person, needs: Needs) -> WaitingListEntry:
    """Put somebody of a case on the list.

    Raises:
        Rejected: she waits for the same already, or the case is closed.
        NotFound: the case is not the actor's to work in.
    """
    get_working_case(actor, case.pk)
    waits = WaitingListEntry.objects.filter(
        case_id=case.pk, person_id=person.pk, state=WAITING.first
    )
    if waits.filter(kind=needs.kind, region=needs.region).exists():
        raise Rejected(_("She is on this waiting list already, and keeps her place."))
    row = WaitingListEntry(
        organisation_id=actor.organisation_id, created_by_id=actor.member_id,
        state=WAITING.first, case_id=case.pk, person_id=person.pk, kind=needs.kind,
        region=needs.region, urgency=needs.urgency,
    )  # fmt: skip
    set_sealed(row, needs=dump_needs(needs))
    row.save(force_insert=True)
    log_act("waiting.start", case=case.pk, object=row.pk)
    record_demand(needs, SearchOutcome.WAITS, once=str(row.pk))
    return row


def end_waiting(*, actor: Actor, waiting: WaitingListEntry, move: str) -> WaitingListEntry:
    """``place`` when she has got a place, ``withdraw`` when it is no longer needed.

    Raises:
        StaleState: it ended before. NotFound: it is not the actor's.
    """
    step = WaitingListStep(id=uuid4(), of=waiting, case_id=waiting.case_id, move=move)
    return apply_transition(WAITING, step, waiting, actor=actor)


AGAIN = timedelta(hours=12)
"""How long until the same is told again of a free room."""

FREE = "place-free"


def end_waits(actor: Actor) -> None:
    """Take off the list whoever has a confirmed place."""
    waits = list(WaitingListEntry.objects.filter(state=WAITING.first))
    placed = Booking.objects.filter(
        state__in=(BOOKED, ARRIVED), case_id__in={row.case_id for row in waits}
    )
    who = set(placed.values_list("case_id", "person_id"))
    for row in waits:
        if (row.case_id, row.person_id) in who:
            try:
                end_waiting(actor=actor, waiting=row, move="place")
            except (StaleState, NotFound):
                continue


def offer_rooms(actor: Actor) -> int:
    """Tell those whose turn it is that a room that fits is free; how many were told.

    With two free places that fit, the first two in line are told. Whoever was told two hours ago
    and has not held it, and whoever nothing free fits, does not keep the next from being told.
    """
    now, told = timezone.now(), 0
    line = queue_positions(list(WaitingListEntry.objects.filter(state=WAITING.first)))
    load_keys(list({each.row.case_id for each in line}))
    for each in sorted(line, key=lambda each: (each.row.urgency, each.row.created_at)):
        row = each.row
        needs = from_now(needs_of(row), now)
        fitting = [offer for offer in ranked(free_rooms(needs), needs).offers if offer.is_sure]
        if not fitting:
            # By the database's clock, which says when a room became free.
            WaitingListEntry.objects.filter(pk=row.pk).update(passed_at=Now())
            continue
        if each.due <= len(fitting) and (row.told_at is None or row.told_at < now - AGAIN):
            WaitingListEntry.objects.filter(pk=row.pk).update(told_at=now)
            _tell_of_room(row, f"{FREE}:{row.pk}:{now:%Y%m%d%H}")
            told += 1
    return told


def _tell_of_room(row: WaitingListEntry, key: str) -> None:
    owner = Case.objects.filter(pk=row.case_id).values_list("owner_id", flat=True).first()
    for member in {row.created_by_id, owner or row.created_by_id}:
        notify(member, FREE, key, case_id=row.case_id, about_id=row.pk)
