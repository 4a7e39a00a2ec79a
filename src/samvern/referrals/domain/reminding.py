# SPDX-License-Identifier: EUPL-1.2
"""Reminding of referrals nobody moves, and giving up those whose time is over. Run at any time:
the database judges what is due, and says each thing once."""

from datetime import datetime
from uuid import uuid4

from django.db import connection
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.courses import Overtaken, take_step
from samvern.cases.law import law
from samvern.referrals.course import REFERRAL, TAKEN, WAITING
from samvern.referrals.heartbeat import Beat, due_now, is_over
from samvern.referrals.models import Referral, ReferralStep


def remind_all(*, actor: Actor, now: datetime | None = None) -> int:
    """Say what is due of the referrals the actor's organisation sent or received; how many notices.

    The actor is the organisation's service member; the job of either side says all of it.
    """
    moment = now or timezone.now()
    made = ended = 0
    for row in Referral.objects.filter(
        state__in=[*WAITING, "accepted", "arrived", "never_arrived", "ended"]
    ):
        if move := way_out(beat_of(row), row.share_until, row.due_at, moment):
            ended += _end(actor, row, move)
        else:
            made += _remind(row, moment)
    if made or ended:
        record("referral.remind", notices=made, ended=ended)
    return made


def has_coordinator() -> bool:
    """Whether anybody above the two sides hears of what nobody deals with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.has_coordinator()")
        return bool(cursor.fetchone()[0])


def beat_of(row: Referral) -> Beat:
    """A referral as its clock sees it."""
    return Beat(row.urgency, row.state, row.state_since, row.created_at)


def way_out(beat: Beat, share_until: datetime, due_at: datetime, now: datetime) -> str:
    """The move with which a job ends a referral now; empty while it goes on."""
    if beat.state in TAKEN:
        return "run_out" if share_until <= now else ""
    if beat.state in WAITING and (share_until <= now or is_over(beat, due_at, now)):
        return "expire"
    return ""


def _end(actor: Actor, row: Referral, move: str) -> int:
    step = ReferralStep(id=uuid4(), of=row, case_id=row.case_id, move=move)
    try:
        take_step(REFERRAL, step, row, actor=actor)
    except Overtaken:
        return 0
    return 1


def _remind(row: Referral, now: datetime) -> int:
    made = 0
    with connection.cursor() as cursor:
        for point in due_now(beat_of(row), now, law().book.holidays):
            cursor.execute(
                "SELECT gate.remind_referral(%s, %s, %s)", [row.pk, point.target, point.key]
            )
            made += cursor.fetchone()[0]
    return made
