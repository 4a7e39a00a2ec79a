# SPDX-License-Identifier: EUPL-1.2
"""A provider keeps its places: what they are for, their rooms, and when one is closed."""

from functools import partial
from typing import Any
from uuid import UUID

from django.forms import model_to_dict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import Conflict
from samvern.access.models import Organisation, Unit
from samvern.access.unit_of_work import log_read
from samvern.cases.core.form_helpers import attempt, show_conflict
from samvern.places.choices import ClosingReason
from samvern.places.inventory import domain
from samvern.places.inventory.domain import get_place, read_address, write_address
from samvern.places.inventory.forms import (
    ClosingForm,
    NewRoomForm,
    PlaceAddressForm,
    PlaceChangeForm,
    PlaceForm,
)
from samvern.places.inventory.rooms import (
    add_room,
    change_room,
    close_room,
    get_room,
    open_room,
    rooms_of,
)
from samvern.places.matching.search import place_cards
from samvern.places.models import Occupancy, Place

SAID = [
    "name", "kind", "region", "district", "sexes", "youngest", "oldest", "children", "accessible",
    "languages", "security", "staffed", "policy", "intake_from", "intake_until", "active",
    "version",
]  # fmt: skip


@workspace_view(methods=WRITE)
def place_new(request: Request) -> HttpResponseBase:
    """Begin to keep a place."""
    house = Organisation.objects.get(pk=request.actor.organisation_id)
    first = {"region": house.region, "active": True, "unit_id": request.actor.unit_id}
    form = PlaceForm(request.POST or None, units=_units(request), initial=first)
    if request.method == "POST" and form.is_valid():
        act = partial(domain.add_place, actor=request.actor, **form.cleaned_data)
        if place := attempt(form, act):
            return redirect("workspace:rooms", place_id=place.pk)
    return _form_page(request, form, None)


@workspace_view(methods=WRITE)
def place_edit(request: Request, place_id: UUID) -> HttpResponseBase:
    """Say something else of a place."""
    place = domain.get_place(request.actor, place_id)
    form = PlaceChangeForm(
        request.POST or None, units=_units(request), initial=_said(request, place)
    )
    if request.method == "POST" and form.is_valid():
        act = partial(domain.change_place, actor=request.actor, place=place)
        try:
            if attempt(form, partial(act, **form.cleaned_data)):
                return redirect("workspace:rooms", place_id=place.pk)
        except Conflict as conflict:
            now = _said(request, conflict.current)
            return show_conflict(request, form, conflict, now, "places_place")
    return _form_page(request, form, place)


@workspace_view(methods=WRITE)
def rooms(request: Request, place_id: UUID) -> HttpResponseBase:
    """The rooms of a place, what takes them, and one more."""
    place = domain.get_place(request.actor, place_id)
    form = NewRoomForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = partial(add_room, actor=request.actor, place=place, **form.cleaned_data)
        if attempt(form, act):
            return redirect("workspace:rooms", place_id=place.pk)
    shown = rooms_of(place)
    log_read("place.see", object=place.pk, rows=sum(len(each.taken) for each in shown))
    context = {
        "place": place,
        "rooms": [
            {"room": each.room, "now": each.now, "taken": [_taken(o) for o in each.taken]}
            for each in shown
        ],
        "form": form,
    }
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "places/rooms.html", context, status=status)


@workspace_view(methods=WRITE)
def room_close(request: Request, place_id: UUID, room_id: UUID) -> HttpResponseBase:
    """Take a room out of use for a while."""
    place = domain.get_place(request.actor, place_id)
    room = get_room(request.actor, place, room_id)
    form = ClosingForm(request.POST or None, initial={"since": timezone.localtime()})
    if request.method == "POST" and form.is_valid():
        act = partial(close_room, actor=request.actor, room=room, **form.cleaned_data)
        if attempt(form, lambda: act() or True):
            return redirect("workspace:rooms", place_id=place.pk)
    context = {"place": place, "room": room, "form": form}
    status = 400 if form.is_bound else 200
    return render(request, "places/room_close.html", context, status=status)


@workspace_view(methods=("POST",))
def room_change(request: Request, place_id: UUID, room_id: UUID) -> HttpResponseBase:
    """Take a room into use, or out of it for good."""
    place = domain.get_place(request.actor, place_id)
    room = get_room(request.actor, place, room_id)
    change_room(actor=request.actor, room=room, active="use" in request.POST)
    return redirect("workspace:rooms", place_id=place.pk)


@workspace_view(methods=("POST",))
def room_open(request: Request, place_id: UUID, closing_id: UUID) -> HttpResponseBase:
    """End a closing before its time."""
    place = domain.get_place(request.actor, place_id)
    open_room(actor=request.actor, closing_id=closing_id)
    return redirect("workspace:rooms", place_id=place.pk)


def _form_page(request: Request, form: PlaceForm, place: Place | None) -> HttpResponseBase:
    status = 400 if form.is_bound else 200
    return render(request, "places/place.html", {"form": form, "place": place}, status=status)


def _said(request: Request, place: Place) -> dict[str, Any]:
    said = model_to_dict(place, SAID) | {"version": place.version}
    return said | {
        "unit_id": place.unit_id,
        "keeps_from": ", ".join(place.keeps_from),
        "notes": domain.read_notes(request.actor, place),
    }


def _units(request: Request) -> list[tuple[str, str]]:
    rows = Unit.objects.filter(organisation_id=request.actor.organisation_id)
    if request.actor.unit_id:
        rows = rows.filter(pk=request.actor.unit_id)
    return [(str(unit.pk), unit.name) for unit in rows]


def _taken(row: Occupancy) -> dict[str, Any]:
    return {
        "row": row,
        "why": ClosingReason(row.why).label if row.why else "",
        "since": row.during.lower,
        "until": row.during.upper,
    }


@workspace_view(fresh=True)
def place_address(request: Request, place_id: UUID) -> HttpResponseBase:
    """The address, to those it opens to; as absent as any other page to all else."""
    text = read_address(actor=request.actor, place_id=place_id)
    own = Place.objects.filter(pk=place_id, organisation_id=request.actor.organisation_id)
    card = place_cards({place_id}).get(place_id)
    context = {"place_id": place_id, "card": card, "text": text, "own": own.exists()}
    return render(request, "places/address.html", context)


@workspace_view(methods=WRITE, fresh=True)
def place_address_edit(request: Request, place_id: UUID) -> HttpResponseBase:
    """Write the address of an own place."""
    place = get_place(request.actor, place_id)
    text = read_address(actor=request.actor, place_id=place_id)
    form = PlaceAddressForm(request.POST or None, initial={"text": text})
    if request.method == "POST" and form.is_valid():
        act = partial(write_address, actor=request.actor, place=place, **form.cleaned_data)
        if attempt(form, lambda: act() or True):
            return redirect("workspace:place_address", place_id=place.pk)
    context = {"place": place, "form": form}
    status = 400 if form.is_bound else 200
    return render(request, "places/address_edit.html", context, status=status)
