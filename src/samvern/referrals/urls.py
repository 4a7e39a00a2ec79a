# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.referrals.external.delivery.views",
    "samvern.referrals.external.delivery.views",
    "samvern.referrals.external.child_welfare.views",
    "samvern.referrals.external.declined.views",
    "samvern.referrals.external.cross_border.views",
    "samvern.referrals.directory.views",
    "samvern.referrals.lists.views",
    "samvern.referrals.drafts.views",
    "samvern.referrals.core.views",
    "samvern.referrals.core.views",
)
