# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the workspace, below ``/<language>/workspace/``; each topic lists its own."""

from importlib import import_module

from django.urls import URLPattern

app_name = "workspace"

TOPICS: tuple[str, ...] = (
    "samvern.access.login.views.clock",
    "samvern.cases.views.home",
    "samvern.cases.views.drafts",
)
"""Modules with a list ``urlpatterns``. Where two would answer one address, the first does."""

urlpatterns: list[URLPattern] = [
    pattern for topic in TOPICS for pattern in import_module(topic).urlpatterns
]
