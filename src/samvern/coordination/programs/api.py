# SPDX-License-Identifier: EUPL-1.2
"""What any program can ask: who it is, and what it may."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema

from samvern.access.api import scoped
from samvern.access.scopes import ANY
from samvern.coordination.programs.own import read_self

router = Router(tags=["program"])


class Self(Schema):
    """A program, the organisation it acts for, and all it could be given a token for."""

    name: str
    client_id: str
    organisation_id: UUID
    organisation: str
    scopes: list[str]


@router.get("/me", response=Self, summary="Who the token stands for")
@scoped(ANY)
def read_me(request: HttpRequest) -> Any:
    """The program, as the organisation's administrator named it."""
    actor = request.actor  # type: ignore[attr-defined]
    program = read_self(actor=actor)
    return {
        "name": program.name,
        "client_id": program.client_id,
        "organisation_id": actor.organisation_id,
        "organisation": actor.organisation,
        "scopes": program.scopes,
    }
