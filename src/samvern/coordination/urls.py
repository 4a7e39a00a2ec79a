# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.coordination.conferences.views.conferences",
    "samvern.coordination.conferences.views.participants",
    "samvern.coordination.conferences.views.minutes",
    "samvern.coordination.board.views",
    "samvern.coordination.board.views",
    "samvern.coordination.board.views",
    "samvern.coordination.api_clients.views",
    "samvern.coordination.webhooks.views",
    "samvern.coordination.email_digests.views",
)
