# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the figures."""

from django.urls import path

from samvern.helpline.statistics.views import contacts_figures, guidance_figures

urlpatterns = [
    path("contacts/figures", contacts_figures, name="contacts_figures"),
    path("guidance/figures", guidance_figures, name="guidance_figures"),
]
