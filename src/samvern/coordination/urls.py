# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.coordination.views.conferences",
    "samvern.coordination.views.seats",
    "samvern.coordination.views.agreeing",
    "samvern.coordination.views.board",
    "samvern.coordination.views.asked",
    "samvern.coordination.views.rule",
    "samvern.coordination.programs.pages",
    "samvern.coordination.hooks.pages",
    "samvern.coordination.telling.pages",
)
