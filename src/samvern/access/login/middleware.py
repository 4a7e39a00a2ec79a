# SPDX-License-Identifier: EUPL-1.2
"""The visit around each page of the workspace, and the person in it. The guide has neither."""

from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from samvern.access.login.candidate import announce_user
from samvern.access.middleware import Next, in_workspace
from samvern.access.sessions import SessionStore

CLOCK = "/session"
"""The end of the address at which a page asks how long is left; a POST there is use, a GET not."""
STASH = "account_login"
"""Where allauth keeps a sign-in that is under way."""


class Visit(SessionMiddleware):
    """Django's session for the workspace; stands outside its transaction, so a visit outlives an
    error of a page.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Attach the visit, unread; the guide gets none."""
        if in_workspace(request.path_info):
            is_use = request.method == "POST" or not request.path_info.endswith(CLOCK)
            cookie = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
            request.session = SessionStore(cookie, is_use=is_use)


class Person:
    """Django's ``request.user``; tells the database whom a visit without a token is about."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Attach the user, unread."""
        if in_workspace(request.path_info):
            if getattr(request, "actor", None) is None and (user_id := _user_of(request.session)):
                announce_user(user_id)
            request.user = SimpleLazyObject(lambda: get_user(request))  # type: ignore[assignment]
        return self.get_response(request)


def _user_of(visit: Any) -> str:
    under_way = visit.get(STASH)
    stashed = under_way.get("user_pk") if isinstance(under_way, dict) else None
    return str(visit.get(SESSION_KEY) or stashed or "")
