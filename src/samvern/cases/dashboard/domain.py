# SPDX-License-Identifier: EUPL-1.2
"""The desk: my deadlines, my tasks, what is new, and what waits for whom. One query each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.unit_of_work import log_read
from samvern.cases.assistance.domain import read_provider
from samvern.cases.assistance.models import Assistance
from samvern.cases.core.models import Case
from samvern.cases.core.pack import rule_name
from samvern.cases.deadlines.models import Deadline, deadline_name
from samvern.cases.handover.models import Handover
from samvern.cases.notices.labels import notice_text
from samvern.cases.notices.models import Notice
from samvern.cases.plan.domain import action_text
from samvern.cases.plan.models import Action
from samvern.cases.tasks.domain import task_text
from samvern.cases.tasks.models import Task
from samvern.identity.sealing import load_keys

SHOWN, READ_AT_MOST = 6, 60
DashboardSource = Callable[[Actor], "list[DashboardEntry]"]
FOR_ME: list[DashboardSource] = []
"""What else waits for the actor: each room above adds a function when it starts."""
FOR_OTHERS: list[DashboardSource] = []
"""What else the actor waits for."""


@dataclass(frozen=True)
class DashboardEntry:
    """Something on the desk; ``page`` is the part of the case where it is done."""

    text: str
    page: str
    case_id: UUID | None
    reference: str = ""
    due: date | datetime | None = None
    since: date | datetime | None = None
    who: str = ""
    thing: tuple[str, UUID] | None = None
    """What ``page`` is of, if it is of no case: the name its id has in the address, and the id."""

    @property
    def overdue(self) -> bool:
        """Whether its day or hour has passed."""
        if isinstance(self.due, datetime):
            return self.due < timezone.now()
        return self.due is not None and self.due < timezone.localdate()


@dataclass(frozen=True)
class DashboardSection:
    """The first lines of a list, and how many there are in all."""

    lines: tuple[DashboardEntry, ...]
    total: int
    more: bool = field(default=False)
    """Whether there are more than are counted."""

    @property
    def rest(self) -> int:
        """How many are not shown."""
        return self.total - len(self.lines)

    @property
    def overdue(self) -> int:
        """How many of those shown are overdue."""
        return sum(line.overdue for line in self.lines)


@dataclass(frozen=True)
class Dashboard:
    """Everything on the desk."""

    deadlines: DashboardSection
    tasks: DashboardSection
    news: DashboardSection
    for_me: DashboardSection
    for_others: DashboardSection


def read_dashboard(*, actor: Actor) -> Dashboard:
    """The desk of a case worker; the trail says how many rows of cases were shown."""
    desk = Dashboard(
        deadlines=_pile(list_deadlines_due(actor)),
        tasks=_pile(list_tasks_due(actor)),
        news=_pile(list_unread_notices(actor)),
        for_me=_pile([*list_waiting_for_me(actor), *_added(FOR_ME, actor)]),
        for_others=_pile([*list_waiting_for_others(actor), *_added(FOR_OTHERS, actor)]),
    )
    piles = (desk.deadlines, desk.tasks, desk.news, desk.for_me, desk.for_others)
    log_read("desk.see", rows=sum(len(pile.lines) for pile in piles))
    return desk


def list_deadlines_due(actor: Actor) -> list[DashboardEntry]:
    """Running deadlines the actor answers for, the nearest first."""
    rows = (
        Deadline.objects.filter(owner_id=actor.member_id, state=Deadline.State.RUNNING)
        .filter(due_on__isnull=False)
        .annotate(ends=Coalesce("extended_to", "due_on"))
        .order_by("ends")
        .select_related("case")[:READ_AT_MOST]
    )
    found = list(rows)
    load_keys([row.subject_id for row in found if not row.clock])
    return [
        DashboardEntry(
            deadline_name(row),
            "case_deadlines",
            row.case_id,
            row.case.reference,
            due=row.due_at if row.due_at and not row.extended_to else row.extended_to or row.due_on,
        )
        for row in found
    ]


def list_tasks_due(actor: Actor) -> list[DashboardEntry]:
    """Tasks, and actions of plans, that are the actor's to do; those without a day last."""
    mine: dict[str, Any] = {"owner_id": actor.member_id, "case__state": Case.State.OPEN}
    mine |= {"done_at": None, "ended_at": None}
    tasks = list(_ordered(Task.objects.filter(**mine)))
    actions = list(_ordered(Action.objects.filter(**mine)))
    load_keys([row.case_id for row in (*tasks, *actions)])
    lines = [
        DashboardEntry(task_text(task), "plan", task.case_id, task.case.reference, due=task.due_on)
        for task in tasks
    ] + [
        DashboardEntry(
            action_text(each), "plan", each.case_id, each.case.reference, due=each.due_on
        )
        for each in actions
    ]
    return sorted(lines, key=lambda line: (line.due is None, line.due or date.max))


def list_unread_notices(actor: Actor) -> list[DashboardEntry]:
    """Notices the actor has not opened, the newest first."""
    unread = Notice.objects.filter(member_id=actor.member_id, read_at=None)[:READ_AT_MOST]
    return [
        DashboardEntry(notice_text(notice.kind), "inbox", notice.case_id, since=notice.created_at)
        for notice in unread
    ]


def list_waiting_for_me(actor: Actor) -> list[DashboardEntry]:
    """Cases a colleague wants the actor to take over."""
    offered = Handover.objects.filter(taker_id=actor.member_id, state=Handover.State.OFFERED)
    return [
        DashboardEntry(
            _("Take over the case?"),
            "handover",
            row.case_id,
            row.case.reference,
            since=row.created_at,
            who=row.giver.name,
        )
        for row in offered.select_related("case", "giver")[:READ_AT_MOST]
    ]


def list_waiting_for_others(actor: Actor) -> list[DashboardEntry]:
    """What stands still in the actor's own cases until somebody else has done something."""
    lines = [*_offers(actor), *_asked(actor), *_given_away(actor)]
    return sorted(lines, key=lambda line: line.since.isoformat() if line.since else "")


def _offers(actor: Actor) -> Iterator[DashboardEntry]:
    offered = Handover.objects.filter(giver_id=actor.member_id, state=Handover.State.OFFERED)
    for row in offered.select_related("case", "taker")[:READ_AT_MOST]:
        reference = row.case.reference
        text = _("Answer about taking over the case")
        yield DashboardEntry(
            text, "team", row.case_id, reference, since=row.created_at, who=row.taker.name
        )


def _asked(actor: Actor) -> Iterator[DashboardEntry]:
    asked = Assistance.objects.filter(state=Assistance.State.ASKED, case__owner_id=actor.member_id)
    rows = list(asked.filter(case__state=Case.State.OPEN).select_related("case")[:READ_AT_MOST])
    load_keys([row.person_id for row in rows])
    for row in rows:
        yield DashboardEntry(
            rule_name(row.kind),
            "assistance",
            row.case_id,
            row.case.reference,
            since=row.since or row.created_at,
            who=read_provider(row),
        )


def _given_away(actor: Actor) -> Iterator[DashboardEntry]:
    theirs = Task.objects.filter(
        done_at=None, ended_at=None, case__owner_id=actor.member_id
    ).exclude(owner_id=actor.member_id)
    rows = list(_ordered(theirs.filter(case__state=Case.State.OPEN).select_related("owner")))
    load_keys([row.case_id for row in rows])
    for row in rows:
        text = task_text(row)
        yield DashboardEntry(
            text,
            "plan",
            row.case_id,
            row.case.reference,
            row.due_on,
            row.created_at,
            row.owner.name,
        )


def _ordered(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.select_related("case").order_by("due_on", "created_at")[:READ_AT_MOST]


def _added(sources: Iterable[DashboardSource], actor: Actor) -> list[DashboardEntry]:
    return [line for source in sources for line in source(actor)]


def _pile(lines: list[DashboardEntry]) -> DashboardSection:
    return DashboardSection(tuple(lines[:SHOWN]), len(lines), len(lines) >= READ_AT_MOST)
