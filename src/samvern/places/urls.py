# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.places.views.finding",
    "samvern.places.views.cases",
    "samvern.places.views.bookings",
    "samvern.places.views.keeping",
    "samvern.places.views.addresses",
    "samvern.places.views.capacity",
)
