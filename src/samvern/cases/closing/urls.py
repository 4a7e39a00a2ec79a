# SPDX-License-Identifier: EUPL-1.2
"""Addresses of closing a case."""

from django.urls import path

from samvern.cases.closing.views import close, close_hold, kept_item, reopen

CASE = "cases/<uuid:case_id>"

urlpatterns = [
    path(f"{CASE}/close", close, name="close"),
    path(f"{CASE}/kept/<uuid:thing_id>", kept_item, name="kept"),
    path(f"{CASE}/reopen", reopen, name="reopen"),
    path(f"{CASE}/hold", close_hold, name="close_hold"),
]
