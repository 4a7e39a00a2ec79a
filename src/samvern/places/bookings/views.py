# SPDX-License-Identifier: EUPL-1.2
"""One booking, seen from either side, with what can be done with it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from samvern.access.actor import Request
from samvern.access.contact_person import ContactPerson
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.workflow import RECEIVER, SENDER
from samvern.cases.core.selectors import member_names
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.places.bookings import domain
from samvern.places.bookings.forms import FORMS, ChangeRoomForm, PlainForm
from samvern.places.choices import DeclineReason
from samvern.places.matching.needs import DisclosedNeeds
from samvern.places.matching.search import place_cards
from samvern.places.models import Booking, Room
from samvern.places.presentation import state_cell, told_rows
from samvern.places.workflow import ARRIVED, BOOKED, BOOKING

GRAVE = {"decline", "release", "miss", "end"}


@workspace_view()
def booking(request: Request, booking_id: UUID) -> HttpResponseBase:
    """Place, time, state, what the provider was told, and what was done."""
    row = domain.get_booking(request.actor, booking_id)
    return _show(request, row, {})


@workspace_view(methods=WRITE)
def booking_move(request: Request, booking_id: UUID, step: str) -> HttpResponseBase:
    """Make a move; a refusal is shown in its form, with what was filled in."""
    row = domain.get_booking(request.actor, booking_id)
    if step not in {move.name for move in BOOKING.transitions}:
        raise NotFound("booking", booking_id)
    if request.method != "POST":
        return redirect("workspace:booking", booking_id=row.pk)

    def show(form: PlainForm) -> HttpResponseBase:
        now = domain.get_booking(request.actor, booking_id)
        is_open = step in domain.moves_of(request.actor, now)
        refused = [] if is_open else [p.text for p in form.problems]
        return _show(request, now, {step: form}, refused=refused, status=409)

    page = FormPage(
        partial(_form, step, row),
        partial(domain.apply_move, actor=request.actor, booking=row, move=step),
        "booking",
        where={"booking_id": row.pk},
        values=lambda form: form.values(),
        show=show,
    )
    return form_page(request, page)


def _show(
    request: Request,
    row: Booking,
    sent: dict[str, PlainForm],
    *,
    refused: list[str] | None = None,
    status: int = 200,
) -> HttpResponseBase:
    sides = domain.sides_of(request.actor, row)
    provides, asks = RECEIVER in sides, SENDER in sides
    told = domain.read_needs_of(row)
    room = Room.objects.filter(pk=row.room_id).first() if provides else None
    context = {
        "booking": row,
        "card": place_cards({row.place_id}).get(row.place_id),
        "room": room,
        "asks": asks,
        "provides": provides,
        "state": state_cell(row),
        "ring": _ring(row, provides, told),
        "told": told_rows(told) if told else [],
        "steps": _steps(row),
        "acts": [
            {"move": move, "form": sent.get(name) or _form(name, row), "asks": name in FORMS,
             "open": name in sent, "color": "danger" if name in GRAVE else ""}
            for name, move in domain.moves_of(request.actor, row).items()
        ],
        "address": provides or row.state in (BOOKED, ARRIVED),
        "refused": refused or [],
    }  # fmt: skip
    return render(request, "places/booking.html", context, status=status)


def _ring(row: Booking, provides: bool, told: DisclosedNeeds | None) -> ContactPerson:
    """Whom the reader can ring on the other side."""
    if provides:
        return ContactPerson(told.call_name, told.call_phone) if told else ContactPerson()
    return domain.get_call_contact(row)


def _form(name: str, row: Booking, data: Any = None, **options: Any) -> PlainForm:
    kind = FORMS.get(name, PlainForm)
    if kind is ChangeRoomForm:
        others = Room.objects.filter(place_id=row.place_id, active=True, beds__gte=row.beds)
        options["rooms"] = [(str(r.pk), r.label) for r in others.exclude(pk=row.room_id)]
    return kind(data, prefix=name, **options)


def _steps(row: Booking) -> list[dict[str, Any]]:
    steps = domain.steps_of(row)
    # Those of another house are named only where the two work together on a case.
    names = member_names(step.made_by_id for step, _words in steps)
    return [_step(step, words, names.get(step.made_by_id, "")) for step, words in steps]


def _step(step: Any, words: str, who: str) -> dict[str, Any]:
    return {
        "label": BOOKING.transition(step.move).label,
        "at": step.created_at,
        "who": who,
        "side": step.side,
        "reason": DeclineReason(step.reason).label if step.reason in DeclineReason.values else "",
        "until": step.until,
        "words": words,
    }
