# SPDX-License-Identifier: EUPL-1.2
"""Sealing: bytes into text that only this service can read, and nobody can change unnoticed.

Sealed and padded by ``samvern.common.sealed_box``, so its length says next to nothing about what
was answered; never compressed, so neither does its content leak through its length.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from samvern.common import sealed_box
from samvern.guide.keys import Keys

VERSION = 2
IDLE_SECONDS = 2 * 3600
LONGEST_SECONDS = 8 * 3600
LONGEST_TEXT = 3800
_HEAD = 2
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
    head = bytes([VERSION, name])
    times = begun.to_bytes(4, "big") + now.to_bytes(4, "big")
    sealed = sealed_box.seal(key, times + content, head + about)
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
            return _in_time(sealed_box.unseal(key, sealed, head + about), now)
        except sealed_box.UnsealError:
            continue
    raise UnreadableSeal


def _in_time(plain: bytes, now: int) -> Unsealed:
    begun, seen = (int.from_bytes(plain[at : at + 4], "big") for at in (0, 4))
    if now - begun > LONGEST_SECONDS or now - seen > IDLE_SECONDS or seen > now + 60:
        raise Expired
    return Unsealed(plain[_TIMES:], begun)


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
