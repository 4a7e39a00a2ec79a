# SPDX-License-Identifier: EUPL-1.2
"""What the pack says is to be done now and today, as the first tasks of a case."""

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Case, Person
from samvern.cases.core.pack import localized
from samvern.cases.facts.domain import evaluate_person
from samvern.cases.facts.signs import find_first_steps
from samvern.cases.tasks.models import Task
from samvern.identity.sealing import set_sealed
from samvern.law.model import Rule

MOST_TASKS = 12
"""More than can be done in a day helps nobody to begin."""


def add_first_tasks(*, actor: Actor, case: Case, person: Person) -> int:
    """Write down what is to be done now and today by what is known; how many tasks that made.

    What was written down before, done or not, is not written again.
    """
    there = set(Task.objects.filter(case=case).exclude(rule="").values_list("rule", flat=True))
    new = [rule for rule in find_first_steps(evaluate_person(person)) if rule.id not in there][
        :MOST_TASKS
    ]
    for rule in new:
        _task(actor, case, rule).save(force_insert=True)
    if new:
        log_act("task.first", case=case.pk, object=person.pk, tasks=len(new))
    return len(new)


def _task(actor: Actor, case: Case, rule: Rule) -> Task:
    at_home = case.organisation_id == actor.organisation_id
    owner_id = case.owner_id if at_home else actor.member_id
    task = Task(
        case=case,
        created_by_id=actor.member_id,
        owner_id=owner_id,
        rule=rule.id,
        due_on=timezone.localdate(),
    )
    set_sealed(task, text=localized(rule.name))
    return task
