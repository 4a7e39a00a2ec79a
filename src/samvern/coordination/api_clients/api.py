# SPDX-License-Identifier: EUPL-1.2
"""What any API client can ask: who it is, and what it may."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema

from samvern.access.actor import Actor
from samvern.access.api.operations import scoped
from samvern.access.api.scopes import ANY
from samvern.access.errors import NotFound
from samvern.coordination.api_clients.models import ApiClient

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


def read_self(*, actor: Actor) -> ApiClient:
    """The program that asks.

    Raises:
        NotFound: the actor is none.
    """
    found = ApiClient.objects.filter(member_id=actor.member_id).first()
    if found is None:
        raise NotFound("program")
    return found
