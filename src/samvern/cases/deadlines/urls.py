# SPDX-License-Identifier: EUPL-1.2
"""Addresses of deadlines."""

from django.urls import path

from samvern.cases.deadlines.views import (
    ACTS,
    case_deadlines,
    deadline,
    deadline_act,
    deadline_add,
    deadlines,
)

CASE = "cases/<uuid:case_id>/deadlines"

urlpatterns = [
    path("deadlines/", deadlines, name="deadlines"),
    path(CASE, case_deadlines, name="case_deadlines"),
    path(f"{CASE}/add", deadline_add, name="deadline_add"),
    path(f"{CASE}/<uuid:deadline_id>", deadline, name="deadline"),
    *(
        path(f"{CASE}/<uuid:deadline_id>/{act}", deadline_act, {"act": act}, name=f"deadline_{act}")
        for act in ACTS
    ),
]
