# SPDX-License-Identifier: EUPL-1.2
"""Rendering a page of a case: its head and parts around what the page itself has to say."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samvern.access.actor import Request
from samvern.cases.domain.heads import case_head
from samvern.cases.models import Case


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
    whole = {"case": case, "head": case_head(request.actor, case), **(context or {})}
    wrong = any(getattr(value, "is_bound", False) and value.errors for value in whole.values())
    return render(request, template, whole, status=status or (400 if wrong else 200))
