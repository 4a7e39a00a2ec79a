# SPDX-License-Identifier: EUPL-1.2
"""More answers after the first answer: one question at a time, or a topic the reader chooses."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samvern.guide import answer_cookie, follow_up, steps
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.views.question_page import QuestionPage, answer
from samvern.law.localization import localized


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """A new round, from the question that settles most."""
    state = answer_cookie.load(request)
    state.trail = follow_up.restarted_trail(state.trail)
    response = redirect(_next(state))
    if not state.lost:
        answer_cookie.save(response, state, state.answers)
    return response


def question(request: HttpRequest, fact: str) -> HttpResponse:
    """One question of the round, and on to the next."""
    known = loaded_pack().facts.get(fact)
    if known is None:
        raise Http404

    def leads(button: str, state: answer_cookie.VisitorState) -> str:
        if button == "back":
            earlier = follow_up.previous_question(fact, state.trail)
            return _at(earlier) if earlier else reverse("guide:answer")
        return reverse("guide:answer") if button == "stop" else _next(state)

    page = QuestionPage([known], {"single": "further"}, leads, passes=True)
    return answer(request, answer_cookie.load(request), page)


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Everything else there is to answer, by topic."""
    state, language = answer_cookie.load(request), get_language() or ""
    rows = [
        {
            "id": step.id,
            "title": localized(step.title, language),
            "intro": localized(step.intro, language),
            "answered": sum(name in state.answers for name in step.whole),
            "count": len(step.whole),
        }
        for step in steps.topics(state.answers, timezone.localdate())
    ]
    nothing_left = follow_up.next_question(state.answers, state.trail, timezone.localdate()) is None
    context = {"topics": rows, "lost": state.lost, "nothing_left": nothing_left}
    response = render(request, "guide/topics.html", context)
    answer_cookie.renew(response, state)
    return response


def _next(state: answer_cookie.VisitorState) -> str:
    fact = follow_up.next_question(state.answers, state.trail, timezone.localdate())
    return _at(fact) if fact else reverse("guide:topics")


def _at(fact: str) -> str:
    return reverse("guide:further_question", kwargs={"fact": fact})
