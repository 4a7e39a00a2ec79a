# SPDX-License-Identifier: EUPL-1.2
"""The API of the workspace at ``/api/v1/``: every room's operations, described as OpenAPI."""

from importlib import import_module
from typing import Any

from ninja import NinjaAPI, Router
from ninja.openapi.schema import OpenAPISchema

from samvern.access.api.operations import SECURITY
from samvern.access.api.problem_details import use_problem_details
from samvern.access.api.scopes import SCOPES
from samvern.coordination.api_clients.api import router as clients_router

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
trail under its own name."""


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
    api.add_router("", clients_router)
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
