# SPDX-License-Identifier: EUPL-1.2
"""Bookings: a room held tonight, confirmed or declined by the provider, and the stay to its end."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import DatabaseError, IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.contact_person import (
    ContactPerson,
    chosen_contact_person,
    dump_contact_person,
    load_contact_person,
    own_contact_person,
)
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_value
from samvern.access.quotas import consume_quota
from samvern.access.unit_of_work import current_unit_of_work, log_act, log_read
from samvern.access.workflow import RECEIVER, SENDER, Transition, apply_transition
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_working_case
from samvern.identity.sealing import create_key, open_field, set_sealed
from samvern.places.choices import SearchOutcome
from samvern.places.database import explain_refusal
from samvern.places.matching.demand import record_demand, record_demand_for
from samvern.places.matching.needs import (
    DisclosedNeeds,
    Needs,
    disclose_needs,
    dump_disclosed_needs,
    load_disclosed_needs,
)
from samvern.places.models import Booking, BookingStep, Place
from samvern.places.workflow import BOOKING

HOURS, MOST_HOURS = 4, 24
"""How long a hold lasts unless somebody says otherwise, and at most."""
LONGEST = timedelta(days=366)
ASKED, ANSWERED, CHANGED = "booking-asked", "booking-answered", "booking-changed"


def hold_room(
    *,
    actor: Actor,
    case: Case,
    person: Person,
    room_id: UUID,
    needs: Needs,
    asks: Sequence[str] = (),
    hours: int = HOURS,
    referral_id: UUID | None = None,
) -> Booking:
    """Hold a free room for somebody of a case, at once; the provider is told and answers.

    Raises:
        RoomTaken: somebody else has it in a part of the time.
        Rejected: the room is out of use or too small, or the time makes no stay.
        NotFound: the case is not the actor's to work in.
    """
    get_working_case(actor, case.pk)
    consume_quota("place.hold", about=case.pk)
    _check_time(needs)
    id, now = uuid4(), timezone.now()
    try:
        with transaction.atomic():
            create_key(actor=actor, subject_id=id, case_id=case.pk)
            booking = Booking(
                id=id,
                organisation_id=actor.organisation_id,
                created_by_id=actor.member_id,
                receiver_id=actor.organisation_id,
                place_id=room_id,
                state=BOOKING.first,
                case_id=case.pk,
                person_id=person.pk,
                room_id=room_id,
                beds=needs.beds,
                during=DateTimeTZRange(needs.since, needs.until),
                referral_id=referral_id,
                held_until=now + timedelta(hours=min(max(hours, 1), MOST_HOURS)),
            )
            set_sealed(
                booking,
                needs=dump_disclosed_needs(disclose_needs(needs, asks, own_contact_person(actor))),
            )
            booking.save(force_insert=True)
    except DatabaseError as error:
        current_unit_of_work().cache.pop(("key", id), None)
        if no := explain_refusal(error):
            raise no from error
        raise
    booking.refresh_from_db()
    log_act("booking.hold", case=case.pk, object=id, place=booking.place_id)
    record_demand(needs, SearchOutcome.HELD, once=str(id))
    tell(booking, RECEIVER, ASKED, f"{ASKED}:{id}")
    return booking


def get_booking(actor: Actor, id: UUID) -> Booking:
    """A booking of a case the actor sees, or of a place she keeps.

    Raises:
        NotFound: there is none for her.
    """
    found = Booking.objects.filter(pk=id).first() if actor.works_with_cases else None
    if found is None:
        raise NotFound("booking", id)
    log_read("booking.see", case=found.case_id, object=found.pk)
    return found


def sides_of(actor: Actor, booking: Booking) -> tuple[str, ...]:
    """Whether the actor asks, provides, or both."""
    mine = actor.organisation_id
    parts = {SENDER: booking.organisation_id == mine, RECEIVER: booking.receiver_id == mine}
    return tuple(side for side, is_hers in parts.items() if is_hers)


def moves_of(actor: Actor, booking: Booking) -> dict[str, Transition]:
    """What the actor can do with a booking now, by name."""
    return {
        move.name: move
        for side in sides_of(actor, booking)
        for move in BOOKING.transitions_from(booking.state, side)
    }


def apply_move(
    *, actor: Actor, booking: Booking, move: str, reason: str = "", words: str = "", **values: Any
) -> Booking:
    """Make a move: confirm, decline, release, arrive, extend, move, end ...; tell the other side.

    ``values``: ``until`` for a last day, ``room_id`` for a room to move to; to confirm,
    ``call_name`` and ``call_phone`` of whom to ring, which without them is the actor.

    Raises:
        StaleState: somebody was first. Taken: the room has no free time for it.
        Rejected: it needs a reason, or somebody to ring, or cannot be done.
        NotFound: it is not the actor's move.
    """
    called = (values.pop("call_name", ""), values.pop("call_phone", ""))
    call = chosen_contact_person(actor, *called) if move == "confirm" else None
    if values.get("until") and values["until"] > booking.during.lower + LONGEST:
        raise Rejected(_("A stay is at most a year at a time."))
    step = BookingStep(
        id=uuid4(), of=booking, case_id=booking.case_id, move=move, reason=reason, **values
    )
    set_sealed(step, words=words)
    if call:
        set_sealed(step, call=dump_contact_person(call))
    try:
        with transaction.atomic():
            apply_transition(BOOKING, step, booking, actor=actor)
    except IntegrityError as error:
        if no := explain_refusal(error):
            raise no from error
        raise
    booking.refresh_from_db()
    if move == "decline":
        _count_refusal(booking, reason)
    _tell_other(actor, booking, step)
    return booking


def steps_of(booking: Booking) -> list[tuple[BookingStep, str]]:
    """What was done with it, in order, with the words that came along where they open."""
    rows = list(booking.steps.order_by("created_at"))
    return [(row, _words(booking, row)) for row in rows]


def get_call_contact(booking: Booking) -> ContactPerson:
    """Whom the provider said can be rung when it confirmed; nobody where that is closed."""
    step = booking.steps.exclude(call_sealed=None).order_by("-created_at").first()
    try:
        return load_contact_person(open_field(step, "call")) if step else ContactPerson()
    except NotFound:
        return ContactPerson()


def read_needs_of(booking: Booking) -> DisclosedNeeds | None:
    """What the provider was told of her; None when that is closed to the actor now."""
    try:
        return load_disclosed_needs(open_field(booking, "needs"))
    except NotFound:
        return None


def tell(booking: Booking, side: str, kind: str, once: str) -> int:
    """Leave a notice with one side of a booking; how many were told."""
    told: int = fetch_value("tell_booking", booking.pk, side, kind, once)
    return told


def _tell_other(actor: Actor, booking: Booking, step: BookingStep) -> None:
    kind = ANSWERED if step.move in ("confirm", "decline") else CHANGED
    other = SENDER if RECEIVER in sides_of(actor, booking) and step.move != "release" else RECEIVER
    if step.move in ("wish", "wish_more"):
        other = RECEIVER
    tell(booking, other, kind, f"{kind}:{step.pk}")


def _count_refusal(booking: Booking, reason: str) -> None:
    place = Place.objects.get(pk=booking.place_id)
    once = str(booking.pk)
    record_demand_for(place.kind, place.region, SearchOutcome.DECLINED, once=once, reason=reason)


def _words(booking: Booking, step: BookingStep) -> str:
    try:
        return open_field(step, "words")
    except NotFound:
        return ""


def _check_time(needs: Needs) -> None:
    if needs.until <= max(needs.since, timezone.now()):
        raise Rejected(_("The last day must lie after the first, and not have passed."))
    if needs.until - needs.since > LONGEST:
        raise Rejected(_("A stay is at most a year at a time."))
