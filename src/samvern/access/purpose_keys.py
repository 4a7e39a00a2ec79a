# SPDX-License-Identifier: EUPL-1.2
"""Sealing what signing in keeps, each purpose under a key of its own."""

import hashlib
import hmac
import json
import os
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

VERSION = b"\x01"
NONCE = 12
KEY = 32


class Unsealable(ValueError):
    """What should be opened was sealed by another key, or changed."""


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


def seal(key: bytes, content: bytes, bound_to: bytes) -> bytes:
    """Version, nonce and AES-256-GCM of the content, good only together with ``bound_to``."""
    nonce = os.urandom(NONCE)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, content, VERSION + bound_to)


def unseal(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """The content.

    Raises:
        Unsealable: it was sealed by another key, bound to something else, or changed.
    """
    if sealed[:1] != VERSION or len(sealed) <= NONCE:
        raise Unsealable("unknown version")
    nonce, text = sealed[1 : NONCE + 1], sealed[NONCE + 1 :]
    try:
        return AESGCM(key).decrypt(nonce, text, VERSION + bound_to)
    except InvalidTag:
        raise Unsealable("sealed by another key, or changed") from None


def keyed_digest(purpose: str, *words: str) -> bytes:
    """A keyed name of 32 bytes for some words, which cannot be turned back or guessed."""
    text = b"".join(len(word.encode()).to_bytes(4) + word.encode() for word in words)
    return hmac.digest(lasting_key(purpose), text, hashlib.sha256)
