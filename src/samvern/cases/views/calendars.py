# SPDX-License-Identifier: EUPL-1.2
"""Deadlines for a calendar program: a file to fetch, and a secret address to subscribe to."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from samvern.access.actor import Request
from samvern.access.errors import Absent
from samvern.access.views import WRITE, page
from samvern.cases.domain.feeds import calendar_of, end_feed, has_feed, new_feed, open_feed

CALENDAR = "text/calendar; charset=utf-8"


@page()
def deadlines_ics(request: Request) -> HttpResponseBase:
    """My deadlines as a file."""
    return _calendar(calendar_of(actor=request.actor, lang=request.LANGUAGE_CODE))


@page(methods=WRITE, fresh=True)
def feed_address(request: Request) -> HttpResponseBase:
    """Make a secret address for my calendar, shown once; or close it."""
    if request.method != "POST":
        return render(request, "cases/feed.html", {"has_feed": has_feed(request.actor)})
    if "end" in request.POST:
        end_feed(actor=request.actor)
        return redirect("workspace:deadlines")
    secret = new_feed(actor=request.actor)
    url = request.build_absolute_uri(reverse("workspace:feed", kwargs={"secret": secret}))
    return render(request, "cases/feed.html", {"has_feed": True, "url": url})


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """A member's deadlines, for whoever has the secret: days, and nothing else."""
    found = open_feed(secret=secret, lang=_language(request))
    if found is None:
        raise Absent("feed")
    return _calendar(found)


feed.rule = (frozenset[str](), frozenset(("GET", "HEAD")), False)  # type: ignore[attr-defined]


def _language(request: Any) -> str:
    return str(request.LANGUAGE_CODE)


def _calendar(content: bytes) -> HttpResponse:
    disposition = {"Content-Disposition": 'attachment; filename="samvern.ics"'}
    return HttpResponse(content, content_type=CALENDAR, headers=disposition)


urlpatterns = [
    path("deadlines.ics", deadlines_ics, name="deadlines_ics"),
    path("deadlines/calendar", feed_address, name="feed_address"),
    path("calendar/<str:secret>.ics", feed, name="feed"),
]
