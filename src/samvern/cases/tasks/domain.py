# SPDX-License-Identifier: EUPL-1.2
"""Tasks: what somebody is to do in a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.optimistic_locking import update_versioned
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import get_assignee, get_working_case
from samvern.cases.notices.domain import notify
from samvern.cases.tasks.models import Task
from samvern.identity.sealing import load_keys, open_field, seal_fields, set_sealed

MOST = 200
"""Tasks shown at once; somebody with more needs her leader rather than a longer list."""


@dataclass(frozen=True)
class TaskEntry:
    """A task with its words opened."""

    row: Task
    text: str
    reference: str
    owner: str
    late: bool


def list_tasks(case: Case) -> list[TaskEntry]:
    """The tasks of a case: those left to do, then those done."""
    return _opened(Task.objects.filter(case=case))


def list_own_tasks(actor: Actor) -> list[TaskEntry]:
    """What the actor has left to do, in all cases she still sees, the next due first."""
    mine = Task.objects.filter(
        owner_id=actor.member_id, done_at=None, ended_at=None, case__state=Case.State.OPEN
    )
    return _opened(mine)


def _opened(rows: "QuerySet[Task]") -> list[TaskEntry]:
    ordered = rows.select_related("case", "owner").order_by(
        F("done_at").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "created_at"
    )[:MOST]
    tasks = list(ordered)
    load_keys(list({task.case_id for task in tasks}))
    today = timezone.localdate()
    return [
        TaskEntry(
            task,
            task_text(task),
            task.case.reference,
            task.owner.name,
            task.done_at is None
            and task.ended_at is None
            and task.due_on is not None
            and task.due_on < today,
        )
        for task in tasks
    ]


def add_task(
    *,
    actor: Actor,
    case: Case,
    text: str,
    owner_id: UUID | str | None = None,
    due_on: date | None = None,
) -> Task:
    """Give somebody on the case something to do; without a name it is the actor's own.

    Raises:
        Rejected: the case is closed, or the owner is not on it.
    """
    get_working_case(actor, case.pk)
    task = Task(
        case=case,
        created_by_id=actor.member_id,
        owner_id=get_assignee(actor, case, owner_id),
        due_on=due_on,
    )
    set_sealed(task, text=text)
    task.save(force_insert=True)
    log_act("task.add", case=case.pk, object=task.pk)
    _tell(actor, task)
    return task


def change_task(
    *,
    actor: Actor,
    task: Task,
    version: int,
    text: str,
    owner_id: UUID | str | None = None,
    due_on: date | None = None,
) -> Task:
    """Put other words, another owner or another day.

    Raises:
        Conflict: somebody changed it in the meantime.
        Rejected: the case is closed, or the new owner is not on it.
    """
    case = get_working_case(actor, task.case_id)
    kept = task.owner_id if str(owner_id) == str(task.owner_id) else None
    owner = kept or get_assignee(actor, case, owner_id)
    sealed = seal_fields(task, text=text)
    changed = update_versioned(task, expected=version, **sealed, owner_id=owner, due_on=due_on)
    log_act("task.change" if kept else "task.reassign", case=case.pk, object=task.pk)
    if not kept:
        _tell(actor, changed)
    return changed


def finish_task(*, actor: Actor, task: Task, done: bool = True) -> None:
    """Say that a task is done, or that it is not after all."""
    get_working_case(actor, task.case_id)
    now = timezone.now()
    Task.objects.filter(pk=task.pk).update(
        done_at=now if done else None, ended_at=None, changed_at=now, version=F("version") + 1
    )
    log_act("task.finish" if done else "task.reopen", case=task.case_id, object=task.pk)


def _tell(actor: Actor, task: Task) -> None:
    if task.owner_id != actor.member_id:
        key = f"task-given:{task.pk}:{task.version}"
        notify(task.owner_id, "task-given", key, case_id=task.case_id)


def task_text(task: Task) -> str:
    """What is to be done."""
    return open_field(task, "text")
