# SPDX-License-Identifier: EUPL-1.2
"""The API's description for people, from the one for programs. No script and no third party."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from samvern.access.api.scopes import SCOPES
from samvern.coordination.api_clients.api_root import api

LANGUAGE = "en"


@require_safe
@transaction.non_atomic_requests
def docs(request: HttpRequest) -> HttpResponse:
    """How to get a token, and every operation with its scope."""
    schema = api.get_openapi_schema()
    with translation.override(LANGUAGE):
        context = {
            "about": schema["info"]["description"].replace("`", "").split("\n\n"),
            "scopes": [(scope, str(label)) for scope, (label, _categories) in SCOPES.items()],
            "operations": [
                _operation(path, method, each)
                for path, methods in schema["paths"].items()
                for method, each in methods.items()
            ],
        }
        response = render(request, "coordination/api_docs.html", context)
    response.headers["Content-Language"] = LANGUAGE
    return response


def _operation(path: str, method: str, described: dict[str, Any]) -> dict[str, Any]:
    scopes = [
        scope
        for each in described.get("security", ())
        for asked in each.values()
        for scope in asked
    ]
    return {
        "way": f"{method.upper()} {path}",
        "summary": described["summary"],
        "text": described.get("description", ""),
        "scopes": scopes,
        "parameters": [each["name"] for each in described.get("parameters", ())],
    }
