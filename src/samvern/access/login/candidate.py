# SPDX-License-Identifier: EUPL-1.2
"""Saying to the database who is about to sign in, before there is a token.

The row of that person, and her second factors, become readable for the rest of the transaction. The
claim carries a MAC, so that a query smuggled into the application cannot make one.
"""

import hmac
import time
from uuid import UUID

from django.conf import settings
from django.db import connection

SECONDS = 60


def announce_login(login: str) -> None:
    """Somebody claims this login name."""
    _announce("login", login)


def announce_user(user_id: UUID | str) -> None:
    """Somebody has got as far as being this user, but not to the end."""
    _announce("id", str(UUID(str(user_id))))


def _announce(kind: str, value: str) -> None:
    said = f"{kind}|{value.encode().hex()}|{int(time.time()) + SECONDS}"
    mac = hmac.digest(settings.GATE_KEY, f"candidate|{said}".encode(), "sha256")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('samvern.candidate', %s, true)", [f"{said}|{mac.hex()}"])
