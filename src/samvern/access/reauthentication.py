# SPDX-License-Identifier: EUPL-1.2
"""Whether somebody has just shown a second factor, as some acts ask (security level of the act)."""

from typing import Any

from samvern.access.actor import Actor
from samvern.access.errors import ReauthenticationRequired


def is_recently_authenticated(request: Any) -> bool:
    """Whether the actor proved who she is in the last five minutes."""
    actor = getattr(request, "actor", None)
    return bool(actor and actor.is_fresh)


def require_recent_authentication(actor: Actor) -> None:
    """Ask for it.

    Raises:
        ReauthenticationRequired: it is longer ago; ``page`` sends her to prove it and back.
    """
    if not actor.is_fresh:
        raise ReauthenticationRequired
