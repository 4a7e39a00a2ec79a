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
from samvern.access.audit import record, see
from samvern.access.budget import spend
from samvern.access.calling import Call, own_call, read, whom_to_ring, written
from samvern.access.courses import RECEIVER, SENDER, Move, take_step
from samvern.access.errors import Absent, Refused
from samvern.access.work import current_work
from samvern.cases.domain.reaching import get_working_case
from samvern.cases.models import Case, Person
from samvern.identity.domain.sealing import new_key, seal, unseal
from samvern.places.course import BOOKING
from samvern.places.domain.demand import count_demand, note_demand
from samvern.places.domain.needs import Needs
from samvern.places.domain.rows import one_of
from samvern.places.domain.sealed_needs import read_told, write_told
from samvern.places.domain.taken import refusal
from samvern.places.domain.telling_needs import Told, told_of
from samvern.places.models import Booking, BookingStep, Place
from samvern.places.outcomes import Outcome

HOURS, MOST_HOURS = 4, 24
"""How long a hold lasts unless somebody says otherwise, and at most."""
NEEDS, WORDS, CALL = "booking.needs", "bookingstep.words", "bookingstep.call"
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
        Taken: somebody else has it in a part of the time.
        Refused: the room is out of use or too small, or the time makes no stay.
        Absent: the case is not the actor's to work in.
    """
    get_working_case(actor, case.pk)
    spend("place.hold", about=case.pk)
    _check_time(needs)
    id, now = uuid4(), timezone.now()
    try:
        with transaction.atomic():
            new_key(actor=actor, subject_id=id, case_id=case.pk)
            booking = Booking(
                id=id, organisation_id=actor.organisation_id, created_by_id=actor.member_id,
                receiver_id=actor.organisation_id, place_id=room_id, state=BOOKING.first,
                case_id=case.pk, person_id=person.pk, room_id=room_id, beds=needs.beds,
                during=DateTimeTZRange(needs.since, needs.until), referral_id=referral_id,
                held_until=now + timedelta(hours=min(max(hours, 1), MOST_HOURS)),
                needs_sealed=seal(id, NEEDS, id, write_told(told_of(needs, asks, own_call(actor)))),
            )  # fmt: skip
            booking.save(force_insert=True)
    except DatabaseError as error:
        current_work().memory.pop(("key", id), None)
        if no := refusal(error):
            raise no from error
        raise
    booking.refresh_from_db()
    record("booking.hold", case=case.pk, object=id, place=booking.place_id)
    note_demand(needs, Outcome.HELD, once=str(id))
    tell(booking, RECEIVER, ASKED, f"{ASKED}:{id}")
    return booking


def get_booking(actor: Actor, id: UUID) -> Booking:
    """A booking of a case the actor sees, or of a place she keeps.

    Raises:
        Absent: there is none for her.
    """
    found = Booking.objects.filter(pk=id).first() if actor.works_with_cases else None
    if found is None:
        raise Absent("booking", id)
    see("booking.see", case=found.case_id, object=found.pk)
    return found


def sides_of(actor: Actor, booking: Booking) -> tuple[str, ...]:
    """Whether the actor asks, provides, or both."""
    mine = actor.organisation_id
    parts = {SENDER: booking.organisation_id == mine, RECEIVER: booking.receiver_id == mine}
    return tuple(side for side, is_hers in parts.items() if is_hers)


def moves_of(actor: Actor, booking: Booking) -> dict[str, Move]:
    """What the actor can do with a booking now, by name."""
    return {
        move.name: move
        for side in sides_of(actor, booking)
        for move in BOOKING.open_to(booking.state, side)
    }


def take_move(
    *, actor: Actor, booking: Booking, move: str, reason: str = "", words: str = "", **values: Any
) -> Booking:
    """Make a move: confirm, decline, release, arrive, extend, move, end ...; tell the other side.

    ``values``: ``until`` for a last day, ``room_id`` for a room to move to; to confirm,
    ``call_name`` and ``call_phone`` of whom to ring, which without them is the actor.

    Raises:
        Overtaken: somebody was first. Taken: the room has no free time for it.
        Refused: it needs a reason, or somebody to ring, or cannot be done.
        Absent: it is not the actor's move.
    """
    called = (values.pop("call_name", ""), values.pop("call_phone", ""))
    call = whom_to_ring(actor, *called) if move == "confirm" else None
    if values.get("until") and values["until"] > booking.during.lower + LONGEST:
        raise Refused(_("A stay is at most a year at a time."))
    step = BookingStep(
        id=uuid4(), of=booking, case_id=booking.case_id, move=move, reason=reason, **values
    )
    if words:
        step.words_sealed = seal(booking.pk, WORDS, step.pk, words)
    if call:
        step.call_sealed = seal(booking.pk, CALL, step.pk, written(call))
    try:
        with transaction.atomic():
            take_step(BOOKING, step, booking, actor=actor)
    except IntegrityError as error:
        if no := refusal(error):
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


def whom_to_ring_of(booking: Booking) -> Call:
    """Whom the provider said can be rung when it confirmed; nobody where that is closed."""
    step = booking.steps.exclude(call_sealed=None).order_by("-created_at").first()
    try:
        return read(unseal(booking.pk, CALL, step.pk, step.call_sealed)) if step else Call()
    except Absent:
        return Call()


def read_needs_of(booking: Booking) -> Told | None:
    """What the provider was told of her; None when that is closed to the actor now."""
    try:
        return read_told(unseal(booking.pk, NEEDS, booking.pk, booking.needs_sealed))
    except Absent:
        return None


def tell(booking: Booking, side: str, kind: str, once: str) -> int:
    """Leave a notice with one side of a booking; how many were told."""
    told: int = one_of("SELECT gate.tell_booking(%s, %s, %s, %s)", [booking.pk, side, kind, once])
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
    count_demand(place.kind, place.region, Outcome.DECLINED, once=once, reason=reason)


def _words(booking: Booking, step: BookingStep) -> str:
    try:
        return unseal(booking.pk, WORDS, step.pk, step.words_sealed)
    except Absent:
        return ""


def _check_time(needs: Needs) -> None:
    if needs.until <= max(needs.since, timezone.now()):
        raise Refused(_("The last day must lie after the first, and not have passed."))
    if needs.until - needs.since > LONGEST:
        raise Refused(_("A stay is at most a year at a time."))
