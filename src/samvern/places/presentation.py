# SPDX-License-Identifier: EUPL-1.2
"""Places, offers and bookings as their pages show them: tables and sentences."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.dates import format_datetime
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.places.choices import (
    ANY_REGION,
    LANGUAGES,
    SECURITY,
    PlaceKind,
    Sex,
    Staffing,
    SubstanceUse,
)
from samvern.places.labels import ASKS, BEFORE, HINDERS, REASONS
from samvern.places.matching.needs import DisclosedNeeds
from samvern.places.matching.search import PlaceCard, RoomOffer, SearchResult
from samvern.places.models import Booking, Place
from samvern.places.workflow import BOOKING

COLORS = {"held": "warning", "booked": "info", "arrived": "success", "declined": "danger",
          "never_arrived": "danger", "expired": "danger"}  # fmt: skip
TONGUES = dict(LANGUAGES)


def kind_name(kind: str) -> str:
    """A kind in words."""
    return str(PlaceKind(kind).label) if kind in PlaceKind.values else _("Any kind")


def region_name(region: str) -> str:
    """A region in words."""
    return _("The whole country") if region == ANY_REGION else region or _("Anywhere")


def offer_shown(offer: RoomOffer) -> dict[str, Any]:
    """One place of the results: why there, what to ask, free from and to."""
    place = offer.found.place
    return {
        "room_id": offer.room_id,
        "name": place.name,
        "about": " · ".join((kind_name(place.kind), region_name(place.region), offer.provider)),
        "sure": offer.is_sure,
        "beds": offer.beds,
        "security": str(dict(SECURITY)[place.security]),
        "staffed": str(Staffing(place.staffed).label),
        "reasons": [REASONS[name] for name in offer.found.reasons],
        "asks": [(name, ASKS[name]) for name in offer.found.asks],
        "before": BEFORE.get(offer.before, ""),
        "free": free_text(offer),
    }


def free_text(offer: RoomOffer) -> str:
    """From when to when it is free."""
    if offer.free_until is None:
        return _("Free, and nothing is booked after")
    return _("Free until %(moment)s") % {"moment": format_datetime(offer.free_until)}


def hindered(search: SearchResult) -> list[str]:
    """What keeps free rooms out, most first."""
    return [f"{n} {HINDERS[name]}" for name, n in search.hindered.items()]


def place_table(places: Iterable[Place]) -> Table:
    """The provider's own places."""
    columns = [TableColumn(lazy("Place")), TableColumn(lazy("Kind")), TableColumn(lazy("Region")),
               TableColumn(lazy("In use")), TableColumn(lazy("Rooms"), unseen=True),
               TableColumn(lazy("Edit place"), unseen=True)]  # fmt: skip
    rows = [
        [
            TableCell(p.name, note=p.unit.name if p.unit else ""), TableCell(kind_name(p.kind)),
            TableCell(region_name(p.region)), TableCell(_("Yes") if p.active else _("No")),
            TableCell(_("Rooms"), reverse("workspace:rooms", args=[p.pk])),
            TableCell(_("Edit place"), reverse("workspace:place_edit", args=[p.pk])),
        ]
        for p in places
    ]  # fmt: skip
    return Table(lazy("Your own places"), columns, rows, lazy("You keep no place."))


def booking_table(bookings: Iterable[Booking]) -> Table:
    """The provider's live bookings, those to answer first."""
    columns = [TableColumn(lazy("Room")), TableColumn(lazy("From")), TableColumn(lazy("Until")),
               TableColumn(lazy("State")), TableColumn(lazy("Asked by"))]  # fmt: skip
    rows = [
        [
            TableCell(f"{b.place.name}, {b.room.label}", reverse("workspace:booking", args=[b.pk])),
            TableCell(b.during.lower), TableCell(b.during.upper), state_cell(b),
            TableCell(b.organisation.name),
        ]
        for b in bookings
    ]  # fmt: skip
    empty = lazy("No room of yours is held or booked.")
    return Table(lazy("Held and booked with you"), columns, rows, empty)


def case_table(
    bookings: Iterable[Booking], named: Mapping[UUID, PlaceCard], who: Mapping[UUID, str]
) -> Table:
    """The bookings of a case."""
    columns = [TableColumn(lazy("Place")), TableColumn(lazy("For")), TableColumn(lazy("From")),
               TableColumn(lazy("Until")), TableColumn(lazy("State"))]  # fmt: skip
    rows = []
    for b in bookings:
        card = named.get(b.place_id)
        rows.append(
            [
                TableCell(
                    card.name if card else "",
                    reverse("workspace:booking", args=[b.pk]),
                    note=card.provider if card else "",
                ),
                TableCell(who.get(b.person_id, "")),
                TableCell(b.during.lower),
                TableCell(b.during.upper),
                state_cell(b),
            ]
        )
    return Table(lazy("Held and booked"), columns, rows, lazy("No room was held in this case."))


def state_cell(booking: Booking) -> TableCell:
    """A state as a tag; a hold says until when."""
    note = ""
    if booking.state == BOOKING.first:
        note = _("Runs out %(moment)s") % {"moment": format_datetime(booking.held_until)}
    color = COLORS.get(booking.state, "neutral")
    return TableCell(BOOKING.states.get(booking.state, booking.state), tag=color, note=note)


def told_rows(told: DisclosedNeeds) -> list[tuple[Any, Any]]:
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
        (_("Alcohol and drugs"), SubstanceUse(told.use).label if told.use else _("Not known")),
        (_("Somebody may be looking for her"), yes if told.danger else ""),
        (_("What the place must know"), told.words),
        (_("To be cleared"), " ".join(str(ASKS[name]) for name in told.asks)),
    ]
    return [(label, value) for label, value in rows if value]


def staff_name(staffed: str) -> str:
    """Who must be there; empty when nobody must."""
    return "" if staffed == Staffing.NONE else str(Staffing(staffed).label)
