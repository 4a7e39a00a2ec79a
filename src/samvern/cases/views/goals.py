# SPDX-License-Identifier: EUPL-1.2
"""Goals and actions: adding, changing, done."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.views import WRITE, page
from samvern.cases.domain import plans
from samvern.cases.domain.naming import members_named, people_named, team_of
from samvern.cases.domain.reaching import get_part, get_working_case
from samvern.cases.domain.titles import action_text
from samvern.cases.forms.plan import DutyChangeForm, DutyForm, GoalChangeForm, GoalForm
from samvern.cases.models import Action, Goal
from samvern.cases.views.saving import Asked, ask


@page(methods=WRITE)
def goal_new(request: Request, case_id: UUID) -> HttpResponseBase:
    """Set a goal."""
    case = get_working_case(request.actor, case_id)
    save = partial(plans.add_goal, actor=request.actor, case=case)
    asked = Asked(_("New goal"), f"goal:{case.pk}", "plan")
    return ask(request, case, asked, GoalForm, save, people=people_named(case))


@page(methods=WRITE)
def goal(request: Request, case_id: UUID, goal_id: UUID) -> HttpResponseBase:
    """Change a goal, or say how far it has come."""
    case = get_working_case(request.actor, case_id)
    row = get_part(Goal, case.pk, goal_id)
    save = partial(plans.change_goal, actor=request.actor, goal=row)
    asked = Asked(_("Goal"), f"goal:{case.pk}:{row.pk}", "plan", source="cases_goal")
    return ask(request, case, asked, GoalChangeForm, save, initial=_goal, row=row)


@page(methods=WRITE)
def action_new(request: Request, case_id: UUID, goal_id: UUID) -> HttpResponseBase:
    """Plan an action for a goal."""
    actor, case = request.actor, get_working_case(request.actor, case_id)
    aim = get_part(Goal, case.pk, goal_id)
    save = partial(plans.add_action, actor=actor, goal=aim)
    asked = Asked(_("New action"), f"action:{case.pk}:{aim.pk}", "plan")
    first = {"owner_id": str(actor.member_id)}
    about = {"about": plans.goal_text(aim)}
    team = team_of(actor, case)
    return ask(request, case, asked, DutyForm, save, initial=first, team=team, context=about)


@page(methods=WRITE)
def action(request: Request, case_id: UUID, action_id: UUID) -> HttpResponseBase:
    """Change an action."""
    actor, case = request.actor, get_working_case(request.actor, case_id)
    row = get_part(Action, case.pk, action_id)
    save = partial(plans.change_action, actor=actor, action=row)
    key = f"action_change:{case.pk}:{row.pk}"
    asked = Asked(_("Action"), key, "plan", source="cases_action")
    team = team_of(actor, case) | members_named([row.owner_id])
    return ask(request, case, asked, DutyChangeForm, save, initial=_action, row=row, team=team)


@page(methods=("POST",))
def action_done(request: Request, case_id: UUID, action_id: UUID) -> HttpResponseBase:
    """Say that an action is done; with ``undo`` that it is not."""
    case = get_working_case(request.actor, case_id)
    row = get_part(Action, case.pk, action_id)
    done = "undo" not in request.POST
    plans.finish_action(actor=request.actor, action=row, done=done)
    return redirect("workspace:plan", case_id=case.pk)


def _goal(row: Goal) -> dict[str, object]:
    return {"text": plans.goal_text(row), "state": row.state, "version": row.version}


def _action(row: Action) -> dict[str, object]:
    return {
        "text": action_text(row),
        "owner_id": str(row.owner_id),
        "due_on": row.due_on,
        "version": row.version,
    }


CASE = "cases/<uuid:case_id>/plan"
urlpatterns = [
    path(f"{CASE}/goals/new", goal_new, name="goal_new"),
    path(f"{CASE}/goals/<uuid:goal_id>", goal, name="goal"),
    path(f"{CASE}/goals/<uuid:goal_id>/actions/new", action_new, name="action_new"),
    path(f"{CASE}/actions/<uuid:action_id>", action, name="action"),
    path(f"{CASE}/actions/<uuid:action_id>/done", action_done, name="action_done"),
]
