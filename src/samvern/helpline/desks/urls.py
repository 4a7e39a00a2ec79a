# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the desks as their leader keeps them."""

from django.urls import path

from samvern.helpline.desks.views import desk, desk_new, desks, guidance_waiting

urlpatterns = [
    path("guidance/desks/", desks, name="desks"),
    path("guidance/desks/new", desk_new, name="desk_new"),
    path("guidance/desks/<uuid:desk_id>", desk, name="desk"),
    path("guidance/waiting", guidance_waiting, name="guidance_waiting"),
]
