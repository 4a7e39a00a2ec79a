# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a case's team."""

from django.urls import path

from samvern.cases.team.bar_views import bar_answer, bars
from samvern.cases.team.views import member_add, member_bar, member_circle, member_end, team

TEAM = "cases/<uuid:case_id>/team"

urlpatterns = [
    path(f"{TEAM}/", team, name="team"),
    path(f"{TEAM}/add", member_add, name="member_add"),
    path(f"{TEAM}/circle", member_circle, name="member_circle"),
    path(f"{TEAM}/bar", member_bar, name="member_bar"),
    path("shut-out/", bars, name="bars"),
    path("shut-out/<uuid:bar_id>", bar_answer, name="bar_answer"),
    path(f"{TEAM}/<uuid:row_id>/end", member_end, name="member_end"),
]
