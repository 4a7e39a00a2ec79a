# SPDX-License-Identifier: EUPL-1.2
"""Lists that are read a page at a time.

The body is the list; how many rows there are, and the address of the next page, stand in the
headers ``X-Total-Count`` and ``Link`` (RFC 8288), so that a program that reads the first page only
goes on as it did.
"""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query

TOTAL, LINK = "X-Total-Count", "Link"
Start = Annotated[int, Query(0, ge=0, le=1_000_000, description="Rows to pass over.")]
"""How many rows a page leaves out; the next page's address has it."""
PAGED: dict[str, Any] = {
    "responses": {
        200: {
            "headers": {
                TOTAL: {
                    "description": "Rows there are on all pages.",
                    "schema": {"type": "integer"},
                },
                LINK: {
                    "description": 'The address of the next page, rel="next"; none on the last.',
                    "schema": {"type": "string"},
                },
            }
        }
    }
}
"""How the description tells it."""


def tell_page(
    request: HttpRequest, response: HttpResponse, *, start: int, shown: int, total: int
) -> None:
    """Say in the headers how many rows there are, and where the next page is."""
    response[TOTAL] = str(total)
    if shown and start + shown < total:
        query = request.GET.copy()
        query["start"] = str(start + shown)
        response[LINK] = f'<{request.path}?{query.urlencode()}>; rel="next"'
