# SPDX-License-Identifier: EUPL-1.2
"""Places, offers and bookings as their pages show them: tables and sentences."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.days import moment_name
from samvern.access.tables import Cell, Column, Table
from samvern.places import words
from samvern.places.course import BOOKING
from samvern.places.domain.searching import Card, Offer, Search
from samvern.places.domain.telling_needs import Told
from samvern.places.kinds import ANY_REGION, LANGUAGES, SECURITY, Kind, Sex, Staffed, Use
from samvern.places.models import Booking, Place

COLORS = {"held": "warning", "booked": "info", "arrived": "success", "declined": "danger",
          "never_arrived": "danger", "expired": "danger"}  # fmt: skip
TONGUES = dict(LANGUAGES)


def kind_name(kind: str) -> str:
    """A kind in words."""
    return str(Kind(kind).label) if kind in Kind.values else _("Any kind")


def region_name(region: str) -> str:
    """A region in words."""
    return _("The whole country") if region == ANY_REGION else region or _("Anywhere")


def offer_shown(offer: Offer) -> dict[str, Any]:
    """One place of the results: why there, what to ask, free from and to."""
    place = offer.found.place
    return {
        "room_id": offer.room_id,
        "name": place.name,
        "about": " · ".join((kind_name(place.kind), region_name(place.region), offer.provider)),
        "sure": offer.is_sure,
        "beds": offer.beds,
        "security": str(dict(SECURITY)[place.security]),
        "staffed": str(Staffed(place.staffed).label),
        "reasons": [words.REASONS[name] for name in offer.found.reasons],
        "asks": [(name, words.ASKS[name]) for name in offer.found.asks],
        "before": words.BEFORE.get(offer.before, ""),
        "free": free_text(offer),
    }


def free_text(offer: Offer) -> str:
    """From when to when it is free."""
    if offer.free_until is None:
        return _("Free, and nothing is booked after")
    return _("Free until %(moment)s") % {"moment": moment_name(offer.free_until)}


def hindered(search: Search) -> list[str]:
    """What keeps free rooms out, most first."""
    return [f"{n} {words.HINDERS[name]}" for name, n in search.hindered.items()]


def place_table(places: Iterable[Place]) -> Table:
    """The provider's own places."""
    columns = [Column(lazy("Place")), Column(lazy("Kind")), Column(lazy("Region")),
               Column(lazy("In use")), Column(lazy("Rooms"), unseen=True),
               Column(lazy("Edit place"), unseen=True)]  # fmt: skip
    rows = [
        [
            Cell(p.name, note=p.unit.name if p.unit else ""), Cell(kind_name(p.kind)),
            Cell(region_name(p.region)), Cell(_("Yes") if p.active else _("No")),
            Cell(_("Rooms"), reverse("workspace:rooms", args=[p.pk])),
            Cell(_("Edit place"), reverse("workspace:place_edit", args=[p.pk])),
        ]
        for p in places
    ]  # fmt: skip
    return Table(lazy("Your own places"), columns, rows, lazy("You keep no place."))


def booking_table(bookings: Iterable[Booking]) -> Table:
    """The provider's live bookings, those to answer first."""
    columns = [Column(lazy("Room")), Column(lazy("From")), Column(lazy("Until")),
               Column(lazy("State")), Column(lazy("Asked by"))]  # fmt: skip
    rows = [
        [
            Cell(f"{b.place.name}, {b.room.label}", reverse("workspace:booking", args=[b.pk])),
            Cell(b.during.lower), Cell(b.during.upper), state_cell(b),
            Cell(b.organisation.name),
        ]
        for b in bookings
    ]  # fmt: skip
    empty = lazy("No room of yours is held or booked.")
    return Table(lazy("Held and booked with you"), columns, rows, empty)


def case_table(
    bookings: Iterable[Booking], named: Mapping[UUID, Card], who: Mapping[UUID, str]
) -> Table:
    """The bookings of a case."""
    columns = [Column(lazy("Place")), Column(lazy("For")), Column(lazy("From")),
               Column(lazy("Until")), Column(lazy("State"))]  # fmt: skip
    rows = []
    for b in bookings:
        card = named.get(b.place_id)
        rows.append([
            Cell(card.name if card else "", reverse("workspace:booking", args=[b.pk]),
                 note=card.provider if card else ""),
            Cell(who.get(b.person_id, "")), Cell(b.during.lower), Cell(b.during.upper),
            state_cell(b),
        ])  # fmt: skip
    return Table(lazy("Held and booked"), columns, rows, lazy("No room was held in this case."))


def state_cell(booking: Booking) -> Cell:
    """A state as a tag; a hold says until when."""
    note = ""
    if booking.state == BOOKING.first:
        note = _("Runs out %(moment)s") % {"moment": moment_name(booking.held_until)}
    color = COLORS.get(booking.state, "neutral")
    return Cell(BOOKING.states.get(booking.state, booking.state), tag=color, note=note)


def told_rows(told: Told) -> list[tuple[Any, Any]]:
    """What a provider was told of her, for a list of details."""
    yes = _("Yes")
    rows = [
        (_("Sex"), Sex(told.sex).label if told.sex else _("Not known")),
        (_("Age"), told.ages or _("Not known")),
        (_("Children who come along"), str(told.children) if told.children else ""),
        (_("Must be accessible"), yes if told.accessible else ""),
        (_("Languages"), ", ".join(str(TONGUES.get(code, code)) for code in told.languages)),
        (_("Security"), dict(SECURITY).get(told.security, "")),
        (_("Must somebody be there?"), staff_name(told.staffed)),
        (_("Alcohol and drugs"), Use(told.use).label if told.use else _("Not known")),
        (_("Somebody may be looking for her"), yes if told.danger else ""),
        (_("What the place must know"), told.words),
        (_("To be cleared"), " ".join(str(words.ASKS[name]) for name in told.asks)),
    ]
    return [(label, value) for label, value in rows if value]


def staff_name(staffed: str) -> str:
    """Who must be there; empty when nobody must."""
    return "" if staffed == Staffed.NONE else str(Staffed(staffed).label)
