# SPDX-License-Identifier: EUPL-1.2
"""What a stranger may use of the machine: processor time by address, and a share of the threads.

What is charged is what was used, measured afterwards, so that no request is cheaper than it costs.
Pages and programs have purses of their own: a program that asks too much takes no page from the
people behind the same address. Each process keeps its own purses, in memory, under keyed hashes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import BoundedSemaphore
from time import thread_time
from typing import Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

from samvern.access.client_ip import client_network
from samvern.access.login.sessions.browser_session import in_workspace
from samvern.common.addresses import addresses_by_language
from samvern.guide.rate_limit import TokenBuckets
from samvern.web.error_pages import overloaded, too_often
from samvern.web.middleware import Middleware, path_language

Kind = Literal["page", "program", "stranger"]
"""A page of the guide; its interface for programs; what is asked of the workspace by nobody."""
RATES: dict[Kind, tuple[float, float]] = {
    "page": (10_000, 150),
    "program": (2_000, 50),
    "stranger": (10_000, 150),
}
"""Milliseconds of processor time at first, and for each second after."""
PROGRAMS_AT_ONCE = 3
"""Fewer than the threads of a process: however many programs ask, pages are answered."""
WAIT_FOR_ROOM = 1
"""Seconds a program is asked to wait when all its room is taken."""
NEVER_REFUSED = ("guide:leave", "guide:end", "guide:ended")
"""What must work whoever else asks: to leave, and to delete the answers. It costs next to nothing.
"""


@cache
def purses(kind: Kind) -> TokenBuckets:
    """The purses of this process."""
    return TokenBuckets(*getattr(settings, "PUBLIC_RATES", RATES)[kind])


@cache
def room_for_programs() -> BoundedSemaphore:
    """One place for each question of a program that is being answered."""
    return BoundedSemaphore(PROGRAMS_AT_ONCE)


class PublicAllowance(Middleware):
    """Answers 429 to an address that has used up its time, 503 to a program there is no room for.

    Members, and programs of organisations, have limits of their own and are not charged.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and charge what it took."""
        if request.path_info in _never_refused():
            return self.get_response(request)
        kind = _kind(request.path_info)
        may_be_known = kind == "stranger" and settings.SESSION_COOKIE_NAME in request.COOKIES
        if not may_be_known and (wait := purses(kind).take(client_network(request), 0)):
            return _said(request, wait, too_often)
        if kind != "program":
            return self._charged(request, kind)
        if not room_for_programs().acquire(blocking=False):
            return _said(request, WAIT_FOR_ROOM, overloaded)
        try:
            return self._charged(request, kind)
        finally:
            room_for_programs().release()

    def _charged(self, request: HttpRequest, kind: Kind) -> HttpResponseBase:
        before = thread_time()
        try:
            return self.get_response(request)
        finally:
            if kind != "stranger" or getattr(request, "actor", None) is None:
                took = thread_time() - before + getattr(request, "waited", 0.0)
                purses(kind).spend(client_network(request), took * 1000)


class UnknownVisitors(Middleware):
    """The same refusal for a cookie that stands for nobody; comes after it is known who asks."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 429, or go on."""
        unknown = in_workspace(request.path_info) and not getattr(request, "actor", None)
        if unknown and (wait := purses("stranger").take(client_network(request), 0)):
            return too_often(request, wait)
        return self.get_response(request)


def _kind(path: str) -> Kind:
    if in_workspace(path) or path.startswith("/api/v1/"):
        return "stranger"
    return "program" if path.startswith("/api/") else "page"


@cache
def _never_refused() -> frozenset[str]:
    return frozenset(
        path for name in NEVER_REFUSED for path in addresses_by_language(name).values()
    )


def _said(
    request: HttpRequest, seconds: int, say: Callable[[HttpRequest, int], HttpResponse]
) -> HttpResponse:
    with translation.override(path_language(request.path_info)):
        return say(request, seconds)
