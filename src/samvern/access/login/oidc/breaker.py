# SPDX-License-Identifier: EUPL-1.2
"""A provider that hangs holds up nobody but a few who wait for it, and those not for long.

At most so many ask it at once, each for a few seconds in all, and after some silences it is left
alone for half a minute. Each process counts by itself.
"""

import time
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Any

from samvern.access.login.oidc.errors import ProviderUnreachable

AT_ONCE = 2
"""Of the threads of a process; the others answer pages."""
SECONDS = 5.0
"""For a whole answer, however slowly its parts arrive."""
SILENCES = 3
REST = 30.0
"""Seconds in which a provider that was silent is not asked."""


class ProviderSilent(ProviderUnreachable):
    """It gave no answer at all: this counts towards leaving it alone. A refusal is an answer."""


class Breaker:
    """Stands between us and one provider."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, Lock()
        self._running = self._silences = 0
        self._rests_until = 0.0

    def ask(self, work: Callable[[], Any]) -> Any:
        """What ``work`` answers.

        Raises:
            ProviderUnreachable: it is left alone, enough others ask, or it did not answer in time.
        """
        self._enter()
        found = _Asked(work, self._leave)
        if not found.done.wait(SECONDS):
            self._count(silent=True)
            raise ProviderSilent("no whole answer in time")
        self._count(silent=isinstance(found.error, ProviderSilent))
        if found.error is not None:
            raise found.error
        return found.answer

    def _enter(self) -> None:
        with self._lock:
            if self._clock() < self._rests_until:
                raise ProviderUnreachable("it was silent; it is left alone for a while")
            tried_again = self._silences >= SILENCES
            if self._running >= (1 if tried_again else AT_ONCE):
                raise ProviderUnreachable("enough others wait for it")
            self._running += 1

    def _leave(self) -> None:
        with self._lock:
            self._running -= 1

    def _count(self, *, silent: bool) -> None:
        with self._lock:
            self._silences = self._silences + 1 if silent else 0
            if self._silences >= SILENCES:
                self._rests_until = self._clock() + REST


class _Asked:
    """Work in a thread of its own, which lives on when nobody waits for it any more."""

    def __init__(self, work: Callable[[], Any], ended: Callable[[], None]) -> None:
        self.done, self.answer = Event(), None
        self.error: Exception | None = None
        self._work, self._ended = work, ended
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self.answer = self._work()
        except Exception as error:
            self.error = error
        finally:
            self._ended()
            self.done.set()
