# SPDX-License-Identifier: EUPL-1.2
"""A visitor's answers, from the cookie she brings to the cookie she takes away, and the cookie that
says for a minute that somebody left. Nothing stays here.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from samvern.guide import sealing
from samvern.guide.loaded_pack import keys, loaded_pack
from samvern.guide.values import Answers, decode, decode_trail, encode, encode_trail

LEFT = "left"
LEFT_SECONDS = 60


@dataclass(slots=True)
class VisitorState:
    """The answers, when they were begun,
    and why they are empty if that is not the visitor's doing.

    ``trail``: the questions asked in full, in their order, and whether each was skipped; none is
    asked again in the same round.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    begun: int = 0
    lost: str = ""
    trail: dict[str, bool] = field(default_factory=dict)

    def pass_by(self, fact: str, *, skipped: bool) -> None:
        """Note that a question has been asked."""
        self.trail.pop(fact, None)
        self.trail[fact] = skipped


def cookie_name() -> str:
    """``__Host-`` binds a cookie to this host alone; browsers want HTTPS for it."""
    return "__Host-samvern" if settings.GUIDE_COOKIE_SECURE else "samvern"


def load(request: HttpRequest) -> VisitorState:
    """The visitor's answers; empty, with the reason, when they are too old or not to be read."""
    text = request.COOKIES.get(cookie_name(), "")
    if not text:
        return VisitorState()
    now = int(time.time())
    try:
        opened = sealing.unseal(text, keys=keys(), about=loaded_pack().about, now=now)
        return _opened(opened)
    except sealing.Expired:
        return VisitorState(lost="expired")
    except (sealing.UnreadableSeal, EOFError, ValueError):
        return VisitorState(lost="unreadable")


def _opened(opened: sealing.Unsealed) -> VisitorState:
    fields = loaded_pack().fields
    room = len(encode({}, fields))
    answers = decode(opened.content[:room], fields)
    return VisitorState(answers, opened.begun, trail=decode_trail(opened.content[room:], fields))


def save(response: HttpResponse, state: VisitorState, answers: Answers) -> None:
    """Seal the answers into the response's cookie, which the browser drops when it closes."""
    now = int(time.time())
    fields = loaded_pack().fields
    content = encode(answers, fields) + encode_trail(state.trail, fields)
    begun = state.begun or now
    text = sealing.seal(content, keys=keys(), about=loaded_pack().about, begun=begun, now=now)
    response.set_cookie(
        cookie_name(),
        text,
        secure=settings.GUIDE_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def renew(response: HttpResponse, state: VisitorState) -> None:
    """Give the visitor her answers again, sealed afresh; nothing to somebody who has none."""
    if state.answers:
        save(response, state, state.answers)


def forget(request: HttpRequest, response: HttpResponse) -> None:
    """Take back the cookies of ours that came along, and no others.

    Not ``Clear-Site-Data``: it signs people out of every site of the domain. The cookie of forms is
    the workspace's too, so it stays with whoever is signed in there.
    """
    ours = [cookie_name()]
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        ours.append(settings.CSRF_COOKIE_NAME)
    for name in ours:
        if name in request.COOKIES:
            response.delete_cookie(name, samesite="Strict")
            response.cookies[name]["secure"] = settings.GUIDE_COOKIE_SECURE
            response.cookies[name]["httponly"] = True


def mark_left(response: HttpResponse) -> None:
    """Remember for a minute, in the browser alone, that somebody left, and nothing else."""
    response.set_cookie(
        LEFT,
        "1",
        max_age=LEFT_SECONDS,
        secure=settings.GUIDE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
