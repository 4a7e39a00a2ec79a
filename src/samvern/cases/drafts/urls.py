# SPDX-License-Identifier: EUPL-1.2
"""Where drafts are sent."""

from django.urls import path

from samvern.cases.drafts.views import draft

urlpatterns = [path("drafts/<str:key>", draft, name="draft")]
