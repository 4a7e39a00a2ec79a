# SPDX-License-Identifier: EUPL-1.2
"""Keys for what signing in and helping keep, one for each purpose."""

import hashlib
import hmac
import json
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

KEY = 32


def derive_key(secret: bytes, purpose: str) -> bytes:
    """A key of 32 bytes for one purpose from a secret (HKDF-SHA256, RFC 5869)."""
    return HKDF(SHA256(), KEY, salt=None, info=f"samvern.login.{purpose}".encode()).derive(secret)


derive_key_once = lru_cache(maxsize=32)(derive_key)


def lasting_key(purpose: str) -> bytes:
    """A key for what stays: secrets of second factors, names of identities.

    It follows from the master of the indexes in the file of keys, which no rotation changes.
    """
    return derive_key_once(_root(settings.KEY_FILE) or settings.SECRET_KEY.encode(), purpose)


def server_key(purpose: str) -> bytes:
    """A key for what passes: sessions and sign-ins under way. Changing it logs everybody out."""
    return derive_key_once(settings.SECRET_KEY.encode(), purpose)


@lru_cache(maxsize=4)
def _root(path: Path | str | None) -> bytes:
    return json.loads(Path(path).read_text())["index"].encode() if path else b""


def keyed_digest(purpose: str, *words: str) -> bytes:
    """A keyed name of 32 bytes for some words, which cannot be turned back or guessed."""
    text = b"".join(len(word.encode()).to_bytes(4) + word.encode() for word in words)
    return hmac.digest(lasting_key(purpose), text, hashlib.sha256)
