# SPDX-License-Identifier: EUPL-1.2
"""The room's pages, below ``/<language>/workspace/``; each module has a list ``urlpatterns``."""

TOPICS: tuple[str, ...] = (
    "samvern.referrals.outside.views.sending",
    "samvern.referrals.outside.views.sent",
    "samvern.referrals.outside.views.child",
    "samvern.referrals.outside.views.unnamed",
    "samvern.referrals.outside.views.crossing",
    "samvern.referrals.views.directory",
    "samvern.referrals.views.lists",
    "samvern.referrals.views.making",
    "samvern.referrals.views.one",
    "samvern.referrals.views.opening",
)
