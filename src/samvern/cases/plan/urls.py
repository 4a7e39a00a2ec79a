# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the plan of a case."""

from django.urls import path

from samvern.cases.plan.views import action, action_done, action_new, goal, goal_new, plan

urlpatterns = [path("cases/<uuid:case_id>/plan", plan, name="plan")]
CASE = "cases/<uuid:case_id>/plan"

goal_urlpatterns = [
    path(f"{CASE}/goals/new", goal_new, name="goal_new"),
    path(f"{CASE}/goals/<uuid:goal_id>", goal, name="goal"),
    path(f"{CASE}/goals/<uuid:goal_id>/actions/new", action_new, name="action_new"),
    path(f"{CASE}/actions/<uuid:action_id>", action, name="action"),
    path(f"{CASE}/actions/<uuid:action_id>/done", action_done, name="action_done"),
]

urlpatterns += goal_urlpatterns
