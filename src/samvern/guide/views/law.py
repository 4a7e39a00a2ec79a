# SPDX-License-Identifier: EUPL-1.2
"""Pages generated from the pack: rights, changes of law, sources."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samvern.common.downloads import csv_response
from samvern.guide import law_changes, provisions, rights_matrix
from samvern.guide.labels import answer_name
from samvern.guide.topics import topic_name
from samvern.guide.views.daily_cache import once_a_day


@require_safe
@once_a_day
def rights(request: HttpRequest) -> HttpResponse:
    """Rights by status: one status in full, or the whole table."""
    language, today = get_language() or "", timezone.localdate()
    columns = rights_matrix.statuses(language, today)
    topic = request.GET.get("topic", "")
    chosen = next((s for s in columns if s.id == request.GET.get("status")), None)
    context = {
        "statuses": columns,
        "topics": rights_matrix.topics(language, today),
        "topic": topic,
        "chosen": chosen,
        "rights": rights_matrix.by_topic(chosen, topic) if chosen else [],
        "table": rights_matrix.table(language, today, topic),
        "today": today,
    }
    return render(request, "guide/rights.html", context)


@require_safe
@once_a_day
def rights_csv(request: HttpRequest) -> HttpResponse:
    """The whole table as CSV: one row for each right and status."""
    language, today = get_language() or "", timezone.localdate()
    head = [_("Status"), _("Right"), _("Topic"), _("Answer"), _("What it means"), _("Sources")]
    head += [_("Confidence"), _("Date"), "id"]
    rows = (
        [
            status.name,
            right.name,
            topic_name(right.topic),
            answer_name(right.value),
            right.text,
            "; ".join(f"{source.name} {source.at}" for source in right.sources),
            right.confidence,
            today.isoformat(),
            right.id,
        ]
        for status in rights_matrix.statuses(language, today)
        for right in status.rights
    )
    return csv_response("rights", head, rows)


@require_safe
@once_a_day
def calendar(request: HttpRequest) -> HttpResponse:
    """Changes of law: coming first, then past."""
    context = law_changes.arranged_changes(get_language() or "", timezone.localdate())
    return render(request, "guide/calendar.html", context)


@require_safe
@once_a_day
def calendar_csv(request: HttpRequest) -> HttpResponse:
    """The calendar as CSV."""
    found = law_changes.arranged_changes(get_language() or "", timezone.localdate())
    head = [_("Date"), _("Change"), _("What it means"), _("Sources"), _("Confidence"), "id"]
    rows = (
        [
            change.on.isoformat() if change.on else "",
            change.name,
            change.text,
            "; ".join(f"{source.name} {source.at}" for source in change.sources),
            change.confidence,
            change.id,
        ]
        for change in [*found["coming"], *found["open"], *found["past"]]
    )
    return csv_response("changes", head, rows)


@require_safe
@once_a_day
def sources(request: HttpRequest) -> HttpResponse:
    """Every provision the pack rests on."""
    context = {"laws": provisions.by_law(get_language() or "")}
    return render(request, "guide/sources.html", context)
