# SPDX-License-Identifier: EUPL-1.2
"""What child welfare answers to a notification, and the clocks for it."""

from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.workflow import apply_transition
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import get_case
from samvern.cases.deadlines.domain import add_deadline, meet_deadline
from samvern.cases.deadlines.models import Deadline
from samvern.identity.sealing import set_sealed
from samvern.law.dates import Duration, shift
from samvern.referrals.external.child_welfare.duty import confirms_by
from samvern.referrals.external.child_welfare.models import (
    ChildWelfareReport,
    ChildWelfareReportStep,
)
from samvern.referrals.external.workflow import CONCERN

REVIEW, REPLY = timedelta(weeks=1), timedelta(weeks=3)
INVESTIGATES = Duration(3, 0, "")
"""Reviewed in a week, investigated in three months after it, told in three weeks after that
(§§ 2-1, 2-2 and 13-3 second paragraph)."""


def set_clock(actor: Actor, case: Case, title: str, due_on: date) -> UUID | None:
    """A deadline with reminders; none for a confirmation that should have come long ago."""
    if due_on < timezone.localdate():
        return None
    return add_deadline(actor=actor, case=case, title=title, due_on=due_on).pk


def record_reply(
    *, actor: Actor, concern: ChildWelfareReport, move: str, happened_on: date, words: str = ""
) -> ChildWelfareReport:
    """Write down what came back. An investigation sets the clock for the second reply.

    Raises:
        Rejected: it is before the notification, or in the future. StaleState: it is elsewhere.
    """
    made_on = timezone.localdate(concern.made_at)
    if not made_on <= happened_on <= timezone.localdate():
        raise Rejected(_("Choose a day from the notification until today."))
    step = ChildWelfareReportStep(
        of=concern, case_id=concern.case_id, move=move, happened_on=happened_on
    )
    set_sealed(step, words=words)
    moved = apply_transition(CONCERN, step, concern, actor=actor)
    _meet(actor, concern)
    if move == "investigate":
        case = get_case(actor, concern.case_id)
        title = _("Child welfare tells what it does (%(provision)s)")
        set_clock(actor, case, title % {"provision": confirms_by()}, second_reply_on(concern))
    return moved


def second_reply_on(concern: ChildWelfareReport) -> date:
    """The last day for the second reply, when the investigation takes no longer than it may."""
    reviewed = timezone.localdate(concern.made_at) + REVIEW
    return shift(reviewed, INVESTIGATES) + REPLY


def _meet(actor: Actor, concern: ChildWelfareReport) -> None:
    if concern.deadline_id is None:
        return
    running = Deadline.objects.filter(pk=concern.deadline_id, state=Deadline.State.RUNNING).first()
    if running is not None:
        meet_deadline(actor=actor, deadline=running, expected=running.version)
