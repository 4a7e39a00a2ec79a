# SPDX-License-Identifier: EUPL-1.2
"""The answer, on a page and on paper."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from samvern.guide import state as visitor
from samvern.guide.advice import advise
from samvern.guide.pdf import advice_pdf


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Everything that follows from the answers so far."""
    state = visitor.load(request)
    advice = advise(state.answers, get_language() or "", timezone.localdate())
    response = render(request, "guide/answer.html", {"a": advice, "lost": state.lost})
    if state.answers:
        visitor.save(response, state, state.answers)
    return response


@require_POST
def pdf(request: HttpRequest) -> HttpResponse:
    """The same as a tagged PDF with a name that says nothing."""
    state = visitor.load(request)
    language = get_language() or ""
    content = advice_pdf(advise(state.answers, language, timezone.localdate()), language)
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = 'attachment; filename="samvern.pdf"'
    return response
