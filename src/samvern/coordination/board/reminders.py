# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator asked about a case, and the answer of those who have it."""

from uuid import UUID

from django.db.models import QuerySet

from samvern.access.actor import Actor
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read
from samvern.access.workflow import apply_transition
from samvern.coordination.board.models import Reminder, ReminderStep
from samvern.coordination.workflow import REMINDER


def reminders_for(actor: Actor, case_id: UUID | None = None) -> list[Reminder]:
    """What the actor's organisation is asked: about its case, or as one that is waited for."""
    rows: QuerySet[Reminder] = Reminder.objects.filter(receiver_id=actor.organisation_id)
    rows = rows.filter(case_id=case_id, to_holder=True) if case_id else rows.filter(to_holder=False)
    found = list(rows.select_related("organisation").order_by("-created_at")[:50])
    log_read("nudge.see", case=case_id, rows=len(found))
    return found


def get_reminder(actor: Actor, id: UUID) -> Reminder:
    """One of them.

    Raises:
        NotFound: it is none of the actor's.
    """
    found = Reminder.objects.filter(pk=id, receiver_id=actor.organisation_id).first()
    if found is None:
        raise NotFound("nudge", id)
    return found


def answer_reminder(*, actor: Actor, reminder: Reminder, answer: str) -> Reminder:
    """Answer with one of the fixed texts; the coordinator sees it on her board.

    Raises:
        StaleState: somebody has answered. Rejected: there is no such answer.
    """
    step = ReminderStep(of=reminder, case_id=reminder.case_id, move="answer", reason=answer)
    return apply_transition(REMINDER, step, reminder, actor=actor)
