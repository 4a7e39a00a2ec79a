# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the workspace, below ``/<language>/workspace/``: every room's, under one name."""

from importlib import import_module

from django.urls import URLPattern

app_name = "workspace"
ROOMS = ("referrals", "places", "helpline", "coordination", "cases")
"""Where two would answer one address, the first does."""

WEB_TOPICS = ("samvern.access.login.sessions.views", "samvern.web.jobs.views")

urlpatterns: list[URLPattern] = [
    pattern
    for topics in (*(import_module(f"samvern.{room}.urls").TOPICS for room in ROOMS), WEB_TOPICS)
    for topic in topics
    for pattern in import_module(topic).urlpatterns
]
