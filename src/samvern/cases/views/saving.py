# SPDX-License-Identifier: EUPL-1.2
"""The round of a form in a case: shown with its draft, tried, its draft forgotten once saved."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from django.http import QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from samvern.access.actor import Request
from samvern.access.errors import Conflict
from samvern.access.forms import Form
from samvern.cases.domain.drafts import discard_draft, drafted
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt, show_conflict
from samvern.cases.views.shell import case_page

FORM = "cases/part_form.html"


class Asked(NamedTuple):
    """A form of a case: its heading, its draft's key, and the page it goes back to."""

    title: Any
    key: str
    back: str
    section: str = "plan"
    """The part of the case it belongs to."""
    source: str = ""
    """The table of the row it changes."""
    template: str = FORM
    where: dict[str, UUID] = {}  # noqa: RUF012 (never changed)
    """What the address of the page it goes back to holds beside the case."""


def sent(request: Request) -> QueryDict | None:
    """What a form was sent with, be it nothing at all; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def ask(
    request: Request,
    case: Case,
    asked: Asked,
    kind: type[Form],
    save: Callable[..., Any],
    *,
    initial: Callable[[Any], dict[str, Any]] | dict[str, Any] | None = None,
    row: Any = None,
    context: dict[str, Any] | None = None,
    **options: Any,
) -> HttpResponseBase:
    """Show the form, or save what was sent and go back.

    Args:
        request: who asks.
        case: the case, already reached.
        asked: where the form belongs.
        kind: the form.
        save: is given what was filled in.
        initial: what the form starts with; for a row that is changed, worked out from the row.
        row: the row that is changed.
        context: more for the template.
        options: more for the form.
    """
    start = initial(row) if callable(initial) else initial or {}
    form = drafted(
        kind,
        actor=request.actor,
        key=asked.key,
        data=sent(request),
        initial=start,
        **options,
    )
    if request.method == "POST" and form.is_valid():
        try:
            if attempt(form, lambda: save(**form.cleaned_data) or True):
                discard_draft(actor=request.actor, key=asked.key)
                where: dict[str, Any] = {"case_id": case.pk, **asked.where}
                return redirect(reverse(f"workspace:{asked.back}", kwargs=where))
        except Conflict as conflict:
            now = initial(conflict.current) if callable(initial) else {}
            return show_conflict(request, form, conflict, now, asked.source)
    page = {"form": form, "title": asked.title, "section": asked.section, "asked": asked}
    return case_page(request, case, asked.template, {**page, **(context or {})})
