# SPDX-License-Identifier: EUPL-1.2
"""How often one caller may ask: a token bucket each, in memory, without knowing who anyone is.

Callers are told apart by a hash keyed with random bytes of this process; the address itself is not
kept, and a bucket that is full again is forgotten.
"""

from __future__ import annotations

import hashlib
import math
import secrets
from collections.abc import Callable
from threading import Lock
from time import monotonic

MOST_CALLERS = 10_000


class TokenBuckets:
    """Buckets of ``burst`` tokens that fill by ``each_second``; each process has its own."""

    def __init__(
        self, burst: float, each_second: float, clock: Callable[[], float] = monotonic
    ) -> None:
        self.burst, self.each_second, self._clock = burst, each_second, clock
        self._key, self._lock = secrets.token_bytes(32), Lock()
        self._left: dict[bytes, tuple[float, float]] = {}

    def take(self, caller: str, tokens: float = 1) -> int:
        """Take tokens; zero when they were there, else whole seconds until they will be.

        What costs more than a full bucket is let through once the bucket is full, and leaves a
        debt.
        """
        name = self._name(caller)
        needed = min(tokens, self.burst)
        with self._lock:
            now = self._clock()
            left = self._now_left(name, now)
            if left < needed:
                return math.ceil((needed - left) / self.each_second)
            self._left[name] = (left - tokens, now)
            return 0

    def spend(self, caller: str, tokens: float) -> None:
        """Take tokens that are already used, whether they are there or not; may leave a debt.

        ``take(caller, 0)`` then tells how long the debt lasts.
        """
        name = self._name(caller)
        with self._lock:
            now = self._clock()
            self._left[name] = (self._now_left(name, now) - tokens, now)

    def _name(self, caller: str) -> bytes:
        return hashlib.blake2b(caller.encode(), key=self._key, digest_size=16).digest()

    def _now_left(self, name: bytes, now: float) -> float:
        if name not in self._left and len(self._left) >= MOST_CALLERS:
            self._forget_full(now)
        left, since = self._left.get(name, (self.burst, now))
        return min(self.burst, left + (now - since) * self.each_second)

    def _forget_full(self, now: float) -> None:
        full = [
            name
            for name, (left, since) in self._left.items()
            if left + (now - since) * self.each_second >= self.burst
        ]
        for name in full or list(self._left)[: MOST_CALLERS // 2]:
            del self._left[name]
