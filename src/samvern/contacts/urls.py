# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.contacts.views.shift",
    "samvern.contacts.views.figures",
    "samvern.contacts.views.contact",
    "samvern.contacts.views.guidance",
    "samvern.contacts.views.desks",
    "samvern.contacts.views.question",
    "samvern.contacts.views.advice",
    "samvern.contacts.views.rules",
)
