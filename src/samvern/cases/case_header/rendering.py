# SPDX-License-Identifier: EUPL-1.2
"""Rendering a page of a case: its head and parts around what the page itself has to say."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from samvern.access.actor import Request
from samvern.access.errors import Conflict
from samvern.access.forms import Form
from samvern.cases.case_header.domain import read_case_header
from samvern.cases.core.form_helpers import attempt, show_conflict, submitted_data
from samvern.cases.core.models import Case
from samvern.cases.drafts.domain import discard_draft, form_with_draft


def case_page(
    request: Request,
    case: Case,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    status: int | None = None,
) -> HttpResponse:
    """A page of a case that extends ``workspace/case.html``.

    A form with mistakes is answered 400 unless ``status`` says otherwise.
    """
    whole = {"case": case, "head": read_case_header(request.actor, case), **(context or {})}
    wrong = any(getattr(value, "is_bound", False) and value.errors for value in whole.values())
    return render(request, template, whole, status=status or (400 if wrong else 200))


FORM_TEMPLATE = "cases/part_form.html"


class FormPage(NamedTuple):
    """A form of a case: its heading, its draft's key, and the page it goes back to."""

    title: Any
    key: str
    back: str
    section: str = "plan"
    """The part of the case it belongs to."""
    source: str = ""
    """The table of the row it changes."""
    template: str = FORM_TEMPLATE
    where: dict[str, UUID] = {}  # noqa: RUF012 (never changed)
    """What the address of the page it goes back to holds beside the case."""


def handle_form_page(
    request: Request,
    case: Case,
    asked: FormPage,
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
    form = form_with_draft(
        kind,
        actor=request.actor,
        key=asked.key,
        data=submitted_data(request),
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
