# SPDX-License-Identifier: EUPL-1.2
"""Addresses of printing."""

from django.urls import path

from samvern.cases.printing.views import print_page, print_pdf

urlpatterns = [
    path("cases/<uuid:case_id>/print", print_page, name="print"),
    path("cases/<uuid:case_id>/print.pdf", print_pdf, name="print_pdf"),
]
