# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the directory."""

from django.urls import path

from samvern.referrals.directory.views import directory, service_edit, service_new

urlpatterns = [
    path("directory/", directory, name="directory"),
    path("directory/new", service_new, name="service_new"),
    path("directory/<uuid:service_id>", service_edit, name="service_edit"),
]
