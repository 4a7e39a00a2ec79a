# SPDX-License-Identifier: EUPL-1.2
"""Addresses of retention."""

from django.urls import path

from samvern.cases.retention.views import (
    certificates,
    erasure_request,
    proposal,
    proposal_reject,
    retention,
    retention_done,
)

urlpatterns = [
    path("retention/", retention, name="retention"),
    path("retention/done", retention_done, name="retention_done"),
    path("retention/proofs", certificates, name="certificates"),
    path("retention/<uuid:proposal_id>", proposal, name="proposal"),
    path("retention/<uuid:proposal_id>/keep", proposal_reject, name="proposal_reject"),
    path("cases/<uuid:case_id>/erase", erasure_request, name="erasure_request"),
]
