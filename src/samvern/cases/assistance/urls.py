# SPDX-License-Identifier: EUPL-1.2
"""Addresses of help given and refused."""

from django.urls import path

from samvern.cases.assistance.views import assistance, assistance_add, assistance_change

CASE = "cases/<uuid:case_id>/assistance"

urlpatterns = [
    path(CASE, assistance, name="assistance"),
    path(f"{CASE}/add", assistance_add, name="assistance_add"),
    path(f"{CASE}/<uuid:assistance_id>", assistance_change, name="assistance_change"),
]
