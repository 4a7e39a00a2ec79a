# SPDX-License-Identifier: EUPL-1.2
"""Secrets and signatures of webhooks, as Standard Webhooks has them (standardwebhooks.com, 1.0.0).

Signed is ``<id>.<timestamp>.<body>`` by HMAC-SHA256; each valid secret signs, so that the receiver
can change from one to the next in peace.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from uuid import UUID

from samvern.access.purpose_keys import lasting_key
from samvern.common.sealed_box import seal, unseal

PREFIX, PURPOSE = "whsec_", "hook"
BYTES = 32


def new_secret() -> bytes:
    """256 random bits."""
    return secrets.token_bytes(BYTES)


def show_secret(secret: bytes) -> str:
    """The secret as receivers' libraries want it."""
    return PREFIX + base64.b64encode(secret).decode()


def seal_secret(secret: bytes, hook_id: UUID) -> bytes:
    """The secret as it is kept: good for this webhook alone, and only with the server's key."""
    return seal(lasting_key(PURPOSE), secret, hook_id.bytes)


def open_secret(sealed: bytes, hook_id: UUID) -> bytes:
    """The secret.

    Raises:
        UnsealError: it is another webhook's, or the server's key is another.
    """
    return unseal(lasting_key(PURPOSE), sealed, hook_id.bytes)


def sign(keys: Iterable[bytes], id: str, timestamp: int, body: bytes) -> str:
    """The header ``webhook-signature``: one signature for each key, with spaces between."""
    message = f"{id}.{timestamp}.".encode() + body
    made = [base64.b64encode(hmac.digest(key, message, hashlib.sha256)).decode() for key in keys]
    return " ".join(f"v1,{each}" for each in made)
