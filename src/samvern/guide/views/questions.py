# SPDX-License-Identifier: EUPL-1.2
"""The pages that ask: those that come first, the topics after them, and one question to change."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from samvern.guide import answer_cookie, steps
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.views.question_page import QuestionPage, answer
from samvern.law.localization import localized
from samvern.law.model import Step


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """To the first step."""
    return redirect("guide:step", step=steps.opening()[0].id)


def step(request: HttpRequest, step: str) -> HttpResponse:
    """One step: show its questions, or take the answers and go on."""
    place = steps.step_position(step)
    if place is None:
        raise Http404
    state = answer_cookie.load(request)
    facts = steps.asked(place.step, state.answers, timezone.localdate(), request.POST)
    leads = _opening(place) if place.number else _topic
    return answer(request, state, QuestionPage(facts, _words(place), leads))


def question(request: HttpRequest, fact: str) -> HttpResponse:
    """One question by itself, to answer or to change, and back to the answer."""
    known = loaded_pack().facts.get(fact)
    if known is None:
        raise Http404
    page = QuestionPage(
        [known], {"single": "change"}, lambda button, state: reverse("guide:answer")
    )
    return answer(request, answer_cookie.load(request), page)


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Delete the answers."""
    response = redirect("guide:ended")
    answer_cookie.forget(request, response)
    return response


@require_safe
def ended(request: HttpRequest) -> HttpResponse:
    """What was deleted, and what could not be. Carries no form, so no cookie comes back."""
    return render(request, "guide/ended.html")


def _words(place: steps.StepPosition) -> dict[str, Any]:
    language = get_language() or ""
    return {
        "place": place,
        "title": localized(place.step.title, language),
        "intro": localized(place.step.intro, language),
    }


def _opening(place: steps.StepPosition) -> Any:
    def leads(button: str, state: answer_cookie.VisitorState) -> str:
        following = place.before if button == "back" else place.after
        return reverse("guide:answer") if button == "stop" or not following else _at(following)

    return leads


def _topic(button: str, state: answer_cookie.VisitorState) -> str:
    on = button in ("on", "stop")
    return reverse("guide:answer") if on else reverse("guide:topics")


def _at(step: Step) -> str:
    return reverse("guide:step", kwargs={"step": step.id})
