# SPDX-License-Identifier: EUPL-1.2
"""Who has a say over a case itself: who works on it, who it is shared with, when it is closed."""

from uuid import UUID

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_value
from samvern.access.models import AccessBlock, TeamMember
from samvern.access.roles import Role
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import get_own_case


def get_managed_case(actor: Actor, id: UUID) -> Case:
    """A case the actor has a say over.

    Raises:
        NotFound: there is none.
    """
    case = get_own_case(actor, id)
    if not can_manage_case(actor, case):
        raise NotFound("case", id)
    return case


def get_led_case(actor: Actor, id: UUID) -> Case:
    """A case of a unit the actor leads.

    Raises:
        NotFound: there is none.
    """
    case = get_own_case(actor, id)
    if not leads_case_unit(actor, case):
        raise NotFound("case", id)
    return case


def can_manage_case(actor: Actor, case: Case) -> bool:
    """Whether the case is the actor's to work with by her own organisation's rules.

    One that is shared with her, or that she opened in an emergency, is not.
    """
    if actor.organisation_id != case.organisation_id:
        return False
    in_unit = case.circle == Case.Visibility.UNIT and case.unit_id == actor.unit_id
    if case.owner_id == actor.member_id or in_unit or leads_case_unit(actor, case):
        return True
    rows = TeamMember.objects.filter(case_id=case.pk, member_id=actor.member_id, ended_at=None)
    return rows.exists()


def leads_case_unit(actor: Actor, case: Case) -> bool:
    """Whether the actor leads the case's unit; a leader without a unit leads them all."""
    return (
        actor.role == Role.LEADER
        and actor.organisation_id == case.organisation_id
        and actor.unit_id in (None, case.unit_id)
    )


def require_open_case(case: Case, text: str) -> None:
    """Refuse with a text when work on the case has ended.

    Raises:
        Rejected: it is closed.
    """
    if case.state == Case.State.CLOSED:
        raise Rejected(text)


def list_led_unit_ids() -> list[UUID]:
    """The units the actor leads."""
    found: list[UUID] = fetch_value("led")
    return found


def is_blocked(case: Case, member_id: UUID) -> bool:
    """Whether somebody never may see the case."""
    return AccessBlock.objects.filter(case_id=case.pk, member_id=member_id).exists()
