# SPDX-License-Identifier: EUPL-1.2
"""What whoever got a link can do: open it with the code, and answer. Nobody is signed in.

A link nobody knows costs the same time as a wrong code, so the time tells nothing; above so many in
a minute it costs none, so that it cannot be used to keep the machine busy. No address is kept.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.cache import cache
from django.utils import timezone

from samvern.access.committed import fetch_committed
from samvern.access.gate import fetch_rows, fetch_value
from samvern.identity.secret_links import Opener, UnsealError, find_opener, link_hash, seal_answer

UNKNOWN_A_MINUTE = 60


@dataclass(frozen=True)
class OpenedLink:
    """What a link and its code show; ``content`` only while it has openings left."""

    content: dict[str, Any] | None
    sender: str
    opened_at: datetime
    expires_at: datetime
    state: str


def open_link(secret: str, code: str) -> OpenedLink | None:
    """Open a link; None for a wrong code, and for a link that is unknown, over or called back."""
    opener = _opener(secret, code)
    found = fetch_rows("opened_link", _knock(opener, opening=True)) if opener else []
    if not found or opener is None:
        return None
    sealed, sender, opened_at, expires_at, state = found[0]
    content = json.loads(opener.unseal(bytes(sealed))) if sealed else None
    return OpenedLink(content, sender, opened_at, expires_at, state)


def answer_link(secret: str, code: str, *, move: str, reason: str = "", words: str = "") -> bool:
    """Answer what was opened; whether the answer was taken. Only the sender can read the words."""
    opener = _opener(secret, code)
    if opener is None:
        return False
    knock = _knock(opener, opening=False)
    public = fetch_value("link_answers_to", knock)
    sealed = seal_answer(bytes(public), words) if public and words else None
    return bool(fetch_value("answer_link", knock, move, reason, sealed))


def _knock(opener: Opener, *, opening: bool) -> UUID:
    """Try a code; whether it was right shows only once the try is counted and committed."""
    knock = uuid4()
    fetch_committed("knock_link", *opener.locked, knock, opening)
    return knock


def _opener(secret: str, code: str) -> Opener | None:
    if fetch_value("knows_link", link_hash(secret)):
        return find_opener(secret, code)
    key = f"link-unknown:{timezone.now():%Y%m%d%H%M}"
    tried = int(cache.get(key, 0))
    if tried < UNKNOWN_A_MINUTE:
        cache.set(key, tried + 1, 120)
        find_opener(secret, code)
    return None


__all__ = ["OpenedLink", "UnsealError", "answer_link", "open_link"]
