# SPDX-License-Identifier: EUPL-1.2
"""Each page of the workspace is one piece of work. The guide is passed by untouched."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user
from django.contrib.messages.storage.session import SessionStorage
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from samvern.access.errors import NotFound
from samvern.access.gate import announce_user
from samvern.access.login.sessions.store import SessionStore
from samvern.access.unit_of_work import REFUSED, UnitOfWork, log_act, unit_of_work_for

Next = Callable[[HttpRequest], HttpResponseBase]


WORKSPACE_PART = "workspace"


def in_workspace(path: str) -> bool:
    """Whether an address belongs to the workspace: its second part says so."""
    return path.split("/")[2:3] == [WORKSPACE_PART]


class UnitOfWorkMiddleware:
    """Tells the database who is asking before any view runs, and writes the trail after it.

    What a view did is undone when it fails; that it was tried is kept.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer inside one transaction."""
        if not in_workspace(request.path_info):
            return self.get_response(request)
        from samvern.access.login.sessions.store import token_of

        with unit_of_work_for(token_of(request)) as work:
            request.actor = work.actor  # type: ignore[attr-defined]
            request.work = work  # type: ignore[attr-defined]
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Forget what the view said it did, as it is undone; keep that it was refused."""
        work: UnitOfWork | None = getattr(request, "work", None)
        if work is None:
            return
        work.lines[:] = [line for line in work.lines if line["outcome"] == REFUSED]
        if isinstance(exception, NotFound):
            object = exception.id if isinstance(exception.id, UUID) else None
            log_act("absent", outcome=REFUSED, noun=exception.noun, object=object)


class SessionMessagesMiddleware:
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


CLOCK = "/session"
"""The end of the address at which a page asks how long is left; a POST there is use, a GET not."""


PENDING_LOGIN = "account_login"
"""Where allauth keeps a sign-in that is under way."""


class WorkspaceSessionMiddleware(SessionMiddleware):
    """Django's session for the workspace; stands outside its transaction, so a session outlives an
    error of a page.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Attach the session, unread; the guide gets none."""
        if in_workspace(request.path_info):
            is_use = request.method == "POST" or not request.path_info.endswith(CLOCK)
            cookie = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
            request.session = SessionStore(cookie, is_use=is_use)


class WorkspaceUserMiddleware:
    """Django's ``request.user``; tells the database whom a session without a token is about."""

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
    under_way = visit.get(PENDING_LOGIN)
    stashed = under_way.get("user_pk") if isinstance(under_way, dict) else None
    return str(visit.get(SESSION_KEY) or stashed or "")
