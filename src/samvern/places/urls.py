# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.places.search.urls",
    "samvern.places.waiting_list.urls",
    "samvern.places.bookings.urls",
    "samvern.places.inventory.urls",
    "samvern.places.capacity.urls",
)
