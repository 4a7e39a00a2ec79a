# SPDX-License-Identifier: EUPL-1.2
"""More answers after the first answer: one question at a time, or a topic the reader chooses."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samvern.guide import further, steps
from samvern.guide import state as visitor
from samvern.guide.shelf import shelf
from samvern.guide.views.asking import Asking, answer
from samvern.guide.wording import said


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """A new round, from the question that settles most."""
    state = visitor.load(request)
    state.trail = further.begun_again(state.trail)
    response = redirect(_next(state))
    if not state.lost:
        visitor.save(response, state, state.answers)
    return response


def question(request: HttpRequest, fact: str) -> HttpResponse:
    """One question of the round, and on to the next."""
    known = shelf().facts.get(fact)
    if known is None:
        raise Http404

    def leads(button: str, state: visitor.State) -> str:
        if button == "back":
            earlier = further.before(fact, state.trail)
            return _at(earlier) if earlier else reverse("guide:answer")
        return reverse("guide:answer") if button == "stop" else _next(state)

    page = Asking([known], {"single": "further"}, leads, passes=True)
    return answer(request, visitor.load(request), page)


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Everything else there is to answer, by topic."""
    state, language = visitor.load(request), get_language() or ""
    rows = [
        {
            "id": step.id,
            "title": said(step.title, language),
            "intro": said(step.intro, language),
            "answered": sum(name in state.answers for name in step.whole),
            "count": len(step.whole),
        }
        for step in steps.topics(state.answers, timezone.localdate())
    ]
    nothing_left = further.following(state.answers, state.trail, timezone.localdate()) is None
    context = {"topics": rows, "lost": state.lost, "nothing_left": nothing_left}
    response = render(request, "guide/topics.html", context)
    visitor.renew(response, state)
    return response


def _next(state: visitor.State) -> str:
    fact = further.following(state.answers, state.trail, timezone.localdate())
    return _at(fact) if fact else reverse("guide:topics")


def _at(fact: str) -> str:
    return reverse("guide:further_question", kwargs={"fact": fact})
