# SPDX-License-Identifier: EUPL-1.2
"""Sealing: bytes into text that only this service can read, and nobody can change unnoticed.

AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. What is sealed is padded to whole blocks,
so its length says next to nothing about what was answered, and is never compressed, so neither does
its content leak through its length.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from samvern.guide.keys import Keys

VERSION = 1
IDLE_SECONDS = 2 * 3600
LONGEST_SECONDS = 8 * 3600
LONGEST_TEXT = 3800
_BLOCK = 64
_NONCE = 12
_HEAD = 2 + _NONCE
_TIMES = 8


class UnreadableSeal(Exception):
    """What came is not ours, was changed, or its key is gone."""


class Expired(Exception):
    """What came was ours and is too old."""


@dataclass(frozen=True, slots=True)
class Unsealed:
    """What was sealed, and when its first version was (seconds since 1970)."""

    content: bytes
    begun: int


def seal(content: bytes, *, keys: Keys, about: bytes, begun: int, now: int) -> str:
    """``content`` as URL-safe text; ``about`` must be the same when it is opened.

    Raises:
        ValueError: the text would not fit in a cookie.
    """
    name, key = keys.current(now)
    nonce = secrets.token_bytes(_NONCE)
    head = bytes([VERSION, name]) + nonce
    times = begun.to_bytes(4, "big") + now.to_bytes(4, "big")
    sealed = AESGCM(key).encrypt(nonce, times + _pad(content), head + about)
    text = base64.urlsafe_b64encode(head + sealed).rstrip(b"=").decode()
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"{len(text)} characters do not fit in a cookie of {LONGEST_TEXT}")
    return text


def unseal(text: str, *, keys: Keys, about: bytes, now: int) -> Unsealed:
    """What ``seal`` was given.

    Raises:
        UnreadableSeal: not sealed by us with the same ``about``, or changed on the way.
        Expired: idle for more than two hours, or begun more than eight hours ago.
    """
    raw = _raw(text)
    head, sealed = raw[:_HEAD], raw[_HEAD:]
    for key in keys.named(head[1], now):
        try:
            plain = AESGCM(key).decrypt(head[2:], sealed, head + about)
        except InvalidTag:
            continue
        return _in_time(plain, now)
    raise UnreadableSeal


def _in_time(plain: bytes, now: int) -> Unsealed:
    begun, seen = (int.from_bytes(plain[at : at + 4], "big") for at in (0, 4))
    if now - begun > LONGEST_SECONDS or now - seen > IDLE_SECONDS or seen > now + 60:
        raise Expired
    return Unsealed(_unpad(plain[_TIMES:]), begun)


def _raw(text: str) -> bytes:
    if len(text) > LONGEST_TEXT or not text.isascii():
        raise UnreadableSeal
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        raise UnreadableSeal from None
    if len(raw) <= _HEAD or raw[0] != VERSION:
        raise UnreadableSeal
    return raw


def _pad(content: bytes) -> bytes:
    marked = content + b"\x80"
    return marked + b"\x00" * (-len(marked) % _BLOCK)


def _unpad(padded: bytes) -> bytes:
    return padded.rstrip(b"\x00")[:-1]
