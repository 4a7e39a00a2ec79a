# SPDX-License-Identifier: EUPL-1.2
"""Addresses of emergency access."""

from django.urls import path

from samvern.cases.emergency_access.views import (
    emergency_access,
    emergency_access_end,
    emergency_access_review,
    emergency_access_reviews,
)

urlpatterns = [
    path("break-glass/", emergency_access, name="glass"),
    path("break-glass/<uuid:glass_id>/end", emergency_access_end, name="glass_end"),
    path("break-glass/reviews/", emergency_access_reviews, name="glass_reviews"),
    path("break-glass/reviews/<uuid:glass_id>", emergency_access_review, name="glass_review"),
]
