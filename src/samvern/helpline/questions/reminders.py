# SPDX-License-Identifier: EUPL-1.2
"""Reminding desks, their leaders and at last the coordinators of questions nobody has answered.

A notice says that there is a question, and nothing of it. Run as often as one likes.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.gate import fetch_value
from samvern.access.models import Member, waits_for_leader
from samvern.access.roles import CASEWORK, Role
from samvern.access.unit_of_work import log_act
from samvern.cases.core.pack import current_pack
from samvern.cases.notices.domain import notify
from samvern.cases.notices.models import Notice
from samvern.cases.notices.reminder_clock import Reminder
from samvern.helpline.questions.models import AdviceQuestion, AdviceQuestionStep
from samvern.helpline.questions.reminder_schedule import (
    ASKER,
    COORDINATOR,
    LEADER,
    QuestionClock,
    due_now,
    moved,
)
from samvern.helpline.workflow import MORE_ASKED, RUNNING

PREFIX = "question"


def remind_all(*, actor: Actor, now: datetime | None = None) -> int:
    """Say what is to be said in the actor's organisation now; how many reminders that made.

    The actor is the organisation's service member; its token opens cases.
    """
    moment = now or timezone.now()
    ours = Q(receiver_id=actor.organisation_id) | Q(organisation_id=actor.organisation_id)
    rows = list(AdviceQuestion.objects.filter(ours, state__in=RUNNING).defer("text_sealed"))
    told = _told(row.pk for row in rows)
    pauses = _pauses([row.pk for row in rows])
    made = 0
    for row in rows:
        watch = _watch(row, pauses.get(row.pk, []))
        for reminder in due_now(
            watch, moment, told.get(row.pk, set()), current_pack().ruleset.holidays
        ):
            made += _say(actor, row, reminder)
    if made:
        log_act("question.remind", notices=made)
    return made


def _watch(row: AdviceQuestion, pauses: list[tuple[datetime, datetime]]) -> QuestionClock:
    due = moved(row.due_on, pauses, current_pack().ruleset.holidays)
    with_asker = row.state == MORE_ASKED
    return QuestionClock(due, row.state_since if with_asker else row.created_at, with_asker)


def _say(actor: Actor, row: AdviceQuestion, reminder: Reminder) -> int:
    """Tell one side, if it is of the actor's organisation: the other has a job of its own."""
    side = row.organisation_id if reminder.to == ASKER else row.receiver_id
    if side != actor.organisation_id:
        return 0
    key = f"{PREFIX}:{row.pk}:{reminder.key}"
    if reminder.to == COORDINATOR:
        told: int = fetch_value("escalate_question", row.pk, key)
        return told
    people = _people(row, reminder.to)
    for member in people:
        notify(member, f"{PREFIX}-{reminder.kind}", key, about_id=row.pk)
    return len(people)


def _people(row: AdviceQuestion, to: str) -> list[UUID]:
    if to == ASKER:
        return [row.created_by_id]
    members = Member.objects.filter(
        ~waits_for_leader(), organisation_id=row.receiver_id, until=None
    )
    unit = row.receiver_unit_id
    if to == LEADER:
        members = members.filter(Q(unit_id=unit) | Q(unit_id=None), role=Role.LEADER)
    else:
        members = members.filter(unit_id=unit, role__in=CASEWORK)
    return list(members.values_list("pk", flat=True))


def _told(questions: Iterable[UUID]) -> dict[UUID, set[str]]:
    """What has been said of each question in this organisation."""
    found: dict[UUID, set[str]] = {}
    rows = Notice.objects.filter(about_id__in=list(questions), key__startswith=f"{PREFIX}:")
    for about, key in rows.values_list("about_id", "key"):
        if about:
            found.setdefault(about, set()).add(key.split(":", 2)[2])
    return found


def _pauses(questions: list[UUID]) -> dict[UUID, list[tuple[datetime, datetime]]]:
    """When the desk waited for the asker, and has been told."""
    found: dict[UUID, list[tuple[datetime, datetime]]] = {}
    started: dict[UUID, datetime] = {}
    steps = AdviceQuestionStep.objects.filter(of_id__in=questions).order_by("created_at")
    for step in steps.defer("words_sealed"):
        if step.finish == MORE_ASKED:
            started[step.of_id] = step.created_at
        elif step.of_id in started:
            found.setdefault(step.of_id, []).append((started.pop(step.of_id), step.created_at))
    return found
