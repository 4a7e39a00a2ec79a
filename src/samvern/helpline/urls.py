# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.helpline.enquiries.views",
    "samvern.helpline.statistics.views",
    "samvern.helpline.enquiries.views",
    "samvern.helpline.guidance.views",
    "samvern.helpline.desks.views",
    "samvern.helpline.questions.views",
    "samvern.helpline.advice.views",
    "samvern.helpline.safe_contact.views",
)
