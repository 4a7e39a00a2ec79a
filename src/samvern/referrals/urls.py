# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.referrals.external.delivery.urls",
    "samvern.referrals.external.child_welfare.urls",
    "samvern.referrals.external.declined.urls",
    "samvern.referrals.external.cross_border.urls",
    "samvern.referrals.directory.urls",
    "samvern.referrals.lists.urls",
    "samvern.referrals.drafts.urls",
    "samvern.referrals.core.urls",
)
