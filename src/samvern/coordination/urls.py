# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.coordination.conferences.urls",
    "samvern.coordination.board.urls",
    "samvern.coordination.api_clients.urls",
    "samvern.coordination.webhooks.urls",
    "samvern.coordination.email_digests.urls",
)
