# SPDX-License-Identifier: EUPL-1.2
"""Deadlines as time and the law move on: counted anew without anybody saying anything."""

from collections.abc import Iterable

from django.db import transaction

from samvern.access.actor import Actor
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Case, Person
from samvern.cases.deadlines.counting import count_deadlines
from samvern.cases.deadlines.models import Deadline
from samvern.cases.facts.domain import apply_facts, evaluate_person
from samvern.cases.facts.models import FactSheet
from samvern.law import InputError
from samvern.law.time_limits import advice, time_limits


def recount_all_deadlines(*, actor: Actor) -> int:
    """Count every deadline of the actor's organisation anew; for how many people.

    The actor is its service member; the token opens cases, rights and assessments. What somebody
    wrote that now contradicts itself is passed over: its deadlines stand as they are.
    """
    known = FactSheet.objects.filter(
        case__organisation_id=actor.organisation_id, case__state=Case.State.OPEN
    )
    people = Person.objects.filter(pk__in=known.values("person_id"))
    done = 0
    for person in people.iterator(chunk_size=500):
        try:
            with transaction.atomic():
                apply_facts(actor=actor, person=person)
                done += 1
        except InputError:
            continue
    log_act("deadline.recount", people=done)
    return done


def read_deadline_advice(deadline: Deadline, language: str) -> str:
    """Of a running deadline: why its day may be another, what can still be done, whom to call."""
    if not deadline.clock or deadline.state != Deadline.State.RUNNING or deadline.person is None:
        return ""
    try:
        result = evaluate_person(deadline.person)
    except InputError:
        return ""
    found = (limit for limit in time_limits(result) if limit.rule.id == deadline.clock)
    limit = next(found, None)
    return advice(limit, result, language) if limit else ""


def find_missing_answers(rows: Iterable[Deadline]) -> dict[object, tuple[str, ...]]:
    """The answers that would settle whether, or when, each running deadline ends, by its id."""
    found: dict[object, tuple[str, ...]] = {}
    running = [row for row in rows if row.clock and row.state == Deadline.State.RUNNING]
    for person in {row.person_id: row.person for row in running if row.person}.values():
        try:
            now = {clock.clock: clock.missing for clock in count_deadlines(evaluate_person(person))}
        except InputError:
            continue
        mine = (row for row in running if row.person_id == person.pk)
        found.update({row.pk: now[row.clock] for row in mine if now.get(row.clock)})
    return found
