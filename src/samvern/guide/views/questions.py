# SPDX-License-Identifier: EUPL-1.2
"""The pages that ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from samvern.guide import state as visitor
from samvern.guide import steps
from samvern.guide.controls import control, first_id
from samvern.guide.questions import Reading
from samvern.guide.shelf import shelf
from samvern.guide.wording import said
from samvern.law import InputError
from samvern.law.model import Fact


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """To the first step."""
    return redirect("guide:step", step=shelf().steps[0].id)


def step(request: HttpRequest, step: str) -> HttpResponse:
    """One step: show its questions, or take the answers and go on."""
    state = visitor.load(request)
    place = steps.place(step, state.answers, timezone.localdate())
    if place is None:
        raise Http404
    facts = steps.questions(place.step)
    if request.method == "POST":
        return _take(request, state, facts, place)
    return _ask(request, state, facts, {"place": place})


def question(request: HttpRequest, fact: str) -> HttpResponse:
    """One question by itself, asked because its answer would settle most."""
    known = shelf().facts.get(fact)
    if known is None:
        raise Http404
    state = visitor.load(request)
    if request.method == "POST":
        return _take(request, state, [known], None)
    return _ask(request, state, [known], {"place": None})


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Delete the answers."""
    response = redirect("guide:ended")
    visitor.forget(response)
    return response


@require_safe
def ended(request: HttpRequest) -> HttpResponse:
    """What was deleted, and what could not be. Carries no form, so no cookie comes back."""
    return render(request, "guide/ended.html")


def _take(
    request: HttpRequest, state: visitor.State, facts: list[Fact], place: steps.Place | None
) -> HttpResponse:
    readings = steps.read_all(facts, request.POST)
    if any(reading.error for reading in readings.values()):
        return _ask(request, state, facts, {"place": place}, readings)
    today = timezone.localdate()
    try:
        answers = steps.without_hidden(steps.put(state.answers, readings), today)
    except InputError as error:
        return _ask(request, state, facts, {"place": place}, steps.contradicted(readings, error))
    response = _onward(request, answers, place)
    visitor.save(response, state, answers)
    return response


def _onward(
    request: HttpRequest, answers: dict[str, Any], place: steps.Place | None
) -> HttpResponse:
    if answers.get("profession") == "self":
        return redirect("guide:door")  # she has a door of her own, in plainer words
    if place is None or "stop" in request.POST:
        return redirect("guide:answer")
    # Which steps apply may have changed with what was just answered.
    now = steps.place(place.step.id, answers, timezone.localdate())
    following = now.after if now else None
    return redirect("guide:step", step=following.id) if following else redirect("guide:answer")


def _ask(
    request: HttpRequest,
    state: visitor.State,
    facts: list[Fact],
    context: dict[str, Any],
    readings: Mapping[str, Reading] | None = None,
) -> HttpResponse:
    language = get_language() or ""
    sent = readings or {}
    controls = [
        control(fact, _shown_answer(state, sent, fact), language, sent.get(fact.id))
        for fact in facts
    ]
    errors = [
        {
            "href": f"#{first_id(fact)}",
            "label": said(fact.label, language),
            "text": sent[fact.id].error,
        }
        for fact in facts
        if fact.id in sent and sent[fact.id].error
    ]
    place = context["place"]
    context |= {
        "controls": controls,
        "errors": errors,
        "lost": state.lost,
        "title": said(place.step.title, language) if place else "",
        "intro": said(place.step.intro, language) if place else "",
    }
    response = render(request, "guide/step.html", context, status=400 if errors else 200)
    if state.answers:
        visitor.save(response, state, state.answers)
    return response


def _shown_answer(state: visitor.State, sent: Mapping[str, Reading], fact: Fact) -> Any:
    reading = sent.get(fact.id)
    return reading.value if reading else state.answers.get(fact.id)
