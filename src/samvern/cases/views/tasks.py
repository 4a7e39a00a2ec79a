# SPDX-License-Identifier: EUPL-1.2
"""Tasks: one's own in all cases, and those of a case."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.views import WRITE, page
from samvern.cases.domain import tasks as work
from samvern.cases.domain.naming import members_named, team_of
from samvern.cases.domain.reaching import get_part, get_working_case
from samvern.cases.domain.titles import task_text
from samvern.cases.forms.plan import DutyChangeForm, DutyForm
from samvern.cases.models import Task
from samvern.cases.views.saving import Asked, ask


@page()
def tasks(request: Request) -> HttpResponseBase:
    """What the actor has left to do, in all her cases."""
    mine = work.own_tasks(request.actor)
    see("tasks.see", rows=len(mine))
    return render(request, "cases/tasks.html", {"tasks": mine, "most": work.MOST})


@page(methods=WRITE)
def task_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Give somebody something to do."""
    actor, case = request.actor, get_working_case(request.actor, case_id)
    save = partial(work.add_task, actor=actor, case=case)
    asked = Asked(_("New task"), f"task:{case.pk}", "plan")
    first = {"owner_id": str(actor.member_id)}
    team = team_of(actor, case)
    return ask(request, case, asked, DutyForm, save, initial=first, team=team)


@page(methods=WRITE)
def task(request: Request, case_id: UUID, task_id: UUID) -> HttpResponseBase:
    """Change a task, or give it to somebody else."""
    actor, case = request.actor, get_working_case(request.actor, case_id)
    row = get_part(Task, case.pk, task_id)
    save = partial(work.change_task, actor=actor, task=row)
    asked = Asked(_("Task"), f"task:{case.pk}:{row.pk}", "plan", source="cases_task")
    team = team_of(actor, case) | members_named([row.owner_id])
    return ask(request, case, asked, DutyChangeForm, save, initial=_task, row=row, team=team)


@page(methods=("POST",))
def task_done(request: Request, case_id: UUID, task_id: UUID) -> HttpResponseBase:
    """Say that a task is done; with ``undo`` that it is not. Back to the list it was said in."""
    case = get_working_case(request.actor, case_id)
    row = get_part(Task, case.pk, task_id)
    work.finish_task(actor=request.actor, task=row, done="undo" not in request.POST)
    if request.POST.get("from") == "tasks":
        return redirect("workspace:tasks")
    return redirect("workspace:plan", case_id=case.pk)


def _task(row: Task) -> dict[str, object]:
    return {
        "text": task_text(row),
        "owner_id": str(row.owner_id),
        "due_on": row.due_on,
        "version": row.version,
    }


urlpatterns = [
    path("tasks/", tasks, name="tasks"),
    path("cases/<uuid:case_id>/plan/tasks/new", task_new, name="task_new"),
    path("cases/<uuid:case_id>/plan/tasks/<uuid:task_id>", task, name="task"),
    path("cases/<uuid:case_id>/plan/tasks/<uuid:task_id>/done", task_done, name="task_done"),
]
