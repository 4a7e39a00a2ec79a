# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the dashboard and the inbox."""

from django.urls import path

from samvern.cases.dashboard.views import dashboard, inbox, notice

urlpatterns = [
    path("", dashboard, name="home"),
    path("inbox/", inbox, name="inbox"),
    path("inbox/<uuid:notice_id>", notice, name="notice"),
]
