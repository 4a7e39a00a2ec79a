# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a case's documents."""

from django.urls import path

from samvern.cases.documents.views import (
    document_add,
    document_file,
    document_open,
    document_remove,
    documents,
)

CASE = "cases/<uuid:case_id>/documents"

urlpatterns = [
    path(CASE, documents, name="documents"),
    path(f"{CASE}/add", document_add, name="document_add"),
    path(f"{CASE}/<uuid:document_id>/file", document_file, name="document_file"),
    path(f"{CASE}/<uuid:document_id>/open", document_open, name="document_open"),
    path(f"{CASE}/<uuid:document_id>/remove", document_remove, name="document_remove"),
]
