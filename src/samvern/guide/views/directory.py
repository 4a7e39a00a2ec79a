# SPDX-License-Identifier: EUPL-1.2
"""Who can help."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samvern.common.downloads import csv_response
from samvern.guide import directory
from samvern.guide.views.daily_cache import once_a_day

LONGEST_WORDS = 80


def _search(request: HttpRequest) -> list[directory.DirectoryEntry]:
    return directory.search(
        get_language() or "",
        need=request.GET.get("need", ""),
        county=request.GET.get("county", ""),
        words=request.GET.get("words", "")[:LONGEST_WORDS],
    )


@require_safe
@once_a_day
def show(request: HttpRequest) -> HttpResponse:
    """The directory, or what a search in it finds."""
    found = _search(request)
    context = {
        "found": found,
        "groups": directory.grouped(found),
        "needs": directory.needs(),
        "counties": directory.places().items(),
        "need": request.GET.get("need", ""),
        "county": request.GET.get("county", ""),
        "words": request.GET.get("words", "")[:LONGEST_WORDS],
    }
    return render(request, "guide/directory.html", context)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """What the search finds, as CSV."""
    head = [_("Name"), _("What they do"), _("Phone"), _("Hours"), _("E-mail"), _("Web")]
    head += [_("Helps with"), _("For"), _("Where"), _("Confidence")]
    rows = (
        [
            item.contact.name,
            item.contact.does,
            item.contact.phone,
            item.contact.hours,
            item.contact.email,
            item.contact.web,
            ", ".join(item.needs),
            ", ".join(item.whom),
            ", ".join(item.places),
            item.contact.confidence,
        ]
        for item in _search(request)
    )
    return csv_response("contacts", head, rows)
