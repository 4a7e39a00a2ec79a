# SPDX-License-Identifier: EUPL-1.2
"""The person's own door, and the quick way out of it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samvern.guide import door as own_door
from samvern.guide import state as visitor
from samvern.guide import steps


def door(request: HttpRequest) -> HttpResponse:
    """Help in simple steps; a few questions, all optional, narrow the rights down."""
    state = visitor.load(request)
    if request.method == "POST":
        readings = steps.read_all(own_door.facts(), request.POST)
        answers = steps.put(state.answers, readings)
        response: HttpResponse = redirect("guide:door")
        visitor.save(response, state, answers)
        return response
    context = own_door.page(state.answers, get_language() or "", timezone.localdate())
    return render(request, "guide/door.html", context)


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Forget the answers and go somewhere harmless; a plain link,
    so it works without JavaScript.
    """
    response = HttpResponseRedirect(settings.GUIDE_EXIT_URL)
    visitor.forget(response)
    return response
