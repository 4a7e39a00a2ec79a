# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a case's notes."""

from django.urls import path

from samvern.cases.notes.views import note, note_edit, note_new, notes

CASE = "cases/<uuid:case_id>/notes"

urlpatterns = [
    path(CASE, notes, name="notes"),
    path(f"{CASE}/new", note_new, name="note_new"),
    path(f"{CASE}/<uuid:note_id>", note, name="note"),
    path(f"{CASE}/<uuid:note_id>/edit", note_edit, name="note_edit"),
]
