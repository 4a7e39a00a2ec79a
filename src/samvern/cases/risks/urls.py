# SPDX-License-Identifier: EUPL-1.2
"""Addresses of risks."""

from django.urls import path

from samvern.cases.risks.views import risk_new

urlpatterns = [path("cases/<uuid:case_id>/plan/risk", risk_new, name="risk_new")]
