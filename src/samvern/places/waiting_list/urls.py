# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a case's places and of the waiting list."""

from django.urls import path

from samvern.places.waiting_list.views import case_places, waiting, waiting_end

urlpatterns = [
    path("cases/<uuid:case_id>/places/", case_places, name="case_places"),
    path("places/waiting/", waiting, name="waiting"),
    path("places/waiting/<uuid:waiting_id>/end", waiting_end, name="waiting_end"),
]
