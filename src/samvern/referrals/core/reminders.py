# SPDX-License-Identifier: EUPL-1.2
"""Reminding of referrals nobody moves, and giving up those whose time is over. Run at any time:
the database judges what is due, and says each thing once."""

from datetime import datetime
from uuid import uuid4

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.gate import fetch_value
from samvern.access.unit_of_work import log_act
from samvern.access.workflow import StaleState, apply_transition
from samvern.cases.core.pack import current_pack
from samvern.referrals.core.models import Referral, ReferralStep
from samvern.referrals.reminder_schedule import ReferralClock, addressee, due_now, is_over
from samvern.referrals.workflow import REFERRAL, TAKEN, WAITING


def remind_all(*, actor: Actor, now: datetime | None = None) -> int:
    """Say what is due of the referrals the actor's organisation sent or received; how many notices.

    The actor is the organisation's service member; the job of either side says all of it.
    """
    moment = now or timezone.now()
    made = ended = 0
    for row in Referral.objects.filter(
        state__in=[*WAITING, "accepted", "arrived", "never_arrived", "ended"]
    ):
        if move := expiry_move(reminder_state(row), row.share_until, row.due_at, moment):
            ended += _end(actor, row, move)
        else:
            made += _remind(row, moment)
    if made or ended:
        log_act("referral.remind", notices=made, ended=ended)
    return made


def has_coordinator() -> bool:
    """Whether anybody above the two sides hears of what nobody deals with."""
    return bool(fetch_value("has_coordinator"))


def reminder_state(row: Referral) -> ReferralClock:
    """A referral as its clock sees it."""
    return ReferralClock(row.urgency, row.state, row.state_since, row.created_at)


def expiry_move(beat: ReferralClock, share_until: datetime, due_at: datetime, now: datetime) -> str:
    """The move with which a job ends a referral now; empty while it goes on."""
    if beat.state in TAKEN:
        return "run_out" if share_until <= now else ""
    if beat.state in WAITING and (share_until <= now or is_over(beat, due_at, now)):
        return "expire"
    return ""


def _end(actor: Actor, row: Referral, move: str) -> int:
    step = ReferralStep(id=uuid4(), of=row, case_id=row.case_id, move=move)
    try:
        apply_transition(REFERRAL, step, row, actor=actor)
    except StaleState:
        return 0
    return 1


def _remind(row: Referral, now: datetime) -> int:
    due = due_now(reminder_state(row), now, current_pack().ruleset.holidays)
    told = (fetch_value("remind_referral", row.pk, addressee(each), each.key) for each in due)
    return sum(told)
