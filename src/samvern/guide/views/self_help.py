# SPDX-License-Identifier: EUPL-1.2
"""The person's own door, and the quick way out of it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from samvern.guide import answer_cookie, self_help, steps
from samvern.guide.values import Answers

OURS = frozenset({"same-origin", "none"})
"""What a browser says of a page of ours that leads here, or of an address typed by hand."""
SELF = "self"
"""The answer to "what do you do?" of somebody who asks for herself."""


@csrf_exempt  # nothing is kept here, not even a cookie that says a form was shown
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Help in simple steps; a few questions, all optional, narrow the rights down.

    What she answers goes into the page that comes back and nowhere else.
    """
    answers: Answers = {}
    if request.method == "POST":
        answers = steps.with_readings({}, steps.read_all(self_help.self_help_facts(), request.POST))
    context = self_help.self_help_page(answers, get_language() or "", timezone.localdate())
    response = render(request, "guide/self_help.html", context)
    if answer_cookie.load(request).answers.get("profession") == SELF:
        answer_cookie.forget(
            request, response
        )  # the front page must not offer to go on where she began
    return response


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Forget the answers and go somewhere harmless; a plain link, so it works without JavaScript.

    With JavaScript (``?script``) the page has put itself out of reach of the back button; without,
    a cookie does so for a minute. Another site can send her here; then nothing is forgotten.
    """
    response = HttpResponseRedirect(settings.GUIDE_EXIT_URL)
    if request.headers.get("Sec-Fetch-Site", "none") not in OURS:
        return response
    answer_cookie.forget(request, response)
    if "script" not in request.GET:
        answer_cookie.mark_left(response)
    return response
