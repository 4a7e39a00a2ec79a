# SPDX-License-Identifier: EUPL-1.2
"""What all pages that ask have in common: show the questions, take the answers, go on.

Nothing that was ticked is lost, whichever button is pressed and however old the cookie is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from samvern.guide import answer_cookie, steps
from samvern.guide.controls import control, first_id
from samvern.guide.emergency_numbers import EmergencyNumber, emergency_numbers
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.questions import FieldReading
from samvern.law import InputError
from samvern.law.localization import localized
from samvern.law.model import Fact

BUTTONS = ("language", "back", "skip", "stop", "topics")
"""Beside ``on``; the first two and ``skip`` lead away even when something cannot be read."""
LENIENT = ("back", "skip")
DANGER, OWN_DOOR = "in_danger", ("profession", "self")


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A page that asks: its questions, what its template needs, and where each button leads."""

    facts: Sequence[Fact]
    words: Mapping[str, Any]
    leads: Callable[[str, answer_cookie.VisitorState], str]
    passes: bool = False
    """Whether a question shown here counts as asked although it was not answered."""


def answer(
    request: HttpRequest, state: answer_cookie.VisitorState, page: QuestionPage
) -> HttpResponse:
    """Show the page, or take what was sent."""
    if request.method != "POST":
        return _show(request, state, page)
    readings = steps.read_all(list(page.facts), request.POST, state.answers)
    if state.lost or ("begun" in request.POST and not state.begun):
        return _go_on_without(request, state, page, readings)
    return _take(request, state, page, readings)


def _take(
    request: HttpRequest,
    state: answer_cookie.VisitorState,
    page: QuestionPage,
    readings: Mapping[str, FieldReading],
) -> HttpResponse:
    button = next((name for name in BUTTONS if name in request.POST), "on")
    wrong = any(reading.error for reading in readings.values())
    if wrong and button not in LENIENT:
        return _show(request, state, page, readings)
    try:
        said = steps.with_readings(state.answers, readings)
        answers = steps.without_hidden(said, state.answers, timezone.localdate())
    except InputError as error:
        if button not in LENIENT:
            return _show(request, state, page, steps.contradicted(readings, error))
        answers = state.answers
    alarmed = answers.get(DANGER) is True and state.answers.get(DANGER) is not True
    state.answers = answers
    _note_asked(state, page, button)
    response = redirect(_address(request, state, page, button, alarmed))
    answer_cookie.save(response, state, answers)
    return response


def _note_asked(state: answer_cookie.VisitorState, page: QuestionPage, button: str) -> None:
    """What was asked with every option there is, and answered; in a round also what was not."""
    for fact in page.facts:
        answered = state.answers.get(fact.id) is not None
        if len(fact.options) < len(loaded_pack().facts[fact.id].options):
            continue
        if page.passes and button in ("on", "skip"):
            state.pass_by(fact.id, skipped=button == "skip" or not answered)
        elif answered and not page.passes:
            state.pass_by(fact.id, skipped=False)


def _address(
    request: HttpRequest,
    state: answer_cookie.VisitorState,
    page: QuestionPage,
    button: str,
    alarmed: bool,
) -> str:
    if button == "language":
        return request.path
    name, value = OWN_DOOR
    if state.answers.get(name) == value and any(fact.id == name for fact in page.facts):
        return reverse("guide:door")  # she has a door of her own, in plainer words
    if alarmed and button != "back":
        return reverse("guide:emergency")
    return page.leads(button, state)


def _go_on_without(
    request: HttpRequest,
    state: answer_cookie.VisitorState,
    page: QuestionPage,
    readings: Mapping[str, FieldReading],
) -> HttpResponse:
    """The earlier answers are gone; what was typed here becomes the first of new ones."""
    answers = steps.with_readings({}, readings)
    fresh = answer_cookie.VisitorState(answers, lost=state.lost or "ended")
    return _show(request, fresh, page, readings, kept=True)


def _show(
    request: HttpRequest,
    state: answer_cookie.VisitorState,
    page: QuestionPage,
    readings: Mapping[str, FieldReading] | None = None,
    *,
    kept: bool = False,
) -> HttpResponse:
    language, sent = get_language() or "", readings or {}
    errors = _errors(page.facts, sent, language)
    context = {
        **page.words,
        "controls": [_control(state, fact, sent.get(fact.id), language) for fact in page.facts],
        "errors": errors,
        "lost": state.lost,
        "kept": kept,
        "begun": bool(state.answers),
        "asking": "asking",
        "numbers": _numbers(page.facts, language),
    }
    response = render(request, "guide/step.html", context, status=400 if errors else 200)
    if state.answers or state.lost:  # told once; a new and empty cookie stands in for the old
        answer_cookie.save(response, state, state.answers)
    return response


def _numbers(facts: Sequence[Fact], language: str) -> list[EmergencyNumber]:
    """Whom to call, on the page that asks about danger."""
    return emergency_numbers(language) if any(fact.id == DANGER for fact in facts) else []


def _control(
    state: answer_cookie.VisitorState, fact: Fact, reading: FieldReading | None, language: str
) -> dict[str, Any]:
    shown = reading.value if reading else state.answers.get(fact.id)
    return control(fact, shown, language, reading)


def _errors(
    facts: Sequence[Fact], sent: Mapping[str, FieldReading], language: str
) -> list[dict[str, str]]:
    return [
        {
            "href": f"#{first_id(fact)}",
            "label": localized(fact.label, language),
            "text": sent[fact.id].error,
        }
        for fact in facts
        if fact.id in sent and sent[fact.id].error
    ]
