# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what is known about a person."""

from django.urls import path

from samvern.cases.facts.views import facts, facts_sheet, facts_step

PERSON = "cases/<uuid:case_id>/persons/<uuid:person_id>/facts"

urlpatterns = [
    path(PERSON, facts, name="facts"),
    path(f"{PERSON}/sheets/<uuid:sheet_id>", facts_sheet, name="facts_sheet"),
    path(f"{PERSON}/<slug:step>", facts_step, name="facts_step"),
]
