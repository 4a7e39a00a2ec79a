# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the auditor, and of who has looked at a case."""

from django.urls import path

from samvern.cases.audit.views import (
    access_log,
    access_log_csv,
    access_log_pdf,
    auditor,
    auditor_csv,
    auditor_proof,
)

urlpatterns = [
    path("auditor/", auditor, name="auditor"),
    path("auditor/trail.csv", auditor_csv, name="auditor_csv"),
    path("auditor/proof", auditor_proof, name="auditor_proof"),
]

ACCESS_LOG = "cases/<uuid:case_id>/looks"

access_log_urlpatterns = [
    path(ACCESS_LOG, access_log, name="looks"),
    path(f"{ACCESS_LOG}.csv", access_log_csv, name="looks_csv"),
    path(f"{ACCESS_LOG}.pdf", access_log_pdf, name="looks_pdf"),
]

urlpatterns += access_log_urlpatterns
