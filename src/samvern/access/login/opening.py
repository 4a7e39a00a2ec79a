# SPDX-License-Identifier: EUPL-1.2
"""From signed in to acting: for which membership, with which token, and until when."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from samvern.access import audit, tokens
from samvern.access.login.device import name_device
from samvern.access.login.gate import rows
from samvern.access.login.levels import suffices
from samvern.access.roles import Role
from samvern.access.sessions import ACTING, DEVICE, TOTAL_SECONDS, UNTIL
from samvern.access.work import current_work

PROVED = "proved_at"
"""In the visit: when a second factor was last shown, in seconds since 1970."""
HOW = "how"
"""In the visit: how she signed in, for the trail and for roles that ask for more."""


class Membership(NamedTuple):
    """What somebody can act as."""

    member: UUID
    name: str
    role: str
    organisation: UUID
    organisation_name: str
    unit: str

    @property
    def role_name(self) -> Any:
        """The role in words."""
        return Role(self.role).label


def begin(request: HttpRequest, user: Any) -> None:
    """A visit is signed in from now, and ends in eight hours whatever happens."""
    request.session[UNTIL] = time.time() + TOTAL_SECONDS
    request.session[DEVICE] = name_device(request.headers.get("User-Agent", ""))
    request.session.setdefault(PROVED, time.time())


def memberships(request: HttpRequest) -> Sequence[Membership]:
    """Those the signed-in person has now, and her way of signing in is good enough for."""
    found = [Membership(*row) for row in rows("memberships")]
    return [each for each in found if suffices(request.session.get(HOW, ""), each.role)]


def open_only(request: HttpRequest) -> None:
    """Let her act, if there is only one thing she can act as."""
    found = memberships(request)
    if len(found) == 1:
        open_for(request, found[0])


def open_for(request: HttpRequest, membership: Membership) -> None:
    """Let her act as a membership: a new cookie, the token that follows from it, a line."""
    visit: Any = request.session
    if visit.get(ACTING):
        tokens.close_session(visit.token)
    visit.cycle_key()
    visit[ACTING] = str(membership.member)
    _open(visit, membership.member)
    audit.record("login", how=visit.get(HOW, ""), device=visit.get(DEVICE, ""))


def note_way(request: HttpRequest, how: str, at: float | None = None) -> None:
    """A second factor was shown on the way in, or a provider vouched for her."""
    request.session[HOW] = how
    request.session[PROVED] = at or time.time()


def prove(request: HttpRequest, at: float | None = None) -> None:
    """She has shown a second factor again: the same token, fresh."""
    visit: Any = request.session
    visit[PROVED] = at or time.time()
    if visit.get(ACTING):
        tokens.close_session(visit.token)
        _open(visit, UUID(visit[ACTING]))
        audit.record("login.prove")


def go_on(request: HttpRequest) -> None:
    """The cookie has been changed: she goes on acting under the token that follows from the new."""
    visit: Any = request.session
    _open(visit, UUID(visit[ACTING]))


def _open(visit: Any, member: UUID) -> None:
    tokens.open_session(
        member_id=member,
        token=visit.token,
        authenticated_at=datetime.fromtimestamp(visit[PROVED], UTC),
        until=datetime.fromtimestamp(visit[UNTIL], UTC) - timedelta(seconds=1),
    )
    tokens.present_token(visit.token)
    current_work().actor = tokens.read_actor(visit.token)


def close(request: HttpRequest) -> None:
    """Write that she leaves, while the database still knows who."""
    if getattr(request, "actor", None) is not None:
        audit.record("logout")
        audit.write_lines(current_work().lines)


def next_address(request: HttpRequest, *, choose: bool = False) -> str:
    """Where somebody signed in goes: the workbench, or the choice of whom to act for."""
    if choose or not request.session.get(ACTING):
        return reverse("login_choose")
    try:
        return reverse("workspace:home")
    except NoReverseMatch:
        return reverse("mfa_index")
