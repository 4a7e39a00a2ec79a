# SPDX-License-Identifier: EUPL-1.2
"""From signed in to acting: for which membership, with which token, and until when."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from samvern.access import gate
from samvern.access.gate import fetch_rows
from samvern.access.login.assurance_levels import is_sufficient
from samvern.access.login.sessions.browser_session import ACTING, DEVICE, TOTAL_SECONDS, UNTIL
from samvern.access.roles import Role
from samvern.access.unit_of_work import current_unit_of_work, log_act, write_lines

AUTHENTICATED_AT = "proved_at"
"""In the session: when a second factor was last shown, in seconds since 1970."""

SIGN_IN_METHOD = "how"
"""In the session: how she signed in, for the trail and for roles that ask for more."""


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


def begin_session(request: HttpRequest, user: Any) -> None:
    """A session is signed in from now, and ends in eight hours whatever happens."""
    request.session[UNTIL] = time.time() + TOTAL_SECONDS
    request.session[DEVICE] = name_device(request.headers.get("User-Agent", ""))
    request.session.setdefault(AUTHENTICATED_AT, time.time())


def list_memberships(request: HttpRequest) -> Sequence[Membership]:
    """Those the signed-in person has now, and her way of signing in is good enough for."""
    found = [Membership(*row) for row in fetch_rows("memberships")]
    return [
        each for each in found if is_sufficient(request.session.get(SIGN_IN_METHOD, ""), each.role)
    ]


def act_as_only_membership(request: HttpRequest) -> None:
    """Let her act, if there is only one thing she can act as."""
    found = list_memberships(request)
    if len(found) == 1:
        act_as(request, found[0])


def act_as(request: HttpRequest, membership: Membership) -> None:
    """Let her act as a membership: a new cookie, the token that follows from it, a line."""
    visit: Any = request.session
    if visit.get(ACTING):
        gate.close_session(visit.token)
    visit.cycle_key()
    visit[ACTING] = str(membership.member)
    _open_database_session(visit, membership.member)
    log_act("login", how=visit.get(SIGN_IN_METHOD, ""), device=visit.get(DEVICE, ""))


def note_sign_in_method(request: HttpRequest, how: str, at: float | None = None) -> None:
    """A second factor was shown on the way in, or a provider vouched for her."""
    request.session[SIGN_IN_METHOD] = how
    request.session[AUTHENTICATED_AT] = at or time.time()


def renew_authentication(request: HttpRequest, at: float | None = None) -> None:
    """She has shown a second factor again: the same token, fresh."""
    visit: Any = request.session
    visit[AUTHENTICATED_AT] = at or time.time()
    if visit.get(ACTING):
        gate.close_session(visit.token)
        _open_database_session(visit, UUID(visit[ACTING]))
        log_act("login.prove")


def continue_after_new_cookie(request: HttpRequest) -> None:
    """The cookie has been changed: she goes on acting under the token that follows from the new."""
    visit: Any = request.session
    _open_database_session(visit, UUID(visit[ACTING]))


def _open_database_session(visit: Any, member: UUID) -> None:
    gate.open_session(
        member_id=member,
        token=visit.token,
        authenticated_at=datetime.fromtimestamp(visit[AUTHENTICATED_AT], UTC),
        until=datetime.fromtimestamp(visit[UNTIL], UTC) - timedelta(seconds=1),
    )
    gate.present_token(visit.token)
    current_unit_of_work().actor = gate.read_actor(visit.token)


def log_sign_out(request: HttpRequest) -> None:
    """Write that she leaves, while the database still knows who."""
    if getattr(request, "actor", None) is not None:
        log_act("logout")
        write_lines(current_unit_of_work().lines)


def next_address(request: HttpRequest, *, choose: bool = False) -> str:
    """Where somebody signed in goes: the workbench, or the choice of whom to act for."""
    if choose or not request.session.get(ACTING):
        return reverse("login_choose")
    try:
        return reverse("workspace:home")
    except NoReverseMatch:
        return reverse("mfa_index")


BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))

SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def name_device(agent: str) -> str:
    """Browser and system, such as "Firefox, Windows"; empty when neither is known."""
    found = (
        next((name for sign, name in kinds if sign in agent), "") for kinds in (BROWSERS, SYSTEMS)
    )
    return ", ".join(name for name in found if name)
