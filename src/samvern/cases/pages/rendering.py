# SPDX-License-Identifier: EUPL-1.2
"""Rendering a page of a case: its head and parts around what the page itself has to say."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samvern.access.actor import Actor, Request
from samvern.cases.core.models import Case

PAGE_CONTEXT: dict[str, Callable[[Actor, Case], Any]] = {}
"""What every page of a case shows beside its own, by its name in the templates.

A noun registers its reader in ``apps.py``: ``case_header`` the head of the case.
"""


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
    around = {name: read(request.actor, case) for name, read in PAGE_CONTEXT.items()}
    whole = {"case": case, **around, **(context or {})}
    wrong = any(getattr(value, "is_bound", False) and value.errors for value in whole.values())
    return render(request, template, whole, status=status or (400 if wrong else 200))
