# SPDX-License-Identifier: EUPL-1.2
"""The plan of a case: safety, goals with their actions, tasks."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.audit import log_read
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.cases.case_header.rendering import FormPage, case_page, handle_form_page
from samvern.cases.core.people import assignable_members, member_names, person_names
from samvern.cases.core.selectors import get_case, get_case_record, get_working_case
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
    asked = FormPage(_("New goal"), f"goal:{case.pk}", "plan")
    return handle_form_page(request, case, asked, GoalForm, save, people=person_names(case))


@workspace_view(methods=WRITE)
def goal(request: Request, case_id: UUID, goal_id: UUID) -> HttpResponseBase:
    """Change a goal, or say how far it has come."""
    case = get_working_case(request.actor, case_id)
    row = get_case_record(Goal, case.pk, goal_id)
    save = partial(domain.change_goal, actor=request.actor, goal=row)
    asked = FormPage(_("Goal"), f"goal:{case.pk}:{row.pk}", "plan", source="cases_goal")
    return handle_form_page(request, case, asked, GoalChangeForm, save, initial=_goal, row=row)


@workspace_view(methods=WRITE)
def action_new(request: Request, case_id: UUID, goal_id: UUID) -> HttpResponseBase:
    """Plan an action for a goal."""
    actor, case = request.actor, get_working_case(request.actor, case_id)
    aim = get_case_record(Goal, case.pk, goal_id)
    save = partial(domain.add_action, actor=actor, goal=aim)
    asked = FormPage(_("New action"), f"action:{case.pk}:{aim.pk}", "plan")
    first = {"owner_id": str(actor.member_id)}
    about = {"about": domain.goal_text(aim)}
    team = assignable_members(actor, case)
    return handle_form_page(
        request, case, asked, TaskForm, save, initial=first, team=team, context=about
    )


@workspace_view(methods=WRITE)
def action(request: Request, case_id: UUID, action_id: UUID) -> HttpResponseBase:
    """Change an action."""
    actor, case = request.actor, get_working_case(request.actor, case_id)
    row = get_case_record(Action, case.pk, action_id)
    save = partial(domain.change_action, actor=actor, action=row)
    key = f"action_change:{case.pk}:{row.pk}"
    asked = FormPage(_("Action"), key, "plan", source="cases_action")
    team = assignable_members(actor, case) | member_names([row.owner_id])
    return handle_form_page(
        request, case, asked, TaskChangeForm, save, initial=_action, row=row, team=team
    )


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
