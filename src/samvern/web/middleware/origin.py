# SPDX-License-Identifier: EUPL-1.2
"""Refusing what other sites make a browser send (Fetch Metadata, W3C;
with Django's own token behind it).
"""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.translation import gettext

from samvern.web.middleware.headers import Next

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OURS = frozenset({"same-origin", "none"})


class FetchMetadata:
    """Refuses a request that changes something unless the browser says it comes from our own page.

    A browser too old to say is let on to the CSRF token; a program without a browser says nothing.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

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
