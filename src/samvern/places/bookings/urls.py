# SPDX-License-Identifier: EUPL-1.2
"""Addresses of bookings."""

from django.urls import path

from samvern.places.bookings.views import booking, booking_move

ONE = "places/bookings/<uuid:booking_id>"

urlpatterns = [
    path(f"{ONE}/", booking, name="booking"),
    path(f"{ONE}/<slug:step>", booking_move, name="booking_move"),
]
