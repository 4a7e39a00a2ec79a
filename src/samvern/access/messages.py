# SPDX-License-Identifier: EUPL-1.2
"""What a page says once after the page before it: kept in the sealed visit, in no cookie."""

from django.contrib.messages.storage.session import SessionStorage
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from samvern.access.middleware import Next, in_workspace


class Messages:
    """Django's messages for the workspace. allauth keeps silent, as its app is not installed."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Attach what waits to be said; keep what was added, forget what was shown."""
        if not in_workspace(request.path_info):
            return self.get_response(request)
        waiting = SessionStorage(request)
        request._messages = waiting  # type: ignore[attr-defined]
        response = self.get_response(request)
        waiting.update(response)
        return response
