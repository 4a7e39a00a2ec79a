# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator asked about a case, and the answer of those who have it."""

from uuid import UUID

from django.db.models import QuerySet

from samvern.access.actor import Actor
from samvern.access.audit import see
from samvern.access.courses import take_step
from samvern.access.errors import Absent
from samvern.coordination.course import NUDGE
from samvern.coordination.models import Nudge, NudgeStep


def asked_of(actor: Actor, case_id: UUID | None = None) -> list[Nudge]:
    """What the actor's organisation is asked: about its case, or as one that is waited for."""
    rows: QuerySet[Nudge] = Nudge.objects.filter(receiver_id=actor.organisation_id)
    rows = rows.filter(case_id=case_id, to_holder=True) if case_id else rows.filter(to_holder=False)
    found = list(rows.select_related("organisation").order_by("-created_at")[:50])
    see("nudge.see", case=case_id, rows=len(found))
    return found


def get_asked(actor: Actor, id: UUID) -> Nudge:
    """One of them.

    Raises:
        Absent: it is none of the actor's.
    """
    found = Nudge.objects.filter(pk=id, receiver_id=actor.organisation_id).first()
    if found is None:
        raise Absent("nudge", id)
    return found


def answer_nudge(*, actor: Actor, nudge: Nudge, answer: str) -> Nudge:
    """Answer with one of the fixed texts; the coordinator sees it on her board.

    Raises:
        Overtaken: somebody has answered. Refused: there is no such answer.
    """
    step = NudgeStep(of=nudge, case_id=nudge.case_id, move="answer", reason=answer)
    return take_step(NUDGE, step, nudge, actor=actor)
