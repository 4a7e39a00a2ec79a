# SPDX-License-Identifier: EUPL-1.2
"""Counts for API clients of an organisation."""

from typing import Any

from django.http import HttpRequest
from ninja import Schema

from samvern.access.api.operations import scoped
from samvern.helpline.api import router
from samvern.helpline.statistics.domain import contact_figures


class CountOut(Schema):
    """One count; null where it is hidden."""

    key: str
    shown: int | None


class FigureOut(Schema):
    """One table of counts, with what it counts in words."""

    name: str
    says: str
    total: int | None
    cells: list[CountOut]


@router.get("/counts/{year}", response=list[FigureOut], summary="Counts of a year")
@scoped("contacts:read")
def counts(request: HttpRequest, year: int) -> Any:
    """Contacts of a calendar year, small counts hidden."""
    found = contact_figures(actor=request.actor, year=min(max(year, 1), 9998))  # type: ignore[attr-defined]
    return [
        {"name": f.name, "says": str(f.says), "total": f.total, "cells": f.cells} for f in found
    ]
