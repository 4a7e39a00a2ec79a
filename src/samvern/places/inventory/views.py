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
from samvern.access.models import Organisation, Unit
from samvern.access.unit_of_work import log_read
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.places.choices import ClosingReason
from samvern.places.inventory import domain
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
    page = FormPage(
        PlaceForm,
        partial(domain.add_place, actor=request.actor),
        lambda place: redirect("workspace:rooms", place_id=place.pk),
        template="places/place.html",
        initial={"region": house.region, "active": True, "unit_id": request.actor.unit_id},
        options={"units": _units(request)},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def place_edit(request: Request, place_id: UUID) -> HttpResponseBase:
    """Say something else of a place."""
    place = domain.get_place(request.actor, place_id)
    page = FormPage(
        PlaceChangeForm,
        partial(domain.change_place, actor=request.actor, place=place),
        "rooms",
        where={"place_id": place.pk},
        template="places/place.html",
        initial=partial(_said, request),
        row=place,
        options={"units": _units(request)},
        context={"place": place},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def rooms(request: Request, place_id: UUID) -> HttpResponseBase:
    """The rooms of a place, what takes them, and one more."""
    place = domain.get_place(request.actor, place_id)
    page = FormPage(
        NewRoomForm,
        partial(add_room, actor=request.actor, place=place),
        "rooms",
        where={"place_id": place.pk},
        template="places/rooms.html",
        context=lambda _form: {"place": place, "rooms": _rooms(place)},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def room_close(request: Request, place_id: UUID, room_id: UUID) -> HttpResponseBase:
    """Take a room out of use for a while."""
    place = domain.get_place(request.actor, place_id)
    room = get_room(request.actor, place, room_id)
    page = FormPage(
        ClosingForm,
        partial(close_room, actor=request.actor, room=room),
        "rooms",
        where={"place_id": place.pk},
        template="places/room_close.html",
        initial={"since": timezone.localtime()},
        context={"place": place, "room": room},
    )
    return form_page(request, page)


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


def _rooms(place: Place) -> list[dict[str, Any]]:
    shown = rooms_of(place)
    log_read("place.see", object=place.pk, rows=sum(len(each.taken) for each in shown))
    return [
        {"room": each.room, "now": each.now, "taken": [_taken(o) for o in each.taken]}
        for each in shown
    ]


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
    text = domain.read_address(actor=request.actor, place_id=place_id)
    own = Place.objects.filter(pk=place_id, organisation_id=request.actor.organisation_id)
    card = place_cards({place_id}).get(place_id)
    context = {"place_id": place_id, "card": card, "text": text, "own": own.exists()}
    return render(request, "places/address.html", context)


@workspace_view(methods=WRITE, fresh=True)
def place_address_edit(request: Request, place_id: UUID) -> HttpResponseBase:
    """Write the address of an own place."""
    place = domain.get_place(request.actor, place_id)
    page = FormPage(
        PlaceAddressForm,
        partial(domain.write_address, actor=request.actor, place=place),
        "place_address",
        where={"place_id": place.pk},
        template="places/address_edit.html",
        initial={"text": domain.read_address(actor=request.actor, place_id=place_id)},
        context={"place": place},
    )
    return form_page(request, page)
