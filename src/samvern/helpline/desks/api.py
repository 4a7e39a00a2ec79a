# SPDX-License-Identifier: EUPL-1.2
"""Desks for API clients of an organisation."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Schema

from samvern.access.api.operations import scoped
from samvern.access.api.pages import tell_page
from samvern.helpline.api import router
from samvern.helpline.desks.domain import desks_to_ask


class DeskOut(Schema):
    """A desk that may be asked."""

    id: UUID
    name: str
    organisation: str
    topics: list[str]
    days: int


@router.get("/desks", response=list[DeskOut], summary="Desks that may be asked")
@scoped("guidance:read")
def list_desks(request: HttpRequest, response: HttpResponse) -> Any:
    """Every desk that takes questions from this organisation, on one page."""
    rows = list(desks_to_ask(request.actor))  # type: ignore[attr-defined]
    tell_page(request, response, start=0, shown=len(rows), total=len(rows))
    return [
        {"id": d.pk, "name": d.name, "organisation": d.organisation.name, "topics": d.topics,
         "days": d.days} for d in rows
    ]  # fmt: skip
