# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.places.search.views",
    "samvern.places.waiting_list.views",
    "samvern.places.bookings.views",
    "samvern.places.inventory.views",
    "samvern.places.inventory.views",
    "samvern.places.capacity.views",
)
