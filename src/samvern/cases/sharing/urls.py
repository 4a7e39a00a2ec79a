# SPDX-License-Identifier: EUPL-1.2
"""Addresses of sharing."""

from django.urls import path

from samvern.cases.sharing.views import share_end, share_new, shared_with_us, sharing

SHARING = "cases/<uuid:case_id>/sharing"

urlpatterns = [
    path("shared/", shared_with_us, name="shared_with_us"),
    path(f"{SHARING}/", sharing, name="sharing"),
    path(f"{SHARING}/new", share_new, name="share_new"),
    path(f"{SHARING}/<uuid:share_id>/end", share_end, name="share_end"),
]
