# SPDX-License-Identifier: EUPL-1.2
"""What a browser holds between requests: a random cookie, and a sealed row only it can open.

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
from contextlib import suppress
from typing import Any

from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.http import HttpRequest

from samvern.access.gate import fetch_rows, fetch_value
from samvern.access.purpose_keys import derive_key, server_key
from samvern.common.sealed_box import UnsealError, seal, unseal

COOKIE = re.compile(r"[A-Za-z0-9_-]{43}")  # 256 bits


DEVICE, PROVIDER, ACTING, UNTIL = "device", "provider", "acting", "until"


TOTAL_SECONDS = 8 * 3600


STRANGER_SECONDS = 3600
"""How long somebody may take to sign in."""


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
    def _cookie(self) -> str:
        cookie: str | None = self.session_key
        if cookie is None:
            raise UpdateError
        return cookie

    def load(self) -> dict[str, Any]:
        """The content; nothing for a session that is unknown, ended or worn out."""
        for sealed, idle, total in fetch_rows("read_visit", _hash(self._cookie), self.is_use):
            self.idle_seconds, self.total_seconds = idle, total
            with suppress(UnsealError):
                content: dict[str, Any] = json.loads(_open(self._cookie, bytes(sealed)))
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
        token = hashlib.sha256(self.token.encode()).digest() if content.get(ACTING) else None
        provider = content.get(PROVIDER)
        written = fetch_value(
            "write_visit",
            _hash(self._cookie),
            _seal(self._cookie, json.dumps(content).encode()),
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


def _seal(cookie: str, content: bytes) -> bytes:
    return seal(_key(cookie), content, _hash(cookie))


def _open(cookie: str, sealed: bytes) -> bytes:
    return unseal(_key(cookie), sealed, _hash(cookie))


def token_of(request: HttpRequest) -> str:
    """The token of a session in which somebody acts; empty for a stranger.

    The token follows from the cookie, but it is shown only while the session lives: reading the
    session is what notices that it was ended or left alone for too long.
    """
    visit: SessionStore | None = getattr(request, "session", None)
    return visit.token if visit is not None and visit.get(ACTING) else ""
