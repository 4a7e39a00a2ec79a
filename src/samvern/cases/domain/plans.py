# SPDX-License-Identifier: EUPL-1.2
"""Goals and the steps towards them."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.errors import Refused
from samvern.access.locking import change
from samvern.cases.domain.naming import team_of
from samvern.cases.domain.reaching import get_part, get_working_case
from samvern.cases.domain.titles import action_text
from samvern.cases.models import Action, Case, Goal, Person
from samvern.identity.domain.sealing import open_keys, seal, unseal


@dataclass(frozen=True)
class Step:
    """An action with its words opened."""

    row: Action
    text: str
    owner: str
    late: bool


@dataclass(frozen=True)
class Aim:
    """A goal with its words opened, and its actions."""

    row: Goal
    text: str
    steps: list[Step] = field(default_factory=list)


def aims_of(case: Case) -> list[Aim]:
    """The goals of a case with their actions, in the order they were set; two queries."""
    goals = list(Goal.objects.filter(case=case))
    open_keys([case.pk, *{goal.person_id for goal in goals}])
    aims = {goal.pk: Aim(goal, goal_text(goal)) for goal in goals}
    for action in Action.objects.filter(case=case).select_related("owner"):
        aims[action.goal_id].steps.append(_step(action))
    return list(aims.values())


def _step(action: Action) -> Step:
    late = action.done_at is None and action.ended_at is None and action.due_on is not None
    return Step(
        action,
        action_text(action),
        action.owner.name,
        late and action.due_on < timezone.localdate(),  # type: ignore[operator]
    )


def goal_text(goal: Goal) -> str:
    """What the person wants to reach."""
    return unseal(goal.person_id, "goal.text", goal.pk, goal.text_sealed)


def add_goal(*, actor: Actor, case: Case, person_id: UUID | str, text: str) -> Goal:
    """Write down what a person of the case wants to reach.

    Raises:
        Absent: the person is not in the case, or the actor may not write in it.
        Refused: the case is closed.
    """
    get_working_case(actor, case.pk)
    person, id = get_part(Person, case.pk, person_id), uuid4()
    goal = Goal(
        id=id,
        case=case,
        person=person,
        created_by_id=actor.member_id,
        text_sealed=seal(person.pk, "goal.text", id, text),
    )
    goal.save(force_insert=True)
    record("goal.add", case=case.pk, object=goal.pk)
    return goal


def change_goal(
    *, actor: Actor, goal: Goal, version: int, text: str, state: str = Goal.State.OPEN
) -> Goal:
    """Put other words or another state.

    Raises:
        Conflict: somebody changed it in the meantime.
        Refused: the case is closed.
    """
    get_working_case(actor, goal.case_id)
    sealed = seal(goal.person_id, "goal.text", goal.pk, text)
    changed = change(goal, expected=version, text_sealed=sealed, state=state)
    record("goal.change", case=goal.case_id, object=goal.pk, state=state)
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
        Refused: the case is closed, or the owner is not on it.
    """
    case, id = get_working_case(actor, goal.case_id), uuid4()
    action = Action(
        id=id,
        case=case,
        goal=goal,
        created_by_id=actor.member_id,
        text_sealed=seal(case.pk, "action.text", id, text),
        owner_id=on_the_case(actor, case, owner_id),
        due_on=due_on,
    )
    action.save(force_insert=True)
    record("action.add", case=case.pk, object=action.pk)
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
        Refused: the case is closed, or the owner is not on it.
    """
    case = get_working_case(actor, action.case_id)
    owner = action.owner_id if str(owner_id) == str(action.owner_id) else None
    changed = change(
        action,
        expected=version,
        text_sealed=seal(case.pk, "action.text", action.pk, text),
        owner_id=owner or on_the_case(actor, case, owner_id),
        due_on=due_on,
    )
    record("action.change", case=case.pk, object=action.pk)
    return changed


def finish_action(*, actor: Actor, action: Action, done: bool = True) -> None:
    """Say that a step is done, or that it is not after all."""
    get_working_case(actor, action.case_id)
    now = timezone.now()
    Action.objects.filter(pk=action.pk).update(
        done_at=now if done else None, ended_at=None, changed_at=now, version=F("version") + 1
    )
    record("action.finish" if done else "action.reopen", case=action.case_id, object=action.pk)


def on_the_case(actor: Actor, case: Case, member_id: UUID | str | None) -> UUID:
    """The member, who must be able to see the case; nobody named means the actor.

    Raises:
        Refused: she is not on the case.
    """
    if not member_id:
        return actor.member_id
    for id in team_of(actor, case):
        if str(id) == str(member_id):
            return id
    raise Refused(_("Choose somebody who works on the case. Add her to the team first."))
