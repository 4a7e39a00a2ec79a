# SPDX-License-Identifier: EUPL-1.2
"""The gate in the database: a token says who is asking, and only its functions know who that is.

The database keeps a hash of the token. It opens a session only to a program that holds the gate's
secret (``SAMVERN_GATE_KEY``), so a query smuggled into the application cannot make one.
"""

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from samvern.access.actor import Actor

LONGEST = timedelta(hours=8)
TOKEN_BYTES = 32
CANDIDATE_SECONDS = 60
ACTING = """
    SELECT a.member, a.person, m.name, a.organisation, o.name, a.unit, a.role, a.authenticated_at
    FROM gate.acting() a
    JOIN access_member m ON m.id = a.member
    JOIN access_organisation o ON o.id = a.organisation
"""


def fetch_rows(name: str, *values: Any) -> list[Any]:
    """What a function of the gate returns, all of it. The name is ours, never a visitor's."""
    marks = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM gate.{name}({marks})", values)  # noqa: S608  # our own names
        return list(cursor.fetchall())


def fetch_value(name: str, *values: Any) -> Any:
    """The first value it returns; None where it returns no row."""
    found = fetch_rows(name, *values)
    return found[0][0] if found else None


def new_token() -> str:
    """A token nobody can guess: 256 random bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def open_session(
    *,
    member_id: UUID,
    token: str,
    authenticated_at: datetime | None = None,
    until: datetime | None = None,
    purpose: str = "",
    categories: Sequence[str] | None = None,
) -> None:
    """Let a token stand for a member until a time, at most eight hours from now.

    A job names its purpose and the few categories of data it needs.

    Raises:
        PermissionError: the gate does not know this program's key.
    """
    now = timezone.now()
    authenticated_at, until = authenticated_at or now, until or now + LONGEST
    digest = hashlib.sha256(token.encode()).digest()
    parts = [
        str(member_id),
        digest.hex(),
        str(int(authenticated_at.timestamp())),
        str(int(until.timestamp())),
        purpose,
    ]
    if categories is not None:  # the database's array_to_string(NULL) leaves the word out
        parts.append(",".join(categories))
    mac = hmac.digest(settings.GATE_KEY, "|".join(parts).encode(), "sha256")
    values: list[Any] = [
        member_id,
        digest,
        authenticated_at,
        until,
        purpose,
        list(categories) if categories is not None else None,
        mac,
    ]
    if not fetch_value("open_session", *values):
        raise PermissionError("the gate refused to open a session: SAMVERN_GATE_KEY is another")


def close_session(token: str) -> None:
    """End a token's session; nothing happens when there is none."""
    fetch_rows("close_session", token)


def present_token(token: str) -> None:
    """Tell the database who is asking, for the rest of this transaction and no longer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('samvern.token', %s, true)", [token])


def read_actor(token: str) -> Actor | None:
    """Who the token stands for right now; None when it stands for nobody any more."""
    with connection.cursor() as cursor:
        cursor.execute(ACTING)
        row = cursor.fetchone()
    if row is None:
        return None
    member, user, name, organisation, organisation_name, unit, role, at = row
    return Actor(member, user, name, organisation, organisation_name, unit, role, token, at)


def write_gate_key(key: bytes) -> None:
    """Give the gate the secret it opens sessions to; runs as the owner of the database.

    Raises:
        ValueError: the key is not 32 bytes.
    """
    if len(key) != TOKEN_BYTES:
        raise ValueError(f"the gate's key has {len(key)} bytes; it must have {TOKEN_BYTES}")
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE samvern_gate")
        cursor.execute(
            "INSERT INTO gate.secret VALUES (1, %s)"
            " ON CONFLICT (id) DO UPDATE SET value = excluded.value",
            [key],
        )
        cursor.execute("RESET ROLE")


def announce_login(login: str) -> None:
    """Somebody claims this login name."""
    _announce("candidate", "login", login.encode().hex())


def announce_user(user_id: UUID | str) -> None:
    """Somebody has got as far as being this user, but not to the end."""
    _announce("candidate", "id", str(UUID(str(user_id))).encode().hex())


def announce_factor(user_id: UUID, kind: str, data: Any = None) -> None:
    """Say that the next statement writes this second factor of a person, or deletes hers.

    The database refuses one that was not announced: only this program can, as it holds the key.
    """
    _announce("factor", str(user_id), kind, json.dumps(data).encode().hex())


def _announce(what: str, *parts: str) -> None:
    """Say something in this transaction for a minute, under the gate's key."""
    said = "|".join((*parts, str(int(time.time()) + CANDIDATE_SECONDS)))
    mac = hmac.digest(settings.GATE_KEY, f"{what}|{said}".encode(), "sha256")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(%s, %s, true)", [f"samvern.{what}", f"{said}|{mac.hex()}"]
        )
