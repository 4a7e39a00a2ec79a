# SPDX-License-Identifier: EUPL-1.2
"""The address of a leader's page."""

from django.urls import path

from samvern.cases.unit_dashboard.views import leader

urlpatterns = [path("leader/", leader, name="leader")]
