# SPDX-License-Identifier: EUPL-1.2
"""Addresses of handing cases over."""

from django.urls import path

from samvern.cases.handover.views import handover, handover_answer, leaving

urlpatterns = [
    path("cases/<uuid:case_id>/handover/", handover, name="handover"),
    path("cases/<uuid:case_id>/handover/<slug:answer>", handover_answer, name="handover_answer"),
    path("leaving/<uuid:member_id>/", leaving, name="leaving"),
]
