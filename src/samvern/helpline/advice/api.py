# SPDX-License-Identifier: EUPL-1.2
"""Advice for API clients of an organisation."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Schema

from samvern.access.api.operations import scoped
from samvern.access.api.sent import Sent
from samvern.helpline.advice.search import search_advice
from samvern.helpline.api import router


class SearchIn(Sent):
    """What is sought; sent in the body, as what is sought stands in no address."""

    text: str = Field("", max_length=200)
    topic: str = Field("", max_length=16)


class AdviceOut(Schema):
    """An approved advice."""

    id: UUID
    title: str
    asked: str
    answered: str
    language: str
    topics: list[str]
    rules: list[str]
    approved_on: date


@router.post("/advice/search", response=list[AdviceOut], summary="Search in advice")
@scoped("guidance:read")
def search_advice_by_api(request: HttpRequest, sought: SearchIn) -> Any:
    """Approved advice, best first."""
    return search_advice(actor=request.actor, **sought.dict()).advice  # type: ignore[attr-defined]
