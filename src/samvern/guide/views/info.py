# SPDX-License-Identifier: EUPL-1.2
"""The front page, and pages about the guide itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.guide import answer_cookie, sealing
from samvern.guide.loaded_pack import loaded_pack
from samvern.law.model import LEVELS


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The front page."""
    state = answer_cookie.load(request)
    context = {"has_answers": bool(state.answers), "lost": state.lost}
    return render(request, "guide/start.html", context)


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """What the levels mean, how conclusions are reached, and what the guide cannot do."""
    return render(
        request, "guide/method.html", {"ruleset": loaded_pack().pack.ruleset, "levels": LEVELS}
    )


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept where, and for how long."""
    context = {
        "cookie": answer_cookie.cookie_name(),
        "form_cookie": settings.CSRF_COOKIE_NAME,
        "left": answer_cookie.LEFT,
        "seconds": answer_cookie.LEFT_SECONDS,
        "idle_hours": sealing.IDLE_SECONDS // 3600,
        "longest_hours": sealing.LONGEST_SECONDS // 3600,
    }
    return render(request, "guide/privacy.html", context)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The draft of the accessibility statement."""
    return render(request, "guide/accessibility.html")
