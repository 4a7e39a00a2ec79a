# SPDX-License-Identifier: EUPL-1.2
"""What an API says when it cannot do what was asked: problem details (RFC 9457)."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db import DatabaseError, DataError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from samvern.access.api.sent import shown_place, words_of
from samvern.access.errors import (
    Conflict,
    RateLimited,
    ReauthenticationRequired,
    Rejected,
    rejection_from,
)

MEDIA = "application/problem+json"
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {"type": "array", "items": {"type": "object"}},
    },
}
RESPONSE = {"description": "Problem details", "content": {MEDIA: {"schema": SCHEMA}}}
"""As OpenAPI describes every answer that is not a success."""


def problem(
    status: int, title: str, detail: str = "", headers: Mapping[str, str] | None = None, **more: Any
) -> HttpResponse:
    """An answer that says what is wrong; it repeats nothing that was sent."""
    said = {"type": "about:blank", "title": title, "status": status}
    if detail:
        said["detail"] = detail
    return JsonResponse(
        {**said, **more},
        status=status,
        content_type=MEDIA,
        headers=headers,
        json_dumps_params={"ensure_ascii": False},
    )


def not_found_problem(request: HttpRequest, error: Exception) -> HttpResponse:
    """404: it is not there, or is none of the program's business."""
    return problem(404, _("There is no such thing"))


def use_problem_details(api: NinjaAPI) -> None:
    """Let an API answer the errors of domain functions, and mistakes in what was sent."""
    handlers: dict[Any, Any] = {
        Http404: not_found_problem,
        Rejected: _refused,
        Conflict: partial(_say, 409, _changed),
        RateLimited: partial(_say, 429, _too_much),
        ReauthenticationRequired: partial(_say, 403, _needs_a_person),
        ValidationError: not_valid,
        DatabaseError: _database,
        HttpError: _http,
        DataError: _no_value,
        OverflowError: _no_value,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def _say(status: int, title: Any, request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(status, title(), headers={"Retry-After": "3600"} if status == 429 else None)


def _changed() -> str:
    return _("Somebody else has changed it. Read it again and decide anew.")


def _too_much() -> str:
    return _("The allowance for this is used up for now.")


def _needs_a_person() -> str:
    return _("This must be done by a person who has just signed in.")


def _database(request: HttpRequest, error: DatabaseError) -> HttpResponse:
    """A case that was closed a moment ago; any other fault of the database is ours."""
    if (refused := rejection_from(error)) is None:
        raise error
    return _refused(request, refused)


def _refused(request: HttpRequest, error: Rejected) -> HttpResponse:
    return problem(409, _("It cannot be done now"), " ".join(error.messages))


def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, str(error))


def _no_value(request: HttpRequest, error: Exception) -> HttpResponse:
    """A sign or a number the database has no room for, such as the sign NUL."""
    return problem(422, _("What was sent cannot be read"))


def not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """422: what was sent cannot be read, each thing by its place."""
    wrong = [{"where": shown_place(each["loc"]), "what": words_of(each)} for each in error.errors]
    return problem(422, _("What was sent cannot be read"), errors=wrong)
