# SPDX-License-Identifier: EUPL-1.2
"""Pages for what went wrong: what happened and what to do, without repeating what was sent."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samvern.access.api.problem_details import problem


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be read."""
    return _page(request, 400, _("We could not read that"), _("Go back and try again."))


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the request was not allowed."""
    return _page(
        request, 403, _("We could not accept that"), _("Open the page again and try once more.")
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without its token, most often because the browser refuses cookies."""
    if request.path_info.split("/")[2:3] == ["workspace"]:
        text = _("The page had been open too long, or cookies are refused. Go back and try again.")
        return _page(request, 403, _("The form was not accepted"), text)
    text = _(
        "Your answers are kept in your own browser, in a cookie. Allow cookies here and try again."
    )
    return _page(request, 403, _("The form was not accepted"), text)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page."""
    text = _("The address may be wrong, or the page has been moved. Start from the front page.")
    return _page(request, 404, _("There is no page here"), text)


def too_often(request: HttpRequest, seconds: int) -> HttpResponse:
    """429: whoever asks from this address has used what one address may."""
    text = _("Too much was asked from the network you use. Wait a little and try again.")
    return _later(request, 429, seconds, _("Wait a little"), text)


def overloaded(request: HttpRequest, seconds: int) -> HttpResponse:
    """503: others are being answered just now."""
    text = _("Many ask just now. Wait a little and try again.")
    return _later(request, 503, seconds, _("Wait a little"), text)


def _later(request: HttpRequest, status: int, seconds: int, title: str, text: str) -> HttpResponse:
    said = f"{text} {_('In danger, call 112. ROSA answers day and night on 22 33 11 60.')}"
    if request.path_info.startswith("/api/") and not request.path_info.startswith("/api/v1/"):
        asked_too_much = status == HTTPStatus.TOO_MANY_REQUESTS
        error = {
            "what": "too many requests" if asked_too_much else "too many at once",
            "field": "",
            "value": "",
            "rule": "a limited processor time for each address"
            if asked_too_much
            else "a limited number at once, from everybody together",
            "next": f"try again in {seconds} seconds",
        }
        response: HttpResponse = JsonResponse({"error": error}, status=status)
    else:
        response = _page(request, status, title, said)
    response.headers["Retry-After"] = str(seconds)
    return response


def failed(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    text = _("The fault is ours. In danger, call 112. ROSA answers day and night on 22 33 11 60.")
    return _page(request, 500, _("Something went wrong"), text)


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    if request.path_info.startswith("/api/v1/"):
        return problem(status, title, text)
    if request.path_info.startswith("/api/"):
        return JsonResponse({"error": {"what": title, "next": text}}, status=status)
    context: dict[str, Any] = {"title": title, "text": text}
    return render(request, "layout/error.html", context, status=status)
