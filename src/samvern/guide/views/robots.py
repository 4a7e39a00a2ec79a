# SPDX-License-Identifier: EUPL-1.2
"""What search engines may find: pages of information, never answers and never the workspace.

Every response says ``noindex`` unless it says otherwise; ``robots.txt`` asks them not to knock
where there is nothing for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from samvern.common.addresses import addresses_by_language

View = Callable[[HttpRequest], HttpResponse]
CLOSED = ("guide:begin", "guide:leave", "carrying", "from_samvern")
"""Pages that ask, answer or lead away; the addresses below them too."""
DAY = 24 * 60 * 60


def findable(view: View) -> View:
    """Let search engines list what ``view`` shows to everybody; what somebody searched for, not."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        response = view(request)
        if response.status_code == 200 and not request.META.get("QUERY_STRING"):
            response.headers["X-Robots-Tag"] = "all"
        return response

    return answer


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """``robots.txt`` (RFC 9309), made from the addresses in every language."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _closed())]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = f"public, max-age={DAY}"
    return response


def _closed() -> Iterator[str]:
    yield "/api/"
    paths: dict[str, None] = {}
    closed = [addresses_by_language(name) for name in CLOSED]
    for code, _name in settings.LANGUAGES:
        paths |= dict.fromkeys(each[code] for each in closed)
        paths[f"/{code}/workspace/"] = None
    yield from paths
