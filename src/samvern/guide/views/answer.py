# SPDX-License-Identifier: EUPL-1.2
"""The answer, on a page and on paper."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from samvern.common.downloads import PDF, file_response
from samvern.guide import answer_cookie, labels
from samvern.guide.advice import ArrangedAnswer, advise
from samvern.guide.answer_pdf import advice_pdf
from samvern.guide.answer_summary import answered_questions
from samvern.guide.sections import NEVER, first, sections

JUMPS = ("sharing", "today", "limits", "rights", "level")
"""The sections linked to from the first screen."""


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Everything that follows from the answers so far."""
    state = answer_cookie.load(request)
    response = _page(request, state)
    answer_cookie.renew(response, state)
    return response


def _page(request: HttpRequest, state: answer_cookie.VisitorState) -> HttpResponse:
    advice = advise(state.answers, get_language() or "", timezone.localdate())
    return render(request, "guide/answer.html", _context(advice, state))


def _context(advice: ArrangedAnswer, state: answer_cookie.VisitorState) -> dict[str, Any]:
    now, *others = sections(advice)
    ids = [section.id for section in others]
    return {
        "a": advice,
        "lost": state.lost,
        "answered": answered_questions(state.answers, get_language() or ""),
        "first": first(advice),
        "now": now,
        "sections": others,
        "jumps": JUMPS,
        "further_before": next((id for id in ("limits", "rights") if id in ids), ""),
        "jump_before": next(id for id in ids if id != NEVER),
        "more_under": next((id for id in ("then", "today", "sharing") if id in ids), ""),
        "dated": labels.read_and_asked(advice.read_on, advice.asked_on),
    }


@require_POST
def pdf(request: HttpRequest) -> HttpResponse:
    """The same as a tagged PDF with a name that says nothing.

    When the answers are gone there is none: a sheet for nobody could be taken for the answer. The
    page says so instead.
    """
    state = answer_cookie.load(request)
    if state.lost or ("begun" in request.POST and not state.begun):
        return _page(request, answer_cookie.VisitorState(lost=state.lost or "ended"))
    language = get_language() or ""
    content = advice_pdf(advise(state.answers, language, timezone.localdate()), language)
    return file_response("samvern.pdf", content, PDF)
