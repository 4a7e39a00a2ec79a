# SPDX-License-Identifier: EUPL-1.2
"""Letting a colleague in, and in again: a link for one use, from an administrator of her own.

It is the only way to a password, and it always leads through making a second factor.
"""

import hashlib
import re
import secrets
from typing import NamedTuple
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_rows, fetch_value
from samvern.access.login.names import ADDED_DIGITS, new_login
from samvern.access.models import User
from samvern.access.reauthentication import require_recent_authentication
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_act

LINK = re.compile(r"[A-Za-z0-9_-]{43}")


class Invitation(NamedTuple):
    """Whom a link is for."""

    user_id: UUID
    login: str
    name: str
    organisation: str

    @property
    def has_added_digits(self) -> bool:
        """Whether her login name has digits nobody chose; one given at the server has none."""
        return ADDED_DIGITS.search(self.login) is not None


def invite_member(
    *, actor: Actor, login: str, name: str, role: str, email: str = "", unit_id: UUID | None = None
) -> tuple[UUID, str]:
    """A new member of the administrator's organisation, and the link to give her in person.

    Her login name is the one asked for, with digits the database adds: whether a name is taken is
    told to nobody. She reads it when she uses the link.

    Raises:
        NotFound: the actor is no administrator.
        ReauthenticationRequired: she has not just shown her second factor.
        Rejected: the login name may be taken for another, or the role or unit is not one of the
            organisation's.
    """
    _require_administrator(actor)
    link = secrets.token_urlsafe(32)
    name_in = new_login(login)
    made = fetch_value("invite", _hash(link), name_in, name, email, role, unit_id)
    if made is None:
        raise Rejected(_("Choose a role and a unit of your own organisation."))
    log_act("member.invite", object=made, role=role)
    return made, link


def reinvite_member(*, actor: Actor, member_id: UUID) -> str:
    """A link with which a colleague who lost password or phone begins anew.

    Raises:
        NotFound: no such member of the administrator's organisation.
        ReauthenticationRequired: she has not just shown her second factor.
        Rejected: it is herself, or another organisation relies on the same sign-in.
    """
    _require_administrator(actor)
    link = secrets.token_urlsafe(32)
    outcome = fetch_value("renew", _hash(link), member_id)
    if outcome == "absent":
        raise NotFound("member", member_id)
    if outcome == "self":
        raise Rejected(_("Another administrator must do this for you."))
    if outcome == "elsewhere":
        raise Rejected(
            _(
                "Another organisation relies on the same sign-in. "
                "End this membership and invite the person under a new login name."
            )
        )
    log_act("member.renew", object=member_id)
    return link


def read_invitation(link: str) -> Invitation | None:
    """Whom the link is for; None when it is wrong, old or used."""
    if not LINK.fullmatch(link):
        return None
    return next((Invitation(*row) for row in fetch_rows("invited", _hash(link))), None)


def remove_factors_and_sessions(user: User) -> None:
    """End what the person had: her factors, and every session of hers."""
    Authenticator.objects.filter(user=user.pk).delete()
    fetch_value("end_own_visits")


def use_invitation(link: str) -> bool:
    """Use the link up; false when somebody was faster."""
    return bool(fetch_value("use_invitation", _hash(link)))


def _require_administrator(actor: Actor) -> None:
    if actor.role != Role.ADMINISTRATOR:
        raise NotFound("page")
    require_recent_authentication(actor)


def _hash(link: str) -> bytes:
    return hashlib.sha256(link.encode()).digest()
