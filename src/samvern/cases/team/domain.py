# SPDX-License-Identifier: EUPL-1.2
"""Who works on a case, who in the house sees it, and who never may."""

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.models import AccessBlock, TeamMember
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Aftercare, Case
from samvern.cases.core.permissions import is_blocked, leads_case_unit
from samvern.cases.core.selectors import get_colleague
from samvern.cases.notices.domain import notify


def list_team(case: Case) -> list[TeamMember]:
    """Those on the case now, the owner first."""
    rows = TeamMember.objects.filter(case_id=case.pk, ended_at=None).select_related("member__unit")
    return list(rows.order_by("-is_owner", "member__name"))


def list_access_blocks(case: Case) -> list[AccessBlock]:
    """Those who never may see the case."""
    return list(AccessBlock.objects.filter(case_id=case.pk).select_related("member"))


def add_team_member(*, actor: Actor, case: Case, member_id: UUID) -> TeamMember:
    """Put a colleague on the case; she is told.

    Raises:
        Rejected: she is no colleague who works with cases, is barred, or is on it already.
    """
    colleague = get_colleague(actor, member_id)
    if is_blocked(case, member_id):
        raise Rejected(_("%(name)s must never see this case.") % {"name": colleague.name})
    if TeamMember.objects.filter(case_id=case.pk, member_id=member_id, ended_at=None).exists():
        raise Rejected(_("%(name)s is on the case already.") % {"name": colleague.name})
    row = TeamMember(case_id=case.pk, member_id=member_id, added_by_id=actor.member_id)
    row.save(force_insert=True)
    notify(member_id, "team-added", f"team-added:{row.pk}", case_id=case.pk)
    log_act("team.add", case=case.pk, object=member_id)
    return row


def end_team_member(*, actor: Actor, case: Case, row_id: UUID) -> None:
    """Take somebody off the case; it is closed to her from the next statement.

    Raises:
        NotFound: nobody such is on it.
        Rejected: she owns it; it must be handed over.
    """
    row = TeamMember.objects.filter(pk=row_id, case_id=case.pk, ended_at=None).first()
    if row is None:
        raise NotFound("team member", row_id)
    if row.is_owner:
        raise Rejected(_("The owner cannot leave the case. Hand it over first."))
    if Aftercare.objects.filter(case=case, member_id=row.member_id, ended_at=None).exists():
        raise Rejected(
            _("%(name)s answers for something that goes on. Choose somebody else for it first.")
            % {"name": row.member.name}
        )
    TeamMember.objects.filter(pk=row.pk).update(ended_at=timezone.now())
    log_act("team.end", case=case.pk, object=row.member_id)


def set_visibility(*, actor: Actor, case: Case, circle: str) -> None:
    """Say who in the unit sees the case."""
    if circle != case.circle:
        Case.objects.filter(pk=case.pk).update(circle=circle)
        log_act("case.circle", case=case.pk, circle=circle)


def block_member(*, actor: Actor, case: Case, member_id: UUID) -> None:
    """Never let a colleague see the case, because it is about herself or somebody close to her.

    No role, share or emergency opens it to her. Only an owner or leader bars, never herself and
    never the last leader who can open the case: the database holds both. Leaders are told, and one
    looks at it again within half a year (``bars.py``).

    Raises:
        NotFound: the actor neither owns the case nor leads its unit.
        Rejected: it is the owner, the actor herself, or the last leader who can open the case.
    """
    if case.owner_id != actor.member_id and not leads_case_unit(actor, case):
        raise NotFound("case", case.pk)
    colleague = get_colleague(actor, member_id, any_role=True)
    if member_id == case.owner_id:
        raise Rejected(_("%(name)s owns the case. Hand it over first.") % {"name": colleague.name})
    if member_id == actor.member_id:
        raise Rejected(_("You cannot shut yourself out. Ask your leader."))
    if not is_blocked(case, member_id):
        bar = AccessBlock(case_id=case.pk, member_id=member_id, added_by_id=actor.member_id)
        bar.save(force_insert=True)
        log_act("team.bar", case=case.pk, object=member_id)
    # What she answered for is the owner's then: she is barred whatever goes on.
    Aftercare.objects.filter(case=case, member_id=member_id, ended_at=None).update(
        member_id=case.owner_id
    )
    on_it = TeamMember.objects.filter(case_id=case.pk, member_id=member_id, ended_at=None)
    on_it.update(ended_at=timezone.now())
