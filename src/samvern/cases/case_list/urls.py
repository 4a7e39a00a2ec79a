# SPDX-License-Identifier: EUPL-1.2
"""The address of the list of cases."""

from django.urls import path

from samvern.cases.case_list.views import cases

urlpatterns = [path("cases/", cases, name="cases")]
