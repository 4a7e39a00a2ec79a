# SPDX-License-Identifier: EUPL-1.2
"""Why one conclusion is as it is for these answers, and what would change it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samvern.guide import answer_cookie
from samvern.guide.conclusions import Conclusion
from samvern.guide.loaded_pack import loaded_pack

TOLD = frozenset({"alert", "clock", "duty", "offence", "referral", "right", "sharing"})
"""The kinds of rule the answer shows."""


@require_safe
def show(request: HttpRequest, rule: str) -> HttpResponse:
    """A rule's answer, the reasons, what it waits for, and the provisions."""
    found = loaded_pack().pack.ruleset.rules.get(rule)
    if found is None or found.kind not in TOLD:
        raise Http404
    state = answer_cookie.load(request)
    result = loaded_pack().assess(state.answers, timezone.localdate())
    conclusion = Conclusion(result, found, get_language() or "")
    response = render(request, "guide/why.html", {"entry": conclusion, "lost": state.lost})
    answer_cookie.renew(response, state)
    return response
