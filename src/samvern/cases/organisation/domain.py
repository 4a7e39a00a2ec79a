# SPDX-License-Identifier: EUPL-1.2
"""Keeping an organisation: its units and its members. Nothing here touches a case.

A membership has one role for its whole life, as the trail is read by it: another role is another
membership, and the former ends. Nobody changes her own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, ReauthenticationRequired, Rejected
from samvern.access.login.sessions.active import (
    ActiveSession,
    end_member_sessions,
    list_member_sessions,
)
from samvern.access.models import Member, Organisation, Unit
from samvern.access.roles import CASEWORK, PEOPLE, Role
from samvern.access.unit_of_work import log_act, log_read


@dataclass(frozen=True)
class OrganisationEntry:
    """An organisation as its administrator sees it."""

    organisation: Organisation
    units: Sequence[Unit]
    members: Sequence[Member]


@dataclass(frozen=True)
class MemberEntry:
    """A member, where she is signed in, and whether the administrator may change her."""

    member: Member
    visits: Sequence[ActiveSession]
    is_self: bool

    @property
    def ended(self) -> bool:
        """Whether the membership is over."""
        return has_ended(self.member)

    @property
    def waits(self) -> bool:
        """Whether her access to cases waits for a leader."""
        return not self.ended and waits_for_leader(self.member)


def has_ended(member: Member) -> bool:
    """Whether a membership has ended."""
    return member.until is not None and member.until <= timezone.now()


def waits_for_leader(member: Member) -> bool:
    """Whether a leader must say yes before her work with cases opens anything."""
    return member.role in CASEWORK and member.confirmed_at is None


def read_organisation(*, actor: Actor) -> OrganisationEntry:
    """The administrator's organisation; those at work first."""
    _administers(actor)
    over = Case(When(_ended(), then=Value(1)), default=Value(0))
    members = (
        Member.objects.filter(organisation_id=actor.organisation_id, role__in=PEOPLE)
        .select_related("unit")
        .order_by(over, "name")
    )
    organisation = Organisation.objects.get(pk=actor.organisation_id)
    units = Unit.objects.filter(organisation_id=actor.organisation_id)
    found = OrganisationEntry(organisation, list(units), list(members))
    log_read("house.see", members=len(found.members))
    return found


def read_member(*, actor: Actor, id: UUID) -> MemberEntry:
    """A member of the organisation.

    Raises:
        NotFound: there is none.
    """
    member = _member(actor, id)
    log_read("member.see", object=id)
    return MemberEntry(member, list_member_sessions(id), member.user_id == actor.user_id)


def add_unit(*, actor: Actor, name: str, phone: str = "") -> Unit:
    """A new unit.

    Raises:
        Rejected: there is one of that name.
    """
    _administers(actor)
    _is_free(actor, name)
    unit = Unit(organisation_id=actor.organisation_id, name=name, phone=phone)
    unit.save(force_insert=True)
    log_act("unit.add", object=unit.pk)
    return unit


def rename_unit(*, actor: Actor, id: UUID, name: str, phone: str = "") -> None:
    """Another name, or another number, for a unit.

    Raises:
        NotFound: the organisation has no such unit.
        Rejected: another unit has that name.
    """
    _administers(actor)
    _is_free(actor, name, but=id)
    mine = Unit.objects.filter(pk=id, organisation_id=actor.organisation_id)
    if not mine.update(name=name, phone=phone):
        raise NotFound("unit", id)
    log_act("unit.rename", object=id)


def change_member(
    *, actor: Actor, id: UUID, name: str, email: str, unit_id: UUID | str | None
) -> None:
    """Another name, address or unit. With the unit changes which cases she sees, at once.

    Raises:
        NotFound: there is no such member.
        Rejected: it is the administrator herself, the membership is over, or the unit is another's.
    """
    member = _changeable(actor, id)
    unit = _unit(actor, unit_id)
    Member.objects.filter(pk=id).update(name=name, email=email, unit_id=unit)
    log_act("member.change", object=id, moved=unit != member.unit_id)


def change_role(*, actor: Actor, id: UUID, role: str) -> Member:
    """Give a person another role: the present membership ends, and a new one begins.

    Raises:
        NotFound: there is no such member.
        ReauthenticationRequired: the administrator has not just shown who she is.
        Rejected: it is herself, the membership is over, or there is no such role.
    """
    member = _changeable(actor, id)
    if role not in PEOPLE:
        raise Rejected(_("There is no such role."))
    if role == member.role:
        return member
    now = _end(actor, member)
    made = Member(
        user_id=member.user_id,
        organisation_id=member.organisation_id,
        unit_id=member.unit_id,
        role=role,
        name=member.name,
        email=member.email,
        since=now,
    )
    made.save(force_insert=True)
    log_act("member.role", object=made.pk, role=role)
    return made


def end_member(*, actor: Actor, id: UUID) -> None:
    """End a membership: from the next statement on she sees nothing, wherever she is signed in.

    Raises:
        NotFound: there is no such member.
        ReauthenticationRequired: the administrator has not just shown who she is.
        Rejected: it is herself, or over already.
    """
    member = _changeable(actor, id)
    _end(actor, member)
    log_act("member.end", object=id)


def end_sessions(*, actor: Actor, id: UUID) -> int:
    """Sign a member out everywhere; how many sessions that were."""
    _member(actor, id)
    return end_member_sessions(member_id=id)


def _end(actor: Actor, member: Member) -> datetime:
    if not actor.is_fresh:
        raise ReauthenticationRequired
    end_member_sessions(member_id=member.pk)
    now = timezone.now()
    Member.objects.filter(pk=member.pk).update(until=now)
    return now


def _administers(actor: Actor) -> None:
    if actor.role != Role.ADMINISTRATOR:
        raise NotFound("page")


def _member(actor: Actor, id: UUID) -> Member:
    _administers(actor)
    mine = Member.objects.filter(organisation_id=actor.organisation_id, role__in=PEOPLE)
    member = mine.filter(pk=id).select_related("unit").first()
    if member is None:
        raise NotFound("member", id)
    return member


def _changeable(actor: Actor, id: UUID) -> Member:
    member = _member(actor, id)
    if member.user_id == actor.user_id:
        raise Rejected(_("You cannot change your own membership. Ask another administrator."))
    if has_ended(member):
        raise Rejected(_("The membership is over."))
    return member


def _unit(actor: Actor, id: UUID | str | None) -> UUID | None:
    if not id:
        return None
    unit = Unit.objects.filter(pk=id, organisation_id=actor.organisation_id).first()
    if unit is None:
        raise Rejected(_("There is no such unit."))
    return unit.pk


def _is_free(actor: Actor, name: str, but: UUID | None = None) -> None:
    same = Unit.objects.filter(organisation_id=actor.organisation_id, name__iexact=name)
    if (same.exclude(pk=but) if but else same).exists():
        raise Rejected({"name": _("There is a unit of that name already.")})


def _ended() -> Q:
    return Q(until__lte=timezone.now())
