# SPDX-License-Identifier: EUPL-1.2
"""Whoever has just left fast is not shown our pages again by the back button.

The back button may also send a form once more.

A browser without JavaScript cannot take a page out of its history, so for a minute we answer such a
page by sending on to where the visitor went. The cookie says that somebody left, and nothing else.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase

Next = Callable[[HttpRequest], HttpResponseBase]

LEFT = "left"
SECONDS = 60


def mark_left(response: HttpResponse) -> None:
    """Remember for a minute, in the browser alone, that somebody left."""
    response.set_cookie(
        LEFT,
        "1",
        max_age=SECONDS,
        secure=settings.GUIDE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    # Browsers would delete the cookie with the others; ours are taken back one by one.
    response.headers["Clear-Site-Data"] = '"storage"'


class QuickExitMiddleware:
    """Sends on whoever comes back to a page of the guide within the minute."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or send on."""
        if LEFT in request.COOKIES and _of_the_guide(request.path_info):
            return HttpResponseRedirect(settings.GUIDE_EXIT_URL)
        return self.get_response(request)


def _of_the_guide(path: str) -> bool:
    first, _, rest = path[1:].partition("/")
    return path == "/" or (
        first in dict(settings.LANGUAGES) and rest.partition("/")[0] != "workspace"
    )
