# SPDX-License-Identifier: EUPL-1.2
"""Addresses of advice."""

from django.urls import path

from samvern.helpline.advice.views import (
    advice,
    advice_approve,
    advice_mend,
    advice_new,
    advice_of_desk,
    advice_take_down,
)

ONE = "guidance/advice/<uuid:advice_id>"

urlpatterns = [
    path(ONE, advice, name="advice"),
    path(f"{ONE}/approve", advice_approve, name="advice_approve"),
    path(f"{ONE}/mend", advice_mend, name="advice_mend"),
    path(f"{ONE}/take-down", advice_take_down, name="advice_take_down"),
    path("guidance/questions/<uuid:question_id>/advice", advice_new, name="advice_new"),
    path("guidance/desks/<uuid:desk_id>/advice", advice_of_desk, name="advice_of_desk"),
]
