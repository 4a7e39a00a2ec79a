# SPDX-License-Identifier: EUPL-1.2
"""Addresses of guidance and of asking a desk."""

from django.urls import path

from samvern.helpline.guidance.views import guidance, question_from_case, question_new

urlpatterns = [
    path("guidance/", guidance, name="guidance"),
    path("guidance/ask", question_new, name="question_new"),
    path("cases/<uuid:case_id>/ask", question_from_case, name="question_from_case"),
]
