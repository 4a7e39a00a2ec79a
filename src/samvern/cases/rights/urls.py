# SPDX-License-Identifier: EUPL-1.2
"""Addresses of rights."""

from django.urls import path

from samvern.cases.rights.views import person_rights, rights

urlpatterns = [
    path("cases/<uuid:case_id>/rights", rights, name="rights"),
    path("cases/<uuid:case_id>/persons/<uuid:person_id>/rights", person_rights, name="rights_of"),
]
