# SPDX-License-Identifier: EUPL-1.2
"""Pages and tables that are the same for everybody, rendered once a day for each language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

View = Callable[[HttpRequest], HttpResponse]


def once_a_day(view: View) -> View:
    """Keep what ``view`` answers to an address without a query until the day is over.

    A page that was asked for with a query is never kept: what somebody searched for is hers. The
    view may use nothing of the request but its address and language.
    """
    kept: dict[tuple[date, str, str], tuple[bytes, dict[str, str]]] = {}

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        if request.META.get("QUERY_STRING"):
            return view(request)
        key = (timezone.localdate(), get_language() or "", request.path)
        if key not in kept:
            for old in [one for one in kept if one[0] != key[0]]:
                kept.pop(old, None)
            made = view(request)
            kept[key] = (made.content, dict(made.headers))
        content, headers = kept[key]
        return HttpResponse(content, headers=headers)

    return answer
