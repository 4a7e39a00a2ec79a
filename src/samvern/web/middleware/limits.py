# SPDX-License-Identifier: EUPL-1.2
"""A limit on what a request may carry, told before it is read."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext

from samvern.common.numbers import whole_number
from samvern.web.middleware.headers import Next

FORM_BYTES = 64 * 1024
WORK_BYTES = 512 * 1024
"""A long note and the one it is compared with, in letters that take six signs each."""
API_BYTES = 128 * 1024
UPLOAD = re.compile(r"/[a-z]{2,3}/workspace/cases/[0-9a-f-]{36}/documents/add")
"""The one address a document is sent to."""


class BodyLimit:
    """Answers 400 to a body longer than a form, ten people or a document can be."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Judge by the announced length; the server passes on no more than was announced."""
        api = request.path_info.startswith("/api/")
        limit = self._limit(request.path_info, api)
        announced = request.META.get("CONTENT_LENGTH") or "0"
        read = whole_number(announced)
        length = limit + 1 if read is None else read
        if length <= limit:
            return self.get_response(request)
        return self._too_long(api, length, limit)

    def _limit(self, path: str, api: bool) -> int:
        if UPLOAD.fullmatch(path):
            return int(settings.DOCUMENT_BYTES) + FORM_BYTES
        if path.split("/")[2:3] == ["workspace"]:
            return WORK_BYTES
        return API_BYTES if api else FORM_BYTES

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
