# SPDX-License-Identifier: EUPL-1.2
"""The address where a case is opened."""

from django.urls import path

from samvern.cases.opening.views import open_case

urlpatterns = [path("cases/new/", open_case, name="open_case")]
