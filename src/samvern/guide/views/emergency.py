# SPDX-License-Identifier: EUPL-1.2
"""Somebody is in danger now: the numbers, what to do, and on when it is safe."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samvern.guide import answer_cookie, steps
from samvern.guide.conclusions import of_kind
from samvern.guide.emergency_numbers import emergency_numbers
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.values import Answers
from samvern.guide.views.question_page import DANGER
from samvern.law import Truth


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Whom to call, and what the pack says to do while somebody is in danger."""
    state, language = answer_cookie.load(request), get_language() or ""
    result = loaded_pack().assess({DANGER: True}, timezone.localdate())
    alerts = of_kind(result, "alert", language, Truth.YES)
    context = {
        "numbers": emergency_numbers(language),
        "alerts": [alert for alert in alerts if alert.severity == "danger"],
        "onward": _onward(state.answers),
        "lost": state.lost,
    }
    response = render(request, "guide/emergency.html", context)
    answer_cookie.renew(response, state)
    return response


def _onward(answers: Answers) -> str:
    """The first of the opening pages nothing was answered on; the answer when there is none."""
    for step in steps.opening():
        if not answers.keys() & set(step.facts):
            return reverse("guide:step", kwargs={"step": step.id})
    return reverse("guide:answer")
