# SPDX-License-Identifier: EUPL-1.2
"""The plan of a case: safety, goals with their actions, tasks."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.unit_of_work import log_read
from samvern.cases.core.selectors import (
    assignable_members,
    get_case,
    get_case_record,
    get_working_case,
    member_names,
    person_names,
)
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.cases.plan import domain
from samvern.cases.plan.domain import action_text, list_goals
from samvern.cases.plan.forms import GoalChangeForm, GoalForm
from samvern.cases.plan.models import Action, Goal
from samvern.cases.risks.domain import list_risks
from samvern.cases.tasks.domain import list_tasks
from samvern.cases.tasks.forms import TaskChangeForm, TaskForm


@workspace_view()
def plan(request: Request, case_id: UUID) -> HttpResponseBase:
    """Everything planned in a case, on one page."""
    case = get_case(request.actor, case_id, Category.PLAN)
    aims, risks, tasks = list_goals(case), list_risks(case), list_tasks(case)
    steps = sum(len(aim.steps) for aim in aims)
    log_read("plan.see", case=case.pk, rows=len(aims) + steps + len(risks) + len(tasks))
    context = {
        "aims": aims,
        "people": person_names(case),
        "risks": [risk for risk in risks if risk.in_force],
        "former": [risk for risk in risks if not risk.in_force],
        "tasks": tasks,
    }
    return case_page(request, case, "cases/plan.html", context)


@workspace_view(methods=WRITE)
def goal_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Set a goal."""
    case = get_working_case(request.actor, case_id)
    save = partial(domain.add_goal, actor=request.actor, case=case)
    page = FormPage(
        GoalForm, save, "plan", case=case, title=_("New goal"), draft=f"goal:{case.pk}",
        options={"people": person_names(case)}, context={"section": "plan"},
    )  # fmt: skip
    return form_page(request, page)


@workspace_view(methods=WRITE)
def goal(request: Request, case_id: UUID, goal_id: UUID) -> HttpResponseBase:
    """Change a goal, or say how far it has come."""
    case = get_working_case(request.actor, case_id)
    row = get_case_record(Goal, case.pk, goal_id)
    save = partial(domain.change_goal, actor=request.actor, goal=row)
    page = FormPage(
        GoalChangeForm, save, "plan", case=case, title=_("Goal"), draft=f"goal:{case.pk}:{row.pk}",
        initial=_goal, row=row, context={"section": "plan"},
    )  # fmt: skip
    return form_page(request, page)


@workspace_view(methods=WRITE)
def action_new(request: Request, case_id: UUID, goal_id: UUID) -> HttpResponseBase:
    """Plan an action for a goal."""
    actor, case = request.actor, get_working_case(request.actor, case_id)
    aim = get_case_record(Goal, case.pk, goal_id)
    page = FormPage(
        TaskForm,
        partial(domain.add_action, actor=actor, goal=aim),
        "plan",
        case=case,
        title=_("New action"),
        draft=f"action:{case.pk}:{aim.pk}",
        initial={"owner_id": str(actor.member_id)},
        options={"team": assignable_members(actor, case)},
        context={"section": "plan", "about": domain.goal_text(aim)},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def action(request: Request, case_id: UUID, action_id: UUID) -> HttpResponseBase:
    """Change an action."""
    actor, case = request.actor, get_working_case(request.actor, case_id)
    row = get_case_record(Action, case.pk, action_id)
    page = FormPage(
        TaskChangeForm,
        partial(domain.change_action, actor=actor, action=row),
        "plan",
        case=case,
        title=_("Action"),
        draft=f"action_change:{case.pk}:{row.pk}",
        initial=_action,
        row=row,
        options={"team": assignable_members(actor, case) | member_names([row.owner_id])},
        context={"section": "plan"},
    )
    return form_page(request, page)


@workspace_view(methods=("POST",))
def action_done(request: Request, case_id: UUID, action_id: UUID) -> HttpResponseBase:
    """Say that an action is done; with ``undo`` that it is not."""
    case = get_working_case(request.actor, case_id)
    row = get_case_record(Action, case.pk, action_id)
    done = "undo" not in request.POST
    domain.finish_action(actor=request.actor, action=row, done=done)
    return redirect("workspace:plan", case_id=case.pk)


def _goal(row: Goal) -> dict[str, object]:
    return {"text": domain.goal_text(row), "state": row.state, "version": row.version}


def _action(row: Action) -> dict[str, object]:
    return {
        "text": action_text(row),
        "owner_id": str(row.owner_id),
        "due_on": row.due_on,
        "version": row.version,
    }
