# SPDX-License-Identifier: EUPL-1.2
"""Who works on a case, who in the house sees it, and who never may."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.errors import Absent, Refused
from samvern.access.models import Bar, Member, TeamMember
from samvern.access.roles import CASEWORK
from samvern.cases.domain.in_hand import leads
from samvern.cases.domain.notices import tell
from samvern.cases.models import Aftercare, Case


def team_of(case: Case) -> list[TeamMember]:
    """Those on the case now, the owner first."""
    rows = TeamMember.objects.filter(case_id=case.pk, ended_at=None).select_related("member__unit")
    return list(rows.order_by("-is_owner", "member__name"))


def bars_of(case: Case) -> list[Bar]:
    """Those who never may see the case."""
    return list(Bar.objects.filter(case_id=case.pk).select_related("member"))


def colleagues(actor: Actor, *, but: Sequence[UUID] = ()) -> list[Member]:
    """Those in the actor's organisation who work with cases now, without some of them."""
    now = timezone.now()
    rows = Member.objects.filter(
        Q(until=None) | Q(until__gt=now),
        organisation_id=actor.organisation_id,
        role__in=CASEWORK,
        since__lte=now,
    )
    return list(rows.exclude(pk__in=but).select_related("unit").order_by("name"))


def add_member(*, actor: Actor, case: Case, member_id: UUID) -> TeamMember:
    """Put a colleague on the case; she is told.

    Raises:
        Refused: she is no colleague who works with cases, is barred, or is on it already.
    """
    colleague = get_colleague(actor, member_id)
    if is_barred(case, member_id):
        raise Refused(_("%(name)s must never see this case.") % {"name": colleague.name})
    if TeamMember.objects.filter(case_id=case.pk, member_id=member_id, ended_at=None).exists():
        raise Refused(_("%(name)s is on the case already.") % {"name": colleague.name})
    row = TeamMember(case_id=case.pk, member_id=member_id, added_by_id=actor.member_id)
    row.save(force_insert=True)
    tell(member_id, "team-added", f"team-added:{row.pk}", case_id=case.pk)
    record("team.add", case=case.pk, object=member_id)
    return row


def end_member(*, actor: Actor, case: Case, row_id: UUID) -> None:
    """Take somebody off the case; it is closed to her from the next statement.

    Raises:
        Absent: nobody such is on it.
        Refused: she owns it; it must be handed over.
    """
    row = TeamMember.objects.filter(pk=row_id, case_id=case.pk, ended_at=None).first()
    if row is None:
        raise Absent("team member", row_id)
    if row.is_owner:
        raise Refused(_("The owner cannot leave the case. Hand it over first."))
    if Aftercare.objects.filter(case=case, member_id=row.member_id, ended_at=None).exists():
        raise Refused(
            _("%(name)s answers for something that goes on. Choose somebody else for it first.")
            % {"name": row.member.name}
        )
    TeamMember.objects.filter(pk=row.pk).update(ended_at=timezone.now())
    record("team.end", case=case.pk, object=row.member_id)


def set_circle(*, actor: Actor, case: Case, circle: str) -> None:
    """Say who in the unit sees the case."""
    if circle != case.circle:
        Case.objects.filter(pk=case.pk).update(circle=circle)
        record("case.circle", case=case.pk, circle=circle)


def bar_member(*, actor: Actor, case: Case, member_id: UUID) -> None:
    """Never let a colleague see the case, because it is about herself or somebody close to her.

    Nothing opens it to her again, no emergency either. Only an owner or leader bars, and nobody
    can bar herself: the case would be closed to its last reader.

    Raises:
        Absent: the actor neither owns the case nor leads its unit.
        Refused: it is the owner, or the actor herself.
    """
    if case.owner_id != actor.member_id and not leads(actor, case):
        raise Absent("case", case.pk)
    colleague = get_colleague(actor, member_id, any_role=True)
    if member_id == case.owner_id:
        raise Refused(_("%(name)s owns the case. Hand it over first.") % {"name": colleague.name})
    if member_id == actor.member_id:
        raise Refused(_("You cannot shut yourself out. Ask your leader."))
    if not is_barred(case, member_id):
        bar = Bar(case_id=case.pk, member_id=member_id, added_by_id=actor.member_id)
        bar.save(force_insert=True)
        record("team.bar", case=case.pk, object=member_id)
    # What she answered for is the owner's then: she is barred whatever goes on.
    Aftercare.objects.filter(case=case, member_id=member_id, ended_at=None).update(
        member_id=case.owner_id
    )
    on_it = TeamMember.objects.filter(case_id=case.pk, member_id=member_id, ended_at=None)
    on_it.update(ended_at=timezone.now())


def is_barred(case: Case, member_id: UUID) -> bool:
    """Whether somebody never may see the case."""
    return Bar.objects.filter(case_id=case.pk, member_id=member_id).exists()


def get_colleague(actor: Actor, member_id: UUID, *, any_role: bool = False) -> Member:
    """A member of the actor's organisation who is at work now and works with cases.

    Raises:
        Refused: there is none.
    """
    found = Member.objects.filter(
        Q(until=None) | Q(until__gt=timezone.now()),
        pk=member_id,
        organisation_id=actor.organisation_id,
    ).first()
    if found is None or (found.role not in CASEWORK and not any_role):
        raise Refused(_("There is no such colleague at work. Choose another."))
    return found
