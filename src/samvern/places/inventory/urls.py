# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a provider's places."""

from django.urls import path

from samvern.places.inventory.views import (
    place_address,
    place_address_edit,
    place_edit,
    place_new,
    room_change,
    room_close,
    room_open,
    rooms,
)

ONE = "places/<uuid:place_id>"

PLACE_PAGES = [
    path("places/new", place_new, name="place_new"),
    path(f"{ONE}/", place_edit, name="place_edit"),
    path(f"{ONE}/rooms/", rooms, name="rooms"),
    path(f"{ONE}/rooms/<uuid:room_id>/close", room_close, name="room_close"),
    path(f"{ONE}/rooms/<uuid:room_id>/use", room_change, name="room_change"),
    path(f"{ONE}/closings/<uuid:closing_id>/end", room_open, name="room_open"),
]

ADDRESS_PAGES = [
    path("places/<uuid:place_id>/address", place_address, name="place_address"),
    path("places/<uuid:place_id>/address/edit", place_address_edit, name="place_address_edit"),
]

urlpatterns = [*PLACE_PAGES, *ADDRESS_PAGES]
