# SPDX-License-Identifier: EUPL-1.2
"""Tasks: one's own in all cases, and those of a case."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.unit_of_work import log_read
from samvern.cases.core.selectors import (
    assignable_members,
    get_case_record,
    get_working_case,
    member_names,
)
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.tasks import domain
from samvern.cases.tasks.domain import task_text
from samvern.cases.tasks.forms import TaskChangeForm, TaskForm
from samvern.cases.tasks.models import Task


@workspace_view()
def tasks(request: Request) -> HttpResponseBase:
    """What the actor has left to do, in all her cases."""
    mine = domain.list_own_tasks(request.actor)
    log_read("tasks.see", rows=len(mine))
    return render(request, "cases/tasks.html", {"tasks": mine, "most": domain.MOST})


@workspace_view(methods=WRITE)
def task_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Give somebody something to do."""
    actor, case = request.actor, get_working_case(request.actor, case_id)
    page = FormPage(
        TaskForm,
        partial(domain.add_task, actor=actor, case=case),
        "plan",
        case=case,
        title=_("New task"),
        draft=f"task:{case.pk}",
        initial={"owner_id": str(actor.member_id)},
        options={"team": assignable_members(actor, case)},
        context={"section": "plan"},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def task(request: Request, case_id: UUID, task_id: UUID) -> HttpResponseBase:
    """Change a task, or give it to somebody else."""
    actor, case = request.actor, get_working_case(request.actor, case_id)
    row = get_case_record(Task, case.pk, task_id)
    page = FormPage(
        TaskChangeForm,
        partial(domain.change_task, actor=actor, task=row),
        "plan",
        case=case,
        title=_("Task"),
        draft=f"task:{case.pk}:{row.pk}",
        initial=_task,
        row=row,
        options={"team": assignable_members(actor, case) | member_names([row.owner_id])},
        context={"section": "plan"},
    )
    return form_page(request, page)


@workspace_view(methods=("POST",))
def task_done(request: Request, case_id: UUID, task_id: UUID) -> HttpResponseBase:
    """Say that a task is done; with ``undo`` that it is not. Back to the list it was said in."""
    case = get_working_case(request.actor, case_id)
    row = get_case_record(Task, case.pk, task_id)
    domain.finish_task(actor=request.actor, task=row, done="undo" not in request.POST)
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
