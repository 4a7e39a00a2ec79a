# SPDX-License-Identifier: EUPL-1.2
"""Who has a say over a case itself: who works on it, who it is shared with, when it is closed."""

from uuid import UUID

from samvern.access.actor import Actor
from samvern.access.errors import Absent, Refused
from samvern.access.models import TeamMember
from samvern.access.roles import Role
from samvern.cases.domain.reaching import get_own_case
from samvern.cases.models import Case


def get_case_in_hand(actor: Actor, id: UUID) -> Case:
    """A case the actor has a say over.

    Raises:
        Absent: there is none.
    """
    case = get_own_case(actor, id)
    if not has_in_hand(actor, case):
        raise Absent("case", id)
    return case


def get_led_case(actor: Actor, id: UUID) -> Case:
    """A case of a unit the actor leads.

    Raises:
        Absent: there is none.
    """
    case = get_own_case(actor, id)
    if not leads(actor, case):
        raise Absent("case", id)
    return case


def has_in_hand(actor: Actor, case: Case) -> bool:
    """Whether the case is the actor's to work with by her own organisation's rules.

    One that is shared with her, or that she opened in an emergency, is not.
    """
    if actor.organisation_id != case.organisation_id:
        return False
    in_unit = case.circle == Case.Circle.UNIT and case.unit_id == actor.unit_id
    if case.owner_id == actor.member_id or in_unit or leads(actor, case):
        return True
    rows = TeamMember.objects.filter(case_id=case.pk, member_id=actor.member_id, ended_at=None)
    return rows.exists()


def leads(actor: Actor, case: Case) -> bool:
    """Whether the actor leads the case's unit; a leader without a unit leads them all."""
    return (
        actor.role == Role.LEADER
        and actor.organisation_id == case.organisation_id
        and actor.unit_id in (None, case.unit_id)
    )


def must_be_open(case: Case, text: str) -> None:
    """Refuse with a text when work on the case has ended.

    Raises:
        Refused: it is closed.
    """
    if case.state == Case.State.CLOSED:
        raise Refused(text)
