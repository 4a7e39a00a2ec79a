# SPDX-License-Identifier: EUPL-1.2
"""A second person says yes to what an administrator opens. The database decides who may.

A membership for casework, a renewed sign-in, another unit, a program that reaches cases: each opens
nothing until a leader has said yes who neither asked for it nor is concerned. Protected addresses
of somebody whose sign-in was renewed are opened one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access.actor import Actor
from samvern.access.api.scopes import SCOPES
from samvern.access.errors import NotFound, ReauthenticationRequired
from samvern.access.gate import fetch_rows, fetch_value
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_read

REASONS: dict[str, Any] = {
    "membership": _("New access to cases"),
    "renewal": _("New way to sign in"),
    "program": _("Program that reaches cases"),
    "secret": _("New secret for a program"),
}


@dataclass(frozen=True)
class WaitingAccess:
    """Somebody, or a program, whose access waits for the leader who reads this."""

    member_id: UUID
    name: str
    role: str
    unit: str
    why: str
    asked_by: str
    since: datetime
    invited: bool
    """The link to sign in has not been used yet: nobody knows who will."""
    scopes: Sequence[str]

    @property
    def reason(self) -> Any:
        """What was asked for, in words."""
        return REASONS[self.why]

    @property
    def role_name(self) -> Any:
        """The role in words; nothing for a program."""
        return "" if self.role == Role.SERVICE else Role(self.role).label

    @property
    def scope_names(self) -> list[Any]:
        """What a program may do."""
        return [SCOPES[each][0] for each in self.scopes if each in SCOPES]


@dataclass(frozen=True)
class HeldAddress:
    """A protected address shut to somebody since her sign-in was renewed; nothing of it."""

    address_id: UUID
    member_id: UUID
    name: str
    case_id: UUID
    reference: str


@dataclass(frozen=True)
class Confirmer:
    """Somebody who can say yes, and where she answers."""

    name: str
    phone: str


def list_waiting_access() -> list[WaitingAccess]:
    """What waits for the leader who asks; nothing for anybody else."""
    found = [WaitingAccess(*row) for row in fetch_rows("waiting_access")]
    log_read("access.see", rows=len(found))
    return found


def get_waiting_access(member_id: UUID) -> WaitingAccess:
    """One of them.

    Raises:
        NotFound: nothing such waits for the one who asks.
    """
    found = next((each for each in list_waiting_access() if each.member_id == member_id), None)
    if found is None:
        raise NotFound("access", member_id)
    return found


def answer_access(*, actor: Actor, member_id: UUID, agrees: bool) -> None:
    """Say yes or no. A no ends the membership.

    Raises:
        ReauthenticationRequired: she has not just shown who she is.
        NotFound: it waits for nobody, or not for her.
    """
    if not actor.is_fresh:
        raise ReauthenticationRequired
    if not fetch_value("answer_access", member_id, agrees):
        raise NotFound("access", member_id)


def list_confirmers() -> list[Confirmer]:
    """Who can say yes to what the one who asks waits for."""
    return [Confirmer(*row) for row in fetch_rows("who_confirms_me")]


def list_held_addresses() -> list[HeldAddress]:
    """Addresses the one who asks may open to a colleague again."""
    return [HeldAddress(*row) for row in fetch_rows("held_addresses")]


def open_held_address(*, actor: Actor, address_id: UUID, member_id: UUID) -> None:
    """Let a colleague whose sign-in was renewed read a protected address again.

    Raises:
        ReauthenticationRequired: she has not just shown who she is.
        NotFound: it is not shut, or another must open it.
    """
    if not actor.is_fresh:
        raise ReauthenticationRequired
    if not fetch_value("open_address", address_id, member_id):
        raise NotFound("address", address_id)
