# SPDX-License-Identifier: EUPL-1.2
"""Tokens for API clients: client credentials in, bearer token out (OAuth 2.0, RFC 6749, 4.4).

The token is a session of the gate for a quarter of an hour, bound to the API client, its scopes and
their categories. It is kept nowhere, and ends with the API client.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone

from samvern.access.api.scopes import SCOPES, categories_of
from samvern.access.gate import fetch_rows, new_token, open_session
from samvern.access.purpose_keys import keyed_digest
from samvern.access.unit_of_work import REFUSED, log_act

LASTS = timedelta(minutes=15)
NOT_FRESH = timedelta(hours=1)
"""How long ago an API client proved who it is, for acts that ask who has just done so."""
WINDOW = 300
TRIES, FAILURES = 600, 30
"""Tokens asked for, and secrets that were wrong, from one address in five minutes."""


class NoToken(Exception):
    """Why there is none, by the codes of RFC 6749 section 5.2."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Issued:
    """A token, and what it is good for."""

    token: str
    scopes: tuple[str, ...]


def secret_hash(secret: str) -> bytes:
    """What the database keeps of a secret of 256 random bits."""
    return hashlib.sha256(secret.encode()).digest()


def issue_token(*, client_id: str, secret: str, scope: str, caller: str) -> Issued:
    """A token for an API client that knows its secret.

    Args:
        client_id: the name it is known by.
        secret: its secret.
        scope: the scopes it asks for, with spaces between; empty asks for all it has.
        caller: the address it asks from.

    Raises:
        NoToken: it is unknown, its secret is wrong or it has ended, which look alike; it asks for
            a scope it has not; or too many tries came from the address.
    """
    wrong = f"token-wrong:{caller}"
    if _count(f"token:{caller}") > TRIES or cache.get(wrong, 0) >= FAILURES:
        raise NoToken("slow_down")
    found = fetch_rows("known_program", client_id, secret_hash(secret))
    if not found:
        _count(wrong)
        log_act("api.token", outcome=REFUSED, client=keyed_digest("client", client_id)[:8].hex())
        raise NoToken("invalid_client")
    _program, member, allowed = found[0]
    scopes = _granted(scope.split(), [each for each in allowed if each in SCOPES])
    token = new_token()
    now = timezone.now()
    open_session(
        member_id=member,
        token=token,
        authenticated_at=now - NOT_FRESH,
        until=now + LASTS,
        purpose=f"api {' '.join(scopes)}",
        categories=categories_of(scopes),
    )
    return Issued(token, scopes)


def _granted(asked: Sequence[str], allowed: Sequence[str]) -> tuple[str, ...]:
    if not set(asked) <= set(allowed) or not allowed:
        raise NoToken("invalid_scope")
    return tuple(sorted(set(asked or allowed)))


def _count(key: str) -> int:
    tries: int = cache.get(key, 0) + 1
    cache.set(key, tries, WINDOW)
    return tries
