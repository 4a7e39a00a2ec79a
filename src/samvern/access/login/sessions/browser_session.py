# SPDX-License-Identifier: EUPL-1.2
"""What a browser holds between requests, a random cookie and a sealed row only it can open, and how
a request of the workspace gets it. The guide is passed by untouched.

The row's key is the hash of the cookie, and its content is sealed under a key derived from the
cookie and a secret of the server together: who reads the database gets neither, and who writes to
it can make no session. PostgreSQL's clock ends a session unused for 15 minutes or eight hours old
(``sql/login.sql``); the application cannot read the table.
"""

import hashlib
import json
import re
import secrets
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user
from django.contrib.messages.storage.session import SessionStorage
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from samvern.access.errors import NotFound
from samvern.access.gate import announce_user, fetch_rows, fetch_value
from samvern.access.purpose_keys import derive_key, server_key
from samvern.access.unit_of_work import REFUSED, UnitOfWork, log_act, unit_of_work_for
from samvern.common.sealed_box import UnsealError, seal, unseal

COOKIE = re.compile(r"[A-Za-z0-9_-]{43}")  # 256 bits
DEVICE, PROVIDER, ACTING, UNTIL = "device", "provider", "acting", "until"
TOTAL_SECONDS = 8 * 3600
STRANGER_SECONDS = 3600
"""How long somebody may take to sign in."""
CLOCK = "/session"
"""The end of the address at which a page asks how long is left; a POST there is use, a GET not."""
PENDING_LOGIN = "account_login"
"""Where allauth keeps a sign-in that is under way."""

Next = Callable[[HttpRequest], HttpResponseBase]


class SessionStore(SessionBase):
    """Django's session, kept as above.

    ``is_use`` false reads without counting as use: a page asking how long is left must not
    prolong it.
    """

    def __init__(self, session_key: str | None = None, *, is_use: bool = True) -> None:
        super().__init__(session_key)
        self.is_use = is_use
        self.idle_seconds = self.total_seconds = 0
        self._is_new = False

    def _validate_session_key(self, key: str | None) -> bool:
        return bool(key and COOKIE.fullmatch(key))

    @property
    def token(self) -> str:
        """The bearer token for the gate, which follows from the cookie and is kept nowhere."""
        return derive_key(self._cookie.encode(), "gate").hex() if self.session_key else ""

    @property
    def acting_token(self) -> str:
        """The token of a session in which somebody acts; empty for a stranger.

        It is shown only while the session lives: reading the session is what notices that it was
        ended or left alone for too long.
        """
        return self.token if self.get(ACTING) else ""

    @property
    def _cookie(self) -> str:
        cookie: str | None = self.session_key
        if cookie is None:
            raise UpdateError
        return cookie

    def load(self) -> dict[str, Any]:
        """The content; nothing for a session that is unknown, ended or worn out."""
        cookie = self._cookie
        for sealed, idle, total in fetch_rows("read_visit", _hash(cookie), self.is_use):
            self.idle_seconds, self.total_seconds = idle, total
            with suppress(UnsealError):
                content: dict[str, Any] = json.loads(
                    unseal(_key(cookie), bytes(sealed), _hash(cookie))
                )
                return content
        self._session_key = None
        return {}

    def exists(self, session_key: str | None = None) -> bool:
        """Whether a session is known and lasts."""
        return bool(session_key and fetch_rows("read_visit", _hash(session_key), False))

    def create(self) -> None:
        """Take a new cookie; the row is written by the next ``save``."""
        self._session_key = secrets.token_urlsafe(32)
        self._session_cache: dict[str, Any] = {}
        self._is_new = self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Keep the content.

        Raises:
            UpdateError: the session was ended meanwhile.
        """
        content = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        if self.session_key is None:
            self.create()
            self._session_cache = content
        cookie = self._cookie
        token = hashlib.sha256(self.token.encode()).digest() if content.get(ACTING) else None
        provider = content.get(PROVIDER)
        written = fetch_value(
            "write_visit",
            _hash(cookie),
            seal(_key(cookie), json.dumps(content).encode(), _hash(cookie)),
            content.get("_auth_user_id"),
            token,
            bytes.fromhex(provider) if provider else None,
            content.get(DEVICE, ""),
            self._is_new or must_create,
            content[UNTIL] - time.time() if UNTIL in content else STRANGER_SECONDS,
        )
        if not written:
            raise UpdateError
        self._is_new = False

    def delete(self, session_key: str | None = None) -> None:
        """End a session, and the token that follows from it."""
        if cookie := session_key or self.session_key:
            fetch_value("end_visit", _hash(cookie))

    def get_expire_at_browser_close(self) -> bool:
        """Always: the server's clock decides, and the cookie carries no date of its own."""
        return True

    @classmethod
    def clear_expired(cls) -> None:
        """Remove what is worn out."""
        delete_expired_sessions()


def delete_expired_sessions() -> int:
    """Remove sessions, invitations and counters that are worn out; how many sessions that were."""
    return int(fetch_value("sweep_visits"))


def _hash(cookie: str) -> bytes:
    return hashlib.sha256(cookie.encode()).digest()


def _key(cookie: str) -> bytes:
    return derive_key(cookie.encode() + server_key("visit"), "visit")


class WorkspaceMiddleware(ABC):
    """Something a request of the workspace passes through; every other goes by."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request of the workspace, and let others pass."""
        inside = in_workspace(request.path_info)
        return self.answer(request) if inside else self.get_response(request)

    @abstractmethod
    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request of the workspace."""


def in_workspace(path: str) -> bool:
    """Whether an address belongs to the workspace: its second part says so."""
    return path.split("/")[2:3] == ["workspace"]


class UnitOfWorkMiddleware(WorkspaceMiddleware):
    """Tells the database who is asking before any view runs, and writes the trail after it.

    What a view did is undone when it fails; that it was tried is kept.
    """

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """Answer inside one transaction."""
        visit: Any = request.session
        with unit_of_work_for(visit.acting_token) as work:
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


class SessionMessagesMiddleware(WorkspaceMiddleware):
    """Django's messages for the workspace. allauth keeps silent, as its app is not installed."""

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """Attach what waits to be said; keep what was added, forget what was shown."""
        waiting = SessionStorage(request)
        request._messages = waiting  # type: ignore[attr-defined]
        response = self.get_response(request)
        waiting.update(response)
        return response


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


class WorkspaceUserMiddleware(WorkspaceMiddleware):
    """Django's ``request.user``; tells the database whom a session without a token is about."""

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """Attach the user, unread."""
        if getattr(request, "actor", None) is None and (user_id := _user_of(request.session)):
            announce_user(user_id)
        request.user = SimpleLazyObject(lambda: get_user(request))  # type: ignore[assignment]
        return self.get_response(request)


def _user_of(visit: Any) -> str:
    under_way = visit.get(PENDING_LOGIN)
    stashed = under_way.get("user_pk") if isinstance(under_way, dict) else None
    return str(visit.get(SESSION_KEY) or stashed or "")
