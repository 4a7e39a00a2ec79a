# SPDX-License-Identifier: EUPL-1.2
"""The keys that seal a visitor's answers.

Two ways to have keys. Given keys (``GUIDE_KEYS``) are shared by several machines: the first seals,
all open, so a key is changed by putting a new one first. Without given keys a random one is made
when the server starts and moved forward every hour through a one-way function. The processes that
answer forget a key when no answer can need it. The process that started them keeps the first one,
for those it starts later: whoever takes over the machine can open what was sealed since the server
was started, if she also has the cookies, which are in the visitors' browsers and nowhere else.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from collections.abc import Sequence
from threading import Lock
from typing import Protocol

KEY_BYTES = 32
RATCHET_SECONDS = 3600


class Keys(Protocol):
    """Where sealing keys come from."""

    def current(self, now: int) -> tuple[int, bytes]:
        """The key to seal with at ``now`` (seconds since 1970), and its one-byte name."""

    def named(self, name: int, now: int) -> Sequence[bytes]:
        """The keys that still open something sealed under ``name``; none when they are gone."""


class GivenKeys:
    """Keys from the environment: URL-safe base64 of 32 bytes each.

    Raises:
        ValueError: a key is not 32 bytes of URL-safe base64; the message does not repeat it.
    """

    def __init__(self, encoded: Sequence[str]) -> None:
        self._keys = [_decode(number, text) for number, text in enumerate(encoded, start=1)]

    def current(self, now: int) -> tuple[int, bytes]:
        """The first key."""
        return _name(self._keys[0]), self._keys[0]

    def named(self, name: int, now: int) -> Sequence[bytes]:
        """Every given key of that name; two keys share a name once in 256."""
        return [key for key in self._keys if _name(key) == name]


class RatchetKeys:
    """Keys in memory alone; the process that answers forgets one when no answer can need it.

    Processes forked after this was made move their copies alike, so they open each other's answers.
    """

    def __init__(self, started: int, keep_seconds: int) -> None:
        self._hour = started // RATCHET_SECONDS
        self._keys = {self._hour: secrets.token_bytes(KEY_BYTES)}
        self._keep = keep_seconds // RATCHET_SECONDS + 1
        self._lock = Lock()

    def current(self, now: int) -> tuple[int, bytes]:
        """The key of this hour."""
        with self._lock:
            self._move_to(now // RATCHET_SECONDS)
            return self._hour & 0xFF, self._keys[self._hour]

    def named(self, name: int, now: int) -> Sequence[bytes]:
        """The remembered key of the hour that ends in this byte."""
        with self._lock:
            self._move_to(now // RATCHET_SECONDS)
            return [key for hour, key in self._keys.items() if hour & 0xFF == name]

    def _move_to(self, hour: int) -> None:
        while self._hour < hour:
            following = hashlib.sha256(b"samvern ratchet" + self._keys[self._hour]).digest()
            self._hour += 1
            self._keys[self._hour] = following
            self._keys.pop(self._hour - self._keep - 1, None)


def _decode(number: int, text: str) -> bytes:
    try:
        key = base64.b64decode(text, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError(f"key {number} must be {KEY_BYTES} bytes written in URL-safe base64")
    return key


def _name(key: bytes) -> int:
    return hashlib.sha256(b"samvern key name" + key).digest()[0]
