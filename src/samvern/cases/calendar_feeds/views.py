# SPDX-License-Identifier: EUPL-1.2
"""Deadlines for a calendar program: a file to fetch, and a secret address to subscribe to."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.exports import Export, take_out
from samvern.cases.calendar_feeds.domain import (
    build_calendar_of,
    create_feed,
    end_feed,
    open_feed,
)
from samvern.cases.deadlines.domain import has_feed, list_own_deadlines
from samvern.common.downloads import CALENDAR, file_response

DEADLINES_FILE = Export("deadlines.export", lazy("My deadlines"))
NAME = "samvern.ics"


@workspace_view()
def deadlines_ics(request: Request) -> HttpResponseBase:
    """My deadlines as a file."""
    actor = request.actor
    rows = take_out(DEADLINES_FILE, lambda: list_own_deadlines(actor))
    content = build_calendar_of(rows, reader=actor.member_id, lang=request.LANGUAGE_CODE)
    return file_response(NAME, content, CALENDAR)


@workspace_view(methods=WRITE, fresh=True)
def feed_address(request: Request) -> HttpResponseBase:
    """Make a secret address for my calendar, shown once; or close it."""
    if request.method != "POST":
        return render(request, "cases/feed.html", {"has_feed": has_feed(request.actor)})
    if "end" in request.POST:
        end_feed(actor=request.actor)
        return redirect("workspace:deadlines")
    secret = create_feed(actor=request.actor)
    url = request.build_absolute_uri(reverse("workspace:feed", kwargs={"secret": secret}))
    return render(request, "cases/feed.html", {"has_feed": True, "url": url})


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """A member's deadlines, for whoever has the secret: days, and nothing else."""
    found = open_feed(secret=secret, lang=_language(request))
    if found is None:
        raise NotFound("feed")
    return file_response(NAME, found, CALENDAR)


feed.rule = (frozenset[str](), frozenset(("GET", "HEAD")), False)  # type: ignore[attr-defined]


def _language(request: Any) -> str:
    return str(request.LANGUAGE_CODE)
