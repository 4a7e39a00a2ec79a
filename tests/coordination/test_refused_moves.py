# SPDX-License-Identifier: EUPL-1.2
"""Making a move: what is refused, and in which words."""

from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from samvern.access.errors import NotFound, Rejected
from samvern.access.workflow import StaleState, apply_transition
from samvern.referrals.core.models import Referral, ReferralStep
from samvern.referrals.workflow import REFERRAL
from support.referring import refer, state
from support.workspace import Workspace


def move(
    workspace: Workspace,
    name: str,
    thing: UUID,
    kind: str,
    reason: str = "",
    id: UUID | None = None,
) -> str:
    """Somebody makes a move by the thing's id alone; the state after it."""
    with workspace.acting(name) as actor:
        row = Referral.objects.filter(pk=thing).first() or Referral(pk=thing)
        step = ReferralStep(
            id=id or uuid4(), of_id=thing, case_id=row.case_id, move=kind, reason=reason
        )
        with transaction.atomic():
            return apply_transition(REFERRAL, step, row, actor=actor).state


@pytest.mark.database
@pytest.mark.parametrize("reason", ["", "because"])
def test_a_reason_nobody_knows_is_refused(workspace: Workspace, reason: str) -> None:
    sent = refer(workspace)
    with pytest.raises(Rejected, match="Velg en grunn fra listen"):
        move(workspace, "kari", sent, "withdraw", reason)
    assert state(workspace, sent) == "sent"


@pytest.mark.database
def test_who_comes_second_is_told_the_state(workspace: Workspace) -> None:
    sent = refer(workspace)
    assert move(workspace, "amina", sent, "see") == "seen"
    with pytest.raises(StaleState, match="Sett") as second:
        move(workspace, "kari", sent, "withdraw", "solved")
    assert second.value.state == "seen"


@pytest.mark.database
def test_strangers_meet_what_is_not_there(workspace: Workspace) -> None:
    sent = refer(workspace)
    for thing in (sent, uuid4()):
        with pytest.raises(NotFound):
            move(workspace, "per", thing, "see")
    assert state(workspace, sent) == "sent"


@pytest.mark.database
def test_a_fault_of_ours_keeps_its_cause(workspace: Workspace) -> None:
    """The same step twice is no move of anybody's: it is told as the database told it."""
    sent, twice = refer(workspace), uuid4()
    move(workspace, "amina", sent, "see", id=twice)
    with pytest.raises(IntegrityError) as fault:
        move(workspace, "amina", sent, "accept", id=twice)
    assert getattr(fault.value.__cause__, "sqlstate", "") == "23505"
    assert state(workspace, sent) == "seen"
