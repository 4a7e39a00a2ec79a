# SPDX-License-Identifier: EUPL-1.2
"""What is known about a person: whole sheets of answers, one after the other, none changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.cases.domain.age import OF_ANSWERS, age_of, tell_age
from samvern.cases.domain.deadlines import recount
from samvern.cases.domain.ladders import stand
from samvern.cases.domain.signs import write_signs
from samvern.cases.law import law
from samvern.cases.models import AgeTold, FactSheet, Person
from samvern.cases.rights import ages, answers
from samvern.cases.rights.outlook import Sheet, careful, told
from samvern.cases.rights.resolving import facts_with
from samvern.identity.domain.sealing import seal, unseal
from samvern.law import InputError, Result
from samvern.law.births import refuse_birth


@dataclass(frozen=True)
class Known:
    """The newest sheet of a person, opened; an empty one where nobody has said anything."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    known_on: date = field(default_factory=timezone.localdate)
    age_told_on: date | None = None
    written_at: datetime | None = None
    sheet_id: UUID | None = None


def read_facts(person: Person) -> Known:
    """What is known about a person now."""
    row = FactSheet.objects.filter(person=person).order_by("-created_at").first()
    return open_sheet(row) if row else Known()


def open_sheet(row: FactSheet) -> Known:
    """One sheet, opened."""
    text = unseal(row.person_id, "factsheet.facts", row.pk, row.facts_sealed)
    found = answers.read(text, law().book)
    return Known(found, row.known_on, row.age_told_on, row.created_at, row.pk)


def sheet_for(person: Person, known: Known) -> Sheet:
    """The answers with what was decided about the person, and the one age that all who told of it
    give together, as the law is asked about them."""
    facts, event = answers.known(known.answers)
    known_on = known.age_told_on or known.known_on
    if person.exploited_as_child is not None:
        facts.setdefault("exploited_as_child", person.exploited_as_child)
    if (with_age := facts_with(facts, age_of(person), OF_ANSWERS)) is not None:
        facts, known_on = with_age, timezone.localdate()
    return Sheet(
        facts=facts,
        known_on=known_on,
        event_on=event,
        seen=person.age_seen,
        help=stand(person).help,
    )


def save_facts(
    *,
    actor: Actor,
    person: Person,
    answers: Mapping[str, Any],
    known_on: date | None = None,
    note: str = "",
    source: str = AgeTold.Source.ANSWERS,
) -> FactSheet:
    """Write down a new sheet beside the old ones, and count the person's deadlines anew.

    Raises:
        InputError: answers that contradict each other.
    """
    before = read_facts(person)
    day = known_on or timezone.localdate()
    row = FactSheet(
        id=uuid4(),
        case_id=person.case_id,
        person=person,
        created_by_id=actor.member_id,
        known_on=day,
        age_told_on=_age_told_on(before, answers, day),
    )
    _refuse_contradiction(answers, day)
    row.facts_sealed = seal(person.pk, "factsheet.facts", row.pk, written(answers))
    if note:
        row.note_sealed = seal(person.pk, "factsheet.note", row.pk, note)
    row.save(force_insert=True)
    _tell_age(actor, person, before, answers, row, source)
    changed = sum(before.answers.get(n) != v for n, v in answers.items())
    record("facts.write", case=person.case_id, object=row.pk, person=person.pk, changed=changed)
    recount_person(actor=actor, person=person)
    return row


def recount_person(*, actor: Actor, person: Person) -> None:
    """Count a person's deadlines anew, after something that they rest on has changed."""
    tell_old_age(actor=actor, person=person)
    result = result_for(person)
    recount(actor=actor, person=person, result=result)
    write_signs(actor=actor, person=person, result=result)


def tell_old_age(*, actor: Actor, person: Person) -> None:
    """Keep the age of answers written before ages were kept beside each other; once."""
    if AgeTold.objects.filter(person=person, source__in=OF_ANSWERS).exists():
        return
    known = read_facts(person)
    facts = answers.known(known.answers)[0]
    if written_ages := {name: facts[name] for name in ages.AGE_FACTS if name in facts}:
        told_on = known.age_told_on or known.known_on
        source = AgeTold.Source.ANSWERS
        tell_age(actor=actor, person=person, source=source, written=written_ages, told_on=told_on)


def result_for(person: Person) -> Result:
    """What the law says today of what was told about a person; no answer has lapsed in it.

    Raises:
        InputError: what is known contradicts itself.
    """
    sheet, today = sheet_for(person, read_facts(person)), timezone.localdate()
    return careful(law(), told(law(), sheet, today), today, sheet.event_on)[0]


def written(found: Mapping[str, Any]) -> str:
    """Answers as they are sealed."""
    return answers.written(found)


def _refuse_contradiction(found: Mapping[str, Any], day: date) -> None:
    facts, event = answers.known(found)
    unknown = facts.keys() - law().book.facts.keys()
    if unknown:
        raise InputError(min(unknown), "", "is not a fact of this pack")
    refuse_birth(facts, min(day, timezone.localdate()))
    law().assess(facts, asked_on=day, event_on=event)


def _tell_age(
    actor: Actor,
    person: Person,
    before: Known,
    now: Mapping[str, Any],
    row: FactSheet,
    source: str,
) -> None:
    """Keep the age these answers tell beside what others told of it."""
    ages_now, ages_then = (
        {name: found[name] for name in ages.AGE_FACTS if name in found}
        for found in (answers.known(now)[0], answers.known(before.answers)[0])
    )
    if ages_now != ages_then:
        told_on = row.age_told_on or row.known_on
        tell_age(actor=actor, person=person, source=source, written=ages_now, told_on=told_on)


def _age_told_on(before: Known, now: Mapping[str, Any], day: date) -> date | None:
    """An age that nobody has told anew is still as old as when it was told."""
    same = all(before.answers.get(name) == now.get(name) for name in ages.AGE_FACTS)
    spoken = any(now.get(name) is not None for name in ages.AGE_FACTS)
    if not (same and spoken):
        return None
    first = before.age_told_on or before.known_on
    return first if first < day else None
