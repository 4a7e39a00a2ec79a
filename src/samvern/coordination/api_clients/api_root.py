# SPDX-License-Identifier: EUPL-1.2
"""The API of the workspace at ``/api/v1/``: every room's operations, described as OpenAPI."""

from importlib import import_module
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import NinjaAPI, Router, Schema
from ninja.openapi.schema import OpenAPISchema

from samvern.access.actor import Actor
from samvern.access.api.operations import SECURITY, scoped
from samvern.access.api.problem_details import use_problem_details
from samvern.access.api.scopes import ANY, SCOPES
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


ROOMS: dict[str, tuple[str, ...]] = {
    "/referrals": ("samvern.referrals.api",),
    "/places": ("samvern.places.search.api", "samvern.places.bookings.api"),
    "/contacts": (
        "samvern.helpline.enquiries.api",
        "samvern.helpline.statistics.api",
        "samvern.helpline.desks.api",
        "samvern.helpline.questions.api",
        "samvern.helpline.advice.api",
    ),
    "": ("samvern.coordination.conferences.api", "samvern.coordination.board.api"),
}
"""Beginning of the addresses, and the modules whose ``router`` answers them: one router a room."""
ABOUT = """What people do in the workspace, for their organisation's own programs.

Ask for a token with client credentials at `/api/token`; it is good for fifteen minutes. A program
sees what its organisation has, within the categories its scopes open. Everything it does is in the
trail under its own name.

A list comes a page at a time: the header `X-Total-Count` says how many rows there are, and `Link`
the address of the next page, with rel="next", until the last. A search answers with its best.

A field or a parameter that there is not is refused with 422, so that no slip goes unseen."""


class DescribedAPI(NinjaAPI):
    """An API whose description says how a program proves who it is."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The description with the way to a token in it."""
        schema = super().get_openapi_schema(**options)
        schema["components"]["securitySchemes"] = {SECURITY: _security()}
        return schema


def make_api() -> NinjaAPI:
    """The API; ``/api/v1/openapi.json`` describes it."""
    api = DescribedAPI(
        title="Samvern",
        version="1.0",
        description=ABOUT,
        docs_url=None,
        openapi_url="/openapi.json",
        urls_namespace="api_v1",
    )
    use_problem_details(api)
    api.add_router("", router)
    for prefix, modules in ROOMS.items():
        routers: list[Router] = [import_module(module).router for module in modules]
        api.add_router(prefix, routers[0])
    return api


def _security() -> dict[str, Any]:
    # In English, as all of the description is.
    scopes = {scope: scope.replace(":", ": ") for scope in SCOPES}
    flow = {"tokenUrl": "/api/token", "scopes": scopes}
    return {"type": "oauth2", "flows": {"clientCredentials": flow}}


api = make_api()
