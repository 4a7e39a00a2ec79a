# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the workspace, below ``/<language>/workspace/``; each topic lists its own."""

from importlib import import_module

from django.urls import URLPattern

app_name = "workspace"

TOPICS: tuple[str, ...] = (
    "samvern.cases.views.listing",
    "samvern.cases.views.opening",
    "samvern.cases.views.overview",
    "samvern.cases.views.persons",
    "samvern.cases.views.identity",
    "samvern.cases.views.protected",
    "samvern.cases.views.finding",
    "samvern.cases.views.facts",
    "samvern.cases.views.rights",
    "samvern.cases.views.assessments",
    "samvern.cases.views.deadlines",
    "samvern.cases.views.calendars",
    "samvern.cases.views.consents",
    "samvern.cases.views.assistance",
    "samvern.cases.views.team",
    "samvern.cases.views.sharing",
    "samvern.cases.views.glass",
    "samvern.cases.views.handover",
    "samvern.cases.views.closing",
    "samvern.cases.views.plan",
    "samvern.cases.views.goals",
    "samvern.cases.views.risks",
    "samvern.cases.views.tasks",
    "samvern.cases.views.notes",
    "samvern.cases.views.documents",
    "samvern.cases.views.looks",
    "samvern.cases.views.leader",
    "samvern.cases.views.auditor",
    "samvern.cases.views.administrator",
    "samvern.cases.views.colleagues",
    "samvern.cases.views.retention",
    "samvern.access.login.views.clock",
    "samvern.cases.views.home",
    "samvern.cases.views.drafts",
    "samvern.cases.views.timeline",
    "samvern.cases.views.printing",
)
"""Modules with a list ``urlpatterns``. Where two would answer one address, the first does."""

urlpatterns: list[URLPattern] = [
    pattern for topic in TOPICS for pattern in import_module(topic).urlpatterns
]
