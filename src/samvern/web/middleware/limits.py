# SPDX-License-Identifier: EUPL-1.2
"""A limit on what a request may carry, told before it is read."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext

from samvern.web.middleware.headers import Next

FORM_BYTES = 64 * 1024
API_BYTES = 2 * 1024 * 1024


class BodyLimit:
    """Answers 400 to a body longer than a form, or than a thousand people, can be."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Judge by the announced length; the server passes on no more than was announced."""
        api = request.path_info.startswith("/api/")
        limit = API_BYTES if api else FORM_BYTES
        announced = request.META.get("CONTENT_LENGTH") or "0"
        length = int(announced) if announced.isascii() and announced.isdecimal() else limit + 1
        if length <= limit:
            return self.get_response(request)
        return self._too_long(api, length, limit)

    def _too_long(self, api: bool, length: int, limit: int) -> HttpResponseBase:
        if not api:
            text = gettext("What you sent is too long. Go back and send less.")
            return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")
        error = {
            "what": "the body is too long",
            "field": "body",
            "value": f"{length} bytes",
            "rule": f"at most {limit} bytes",
            "next": "send fewer people in each request",
        }
        return JsonResponse({"error": error}, status=400)
