# SPDX-License-Identifier: EUPL-1.2
"""What every request and response passes through, in this order: headers that keep a page to
itself, the quick way out, language, size, and whether the request comes from our own page.
"""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import translation
from django.utils.translation import gettext

from samvern.common.numbers import whole_number
from samvern.guide.answer_cookie import LEFT

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
}
PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}

FORM_BYTES = 64 * 1024
WORK_BYTES = 512 * 1024
"""A long note and the one it is compared with, in letters that take six signs each."""
API_BYTES = 128 * 1024
UPLOAD = re.compile(r"/[a-z]{2,3}/workspace/cases/[0-9a-f-]{36}/documents/add")
"""The one address a document is sent to."""

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OURS = frozenset({"same-origin", "none"})

Next = Callable[[HttpRequest], HttpResponseBase]


class Middleware:
    """Something a request passes through on its way to the page."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response


class SecurityHeaders(Middleware):
    """Response headers that keep a page to itself: no third party, no inline code, no copy kept.

    A response that has set one itself keeps its own.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add what is missing. Static files carry their own caching rule."""
        response = self.get_response(request)
        static = request.path.startswith("/static/")
        for name, value in HEADERS.items() if static else (HEADERS | PAGE_HEADERS).items():
            response.headers.setdefault(name, value)
        return response


class QuickExitMiddleware(Middleware):
    """Whoever has just left the guide fast is not shown its pages again by the back button, which
    may also send a form once more.

    A browser without JavaScript cannot take a page out of its history, so for a minute we answer
    such a page by sending on to where the visitor went.
    """

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


def path_language(path: str) -> str:
    """The language a path names, else the main one."""
    first = path[1:].partition("/")[0]
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class PathLanguage(Middleware):
    """Activates the language named in the path, else the main language.

    Neither cookie nor browser setting is asked, so an address shows everyone the same page.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the language of the path."""
        code = path_language(request.path_info)
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response


class BodyLimit(Middleware):
    """Answers 400 to a body longer than a form, ten people or a document can be, before it
    is read.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Judge by the announced length; the server passes on no more than was announced."""
        if not (announced := request.META.get("CONTENT_LENGTH")):
            return self.get_response(request)
        api = request.path_info.startswith("/api/")
        limit = self._limit(request.path_info, api)
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


class FetchMetadata(Middleware):
    """Refuses a request that changes something unless the browser says it comes from our own page
    (Fetch Metadata, W3C; with Django's own token behind it).

    A browser too old to say is let on to the CSRF token; a program without a browser says nothing.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 403 to what another site sent."""
        site = request.headers.get("Sec-Fetch-Site")
        if request.method not in SAFE and site is not None and site not in OURS:
            text = gettext(
                "This form was sent from another site. Open the page here and try again."
            )
            return HttpResponse(text, status=403, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


class Csrf(CsrfViewMiddleware):
    """Django's protection, for pages that ask the browser to keep the referrer to itself.

    With ``Referrer-Policy: no-referrer`` a browser sends ``Origin: null`` with our own forms.
    Scripts cannot write ``Sec-Fetch-Site``, so together with it the origin is known after all.
    """

    def _origin_verified(self, request: HttpRequest) -> bool:
        if request.headers.get("Origin") == "null":
            return request.headers.get("Sec-Fetch-Site") == "same-origin"
        verified: bool = super()._origin_verified(request)  # type: ignore[misc]
        return verified
