# SPDX-License-Identifier: EUPL-1.2
"""Goals and the steps towards them."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.optimistic_locking import update_versioned
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_assignee, get_case_record, get_working_case
from samvern.cases.plan.models import Action, Goal
from samvern.identity.sealing import load_keys, open_field, seal_fields, set_sealed


@dataclass(frozen=True)
class ActionEntry:
    """An action with its words opened."""

    row: Action
    text: str
    owner: str
    late: bool


@dataclass(frozen=True)
class GoalEntry:
    """A goal with its words opened, and its actions."""

    row: Goal
    text: str
    steps: list[ActionEntry] = field(default_factory=list)


def list_goals(case: Case) -> list[GoalEntry]:
    """The goals of a case with their actions, in the order they were set; two queries."""
    goals = list(Goal.objects.filter(case=case))
    load_keys([case.pk, *{goal.person_id for goal in goals}])
    aims = {goal.pk: GoalEntry(goal, goal_text(goal)) for goal in goals}
    for action in Action.objects.filter(case=case).select_related("owner"):
        aims[action.goal_id].steps.append(_step(action))
    return list(aims.values())


def _step(action: Action) -> ActionEntry:
    late = action.done_at is None and action.ended_at is None and action.due_on is not None
    return ActionEntry(
        action,
        action_text(action),
        action.owner.name,
        late and action.due_on < timezone.localdate(),  # type: ignore[operator]
    )


def goal_text(goal: Goal) -> str:
    """What the person wants to reach."""
    return open_field(goal, "text")


def add_goal(*, actor: Actor, case: Case, person_id: UUID | str, text: str) -> Goal:
    """Write down what a person of the case wants to reach.

    Raises:
        NotFound: the person is not in the case, or the actor may not write in it.
        Rejected: the case is closed.
    """
    get_working_case(actor, case.pk)
    person = get_case_record(Person, case.pk, person_id)
    goal = Goal(
        case=case,
        person=person,
        created_by_id=actor.member_id,
    )
    set_sealed(goal, text=text)
    goal.save(force_insert=True)
    log_act("goal.add", case=case.pk, object=goal.pk)
    return goal


def change_goal(
    *, actor: Actor, goal: Goal, version: int, text: str, state: str = Goal.State.OPEN
) -> Goal:
    """Put other words or another state.

    Raises:
        Conflict: somebody changed it in the meantime.
        Rejected: the case is closed.
    """
    get_working_case(actor, goal.case_id)
    sealed = seal_fields(goal, text=text)
    changed = update_versioned(goal, expected=version, **sealed, state=state)
    log_act("goal.change", case=goal.case_id, object=goal.pk, state=state)
    return changed


def add_action(
    *,
    actor: Actor,
    goal: Goal,
    text: str,
    owner_id: UUID | str | None = None,
    due_on: date | None = None,
) -> Action:
    """Add a step towards a goal, done by somebody on the case.

    Raises:
        Rejected: the case is closed, or the owner is not on it.
    """
    case = get_working_case(actor, goal.case_id)
    action = Action(
        case=case,
        goal=goal,
        created_by_id=actor.member_id,
        owner_id=get_assignee(actor, case, owner_id),
        due_on=due_on,
    )
    set_sealed(action, text=text)
    action.save(force_insert=True)
    log_act("action.add", case=case.pk, object=action.pk)
    return action


def change_action(
    *,
    actor: Actor,
    action: Action,
    version: int,
    text: str,
    owner_id: UUID | str | None = None,
    due_on: date | None = None,
) -> Action:
    """Put other words, another owner or another day.

    Raises:
        Conflict: somebody changed it in the meantime.
        Rejected: the case is closed, or the owner is not on it.
    """
    case = get_working_case(actor, action.case_id)
    owner = action.owner_id if str(owner_id) == str(action.owner_id) else None
    changed = update_versioned(
        action,
        expected=version,
        **seal_fields(action, text=text),
        owner_id=owner or get_assignee(actor, case, owner_id),
        due_on=due_on,
    )
    log_act("action.change", case=case.pk, object=action.pk)
    return changed


def finish_action(*, actor: Actor, action: Action, done: bool = True) -> None:
    """Say that a step is done, or that it is not after all."""
    get_working_case(actor, action.case_id)
    now = timezone.now()
    Action.objects.filter(pk=action.pk).update(
        done_at=now if done else None, ended_at=None, changed_at=now, version=F("version") + 1
    )
    log_act("action.finish" if done else "action.reopen", case=action.case_id, object=action.pk)


def action_text(action: Action) -> str:
    """A step towards a goal."""
    return open_field(action, "text")
