# SPDX-License-Identifier: EUPL-1.2
"""Address of one question."""

from django.urls import path

from samvern.helpline.questions.views import question

urlpatterns = [
    path("guidance/questions/<uuid:question_id>", question, name="question"),
]
