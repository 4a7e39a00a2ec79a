# SPDX-License-Identifier: EUPL-1.2
"""The language of a page is the first part of its address, and nothing else decides it.

Neither cookie nor browser setting is asked, so an address shows everyone the same page.
"""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from samvern.web.middleware.headers import Next


def path_language(path: str) -> str:
    """The language a path names, else the main one."""
    first = path[1:].partition("/")[0]
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class PathLanguage:
    """Activates the language named in the path, else the main language."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the language of the path."""
        code = path_language(request.path_info)
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response
