# SPDX-License-Identifier: EUPL-1.2
"""What notices, acts in the trail, and the rules of matching are called where people read them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

BOOKING = "booking"
"""The page of one booking, which both sides have."""
NOTICE_KINDS: dict[str, tuple[Any, str]] = {
    "booking-asked": (_("Somebody holds a room with you and waits for your answer"), BOOKING),
    "booking-answered": (_("A provider has answered about a room"), BOOKING),
    "booking-changed": (_("Something has changed in a booking"), BOOKING),
    "booking-expired": (_("A held room ran out before anybody confirmed"), BOOKING),
    "booking-ends": (_("A stay ends soon"), BOOKING),
    "booking-late": (_("A booking has passed its time: say whether she is there"), BOOKING),
    "place-free": (_("A room that fits is free for somebody who waits"), "case_places"),
}
"""Text, and the page where it is dealt with, by the notice's kind."""
ACT_LABELS: dict[str, Any] = {
    "place.search": _("Searched for a place"),
    "place.see": _("Looked at a place"),
    "place.address": _("Read the address of a place"),
    "places.see": _("Looked at places and bookings"),
    "case_places.see": _("Looked at the places of a case"),
    "booking.see": _("Looked at a booking"),
    "waiting.see": _("Looked at the waiting list"),
    "capacity.see": _("Looked at the capacity map"),
    "place.add": _("A place was added"),
    "place.change": _("A place was changed"),
    "place.address.write": _("The address of a place was written"),
    "room.add": _("A room was added"),
    "room.change": _("A room was taken in or out of use"),
    "room.close": _("A room was closed for a while"),
    "room.open": _("A room was opened again"),
}
"""Acts that were looks or lists, or that belong to no case."""
ACTS: dict[str, Any] = {
    "booking.hold": _("A room was held"),
    "booking.confirm": _("A room was confirmed"),
    "booking.decline": _("A provider said no to a room"),
    "booking.release": _("A room was given back"),
    "booking.expire": _("A held room ran out"),
    "booking.arrive": _("Arrived at the place"),
    "booking.miss": _("Never came to the place"),
    "booking.wish": _("More days were asked for"),
    "booking.wish_more": _("More days were asked for"),
    "booking.extend": _("The last day of a stay was changed"),
    "booking.extend_stay": _("The last day of a stay was changed"),
    "booking.move": _("Moved to another room"),
    "booking.move_on": _("Moved to another room"),
    "booking.end": _("A stay ended"),
    "waiting.start": _("Put on the waiting list for a place"),
    "waiting.place": _("Off the waiting list: has got a place"),
    "waiting.withdraw": _("Taken off the waiting list"),
}
"""Acts of a case's timeline."""

REASONS: dict[str, Any] = {
    "region": _("lies in the region she wants"),
    "kind": _("is of the kind that is wanted"),
    "plain": _("is as safe as she needs, and not much more: rarer places stay free"),
    "language": _("somebody there speaks her language"),
    "spare": _("leaves few beds empty"),
    "whole": _("is staffed as she needs"),
    "gap": _("fills a short gap between two stays"),
}
"""Why a place stands where it stands, by the rules that order."""
ASKS: dict[str, Any] = {
    "sex": _("Does the place admit her sex? It is not known here."),
    "age": _("Does the place admit her age? It is not known, or the place has said no lowest age."),
    "children": _("Can the children come along?"),
    "accessible": _("Can she get in and live there with her disability?"),
    "district": _("Is it safe for her there? The place has not said which district it lies in."),
    "substance": _("Can the place take her with her use of alcohol or drugs?"),
    "intake": _("Can somebody receive her at that hour?"),
}
"""What must be asked before it is sure."""
HINDERS: dict[str, Any] = {
    "sex": _("admit another sex"),
    "age": _("admit another age"),
    "children": _("do not take children along"),
    "beds": _("have too few beds"),
    "accessible": _("are not accessible"),
    "security": _("are not safe enough"),
    "staffed": _("are staffed less than she needs"),
    "district": _("lie where she is not safe"),
    "substance": _("do not take people with her use of alcohol or drugs"),
    "intake": _("do not receive people at that hour"),
}
"""What alone keeps free rooms out; a number of rooms stands before it."""
BEFORE: dict[str, Any] = {
    **REASONS,
    "sure": _("nothing must be asked first"),
    "name": _("fits as well as the next, and comes first by its name"),
}
"""Why a place stands before the next."""
