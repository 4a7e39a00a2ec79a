# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.helpline.enquiries.urls",
    "samvern.helpline.statistics.urls",
    "samvern.helpline.guidance.urls",
    "samvern.helpline.desks.urls",
    "samvern.helpline.questions.urls",
    "samvern.helpline.advice.urls",
    "samvern.helpline.safe_contact.urls",
    "samvern.helpline.keeping.urls",
)
