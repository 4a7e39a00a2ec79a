# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the capacity map."""

from django.urls import path

from samvern.places.capacity.views import capacity, capacity_file

urlpatterns = [
    path("places/capacity/", capacity, name="capacity"),
    path("places/capacity/file", capacity_file, name="capacity_file"),
]
