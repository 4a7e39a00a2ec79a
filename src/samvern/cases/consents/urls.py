# SPDX-License-Identifier: EUPL-1.2
"""Addresses of consents."""

from django.urls import path

from samvern.cases.consents.views import consent, consent_add, consent_withdraw, consents

CASE = "cases/<uuid:case_id>/consents"

urlpatterns = [
    path(CASE, consents, name="consents"),
    path(f"{CASE}/add", consent_add, name="consent_add"),
    path(f"{CASE}/<uuid:consent_id>", consent, name="consent"),
    path(f"{CASE}/<uuid:consent_id>/withdraw", consent_withdraw, name="consent_withdraw"),
]
