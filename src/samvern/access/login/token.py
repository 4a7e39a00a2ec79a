# SPDX-License-Identifier: EUPL-1.2
"""From a browser's visit to the token the gate knows."""

from django.http import HttpRequest

from samvern.access.sessions import ACTING, SessionStore


def token_of(request: HttpRequest) -> str:
    """The token of a visit in which somebody acts; empty for a stranger.

    The token follows from the cookie, but it is shown only while the visit lives: reading the
    visit is what notices that it was ended or left alone for too long.
    """
    visit: SessionStore | None = getattr(request, "session", None)
    return visit.token if visit is not None and visit.get(ACTING) else ""
