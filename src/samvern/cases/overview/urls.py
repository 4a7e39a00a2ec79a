# SPDX-License-Identifier: EUPL-1.2
"""The address of a case."""

from django.urls import path

from samvern.cases.overview.views import case, describe

urlpatterns = [
    path("cases/<uuid:case_id>/", case, name="case"),
    path("cases/<uuid:case_id>/describe", describe, name="describe"),
]
