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

from samvern.access import audit
from samvern.access.actor import Actor
from samvern.access.errors import Absent, Refused
from samvern.access.login.fresh import require_fresh_actor
from samvern.access.login.gate import ask, rows
from samvern.access.models import User
from samvern.access.roles import Role

LINK = re.compile(r"[A-Za-z0-9_-]{43}")


class Invitation(NamedTuple):
    """Whom a link is for."""

    user_id: UUID
    login: str
    name: str
    organisation: str


def invite_member(
    *, actor: Actor, login: str, name: str, role: str, email: str = "", unit_id: UUID | None = None
) -> tuple[UUID, str]:
    """A new member of the administrator's organisation, and the link to give her in person.

    Raises:
        Absent: the actor is no administrator.
        NotFresh: she has not just shown her second factor.
        Refused: the login name is in use, or the unit is another organisation's.
    """
    _is_administrator(actor)
    link = secrets.token_urlsafe(32)
    made = ask("invite", _hash(link), login.strip().lower(), name, email, role, unit_id)
    if made is None:
        raise Refused(_("This login name cannot be used. Choose another."))
    audit.record("member.invite", object=made, role=role)
    return made, link


def renew_sign_in(*, actor: Actor, member_id: UUID) -> str:
    """A link with which a colleague who lost password or phone begins anew.

    Raises:
        Absent: no such member of the administrator's organisation.
        NotFresh: she has not just shown her second factor.
        Refused: it is herself, or another organisation relies on the same sign-in.
    """
    _is_administrator(actor)
    link = secrets.token_urlsafe(32)
    outcome = ask("renew", _hash(link), member_id)
    if outcome == "absent":
        raise Absent("member", member_id)
    if outcome == "self":
        raise Refused(_("Another administrator must do this for you."))
    if outcome == "elsewhere":
        raise Refused(
            _(
                "Another organisation relies on the same sign-in. "
                "End this membership and invite the person under a new login name."
            )
        )
    audit.record("member.renew", object=member_id)
    return link


def read_invitation(link: str) -> Invitation | None:
    """Whom the link is for; None when it is wrong, old or used."""
    if not LINK.fullmatch(link):
        return None
    return next((Invitation(*row) for row in rows("invited", _hash(link))), None)


def start_over(user: User) -> None:
    """End what the person had: her factors, and every visit of hers."""
    Authenticator.objects.filter(user=user.pk).delete()
    ask("end_own_visits")


def use_invitation(link: str) -> bool:
    """Use the link up; false when somebody was faster."""
    return bool(ask("use_invitation", _hash(link)))


def _is_administrator(actor: Actor) -> None:
    if actor.role != Role.ADMINISTRATOR:
        raise Absent("page")
    require_fresh_actor(actor)


def _hash(link: str) -> bytes:
    return hashlib.sha256(link.encode()).digest()
