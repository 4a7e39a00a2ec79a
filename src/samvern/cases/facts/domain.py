# SPDX-License-Identifier: EUPL-1.2
"""What is known about a person: whole sheets of answers, one after the other, none changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.unit_of_work import log_act
from samvern.cases.ages import calculation
from samvern.cases.ages.domain import OF_ANSWERS, read_age, record_age_told
from samvern.cases.ages.models import AgeTold
from samvern.cases.ages.resolution import facts_with_age
from samvern.cases.assessments.ladder import read_ladder
from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack
from samvern.cases.facts import answers
from samvern.cases.facts.evaluation import PersonFacts, evaluate_carefully, facts_on_day
from samvern.cases.facts.models import FactSheet
from samvern.cases.facts.signs import write_signs
from samvern.identity.sealing import open_field, set_sealed
from samvern.law import InputError, Result
from samvern.law.births import refuse_birth

CHANGE_LISTENERS: list[Callable[[Actor, Person, Result], object]] = []
"""What else follows when more, or something else, is known about a person: told who did it, whom
it is about, and what the law says now. Deadlines are counted anew by it (``apps.py``)."""


@dataclass(frozen=True)
class KnownFacts:
    """The newest sheet of a person, opened; an empty one where nobody has said anything."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    known_on: date = field(default_factory=timezone.localdate)
    age_told_on: date | None = None
    written_at: datetime | None = None
    sheet_id: UUID | None = None


def read_facts(person: Person) -> KnownFacts:
    """What is known about a person now."""
    row = FactSheet.objects.filter(person=person).order_by("-created_at").first()
    return open_sheet(row) if row else KnownFacts()


def open_sheet(row: FactSheet) -> KnownFacts:
    """One sheet, opened."""
    text = open_field(row, "facts")
    found = answers.read_answers(text, current_pack().ruleset)
    return KnownFacts(found, row.known_on, row.age_told_on, row.created_at, row.pk)


def person_facts(person: Person, known: KnownFacts) -> PersonFacts:
    """The answers with what was decided about the person, and the one age that all who told of it
    give together, as the law is asked about them."""
    facts, event = answers.facts_from_answers(known.answers)
    known_on = known.age_told_on or known.known_on
    if person.exploited_as_child is not None:
        facts.setdefault("exploited_as_child", person.exploited_as_child)
    if (with_age := facts_with_age(facts, read_age(person), OF_ANSWERS)) is not None:
        facts, known_on = with_age, timezone.localdate()
    return PersonFacts(
        facts=facts,
        known_on=known_on,
        event_on=event,
        seen=person.age_seen,
        help=read_ladder(person).help,
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
    set_sealed(row, facts=encode_answers(answers))
    set_sealed(row, note=note)
    row.save(force_insert=True)
    _tell_age(actor, person, before, answers, row, source)
    changed = sum(before.answers.get(n) != v for n, v in answers.items())
    log_act("facts.write", case=person.case_id, object=row.pk, person=person.pk, changed=changed)
    apply_facts(actor=actor, person=person)
    return row


def apply_facts(*, actor: Actor, person: Person) -> None:
    """Let follow what follows from what is known now: signs, and deadlines counted anew."""
    record_earlier_age(actor=actor, person=person)
    result = evaluate_person(person)
    for follow in CHANGE_LISTENERS:
        follow(actor, person, result)
    write_signs(actor=actor, person=person, result=result)


def record_earlier_age(*, actor: Actor, person: Person) -> None:
    """Keep the age of answers written before ages were kept beside each other; once."""
    if AgeTold.objects.filter(person=person, source__in=OF_ANSWERS).exists():
        return
    known = read_facts(person)
    facts = answers.facts_from_answers(known.answers)[0]
    if written_ages := {name: facts[name] for name in calculation.AGE_FACTS if name in facts}:
        told_on = known.age_told_on or known.known_on
        source = AgeTold.Source.ANSWERS
        record_age_told(
            actor=actor, person=person, source=source, written=written_ages, told_on=told_on
        )


def evaluate_person(person: Person) -> Result:
    """What the law says today of what was told about a person; no answer has lapsed in it.

    Raises:
        InputError: what is known contradicts itself.
    """
    sheet, today = person_facts(person, read_facts(person)), timezone.localdate()
    return evaluate_carefully(
        current_pack(), facts_on_day(current_pack(), sheet, today), today, sheet.event_on
    )[0]


def encode_answers(found: Mapping[str, Any]) -> str:
    """Answers as they are sealed."""
    return answers.write_answers(found)


def _refuse_contradiction(found: Mapping[str, Any], day: date) -> None:
    facts, event = answers.facts_from_answers(found)
    unknown = facts.keys() - current_pack().ruleset.facts.keys()
    if unknown:
        raise InputError(min(unknown), "", "is not a fact of this pack")
    refuse_birth(facts, min(day, timezone.localdate()))
    current_pack().assess(facts, asked_on=day, event_on=event)


def _tell_age(
    actor: Actor,
    person: Person,
    before: KnownFacts,
    now: Mapping[str, Any],
    row: FactSheet,
    source: str,
) -> None:
    """Keep the age these answers tell beside what others told of it."""
    ages_now, ages_then = (
        {name: found[name] for name in calculation.AGE_FACTS if name in found}
        for found in (
            answers.facts_from_answers(now)[0],
            answers.facts_from_answers(before.answers)[0],
        )
    )
    if ages_now != ages_then:
        told_on = row.age_told_on or row.known_on
        record_age_told(
            actor=actor, person=person, source=source, written=ages_now, told_on=told_on
        )


def _age_told_on(before: KnownFacts, now: Mapping[str, Any], day: date) -> date | None:
    """An age that nobody has told anew is still as old as when it was told."""
    same = all(before.answers.get(name) == now.get(name) for name in calculation.AGE_FACTS)
    spoken = any(now.get(name) is not None for name in calculation.AGE_FACTS)
    if not (same and spoken):
        return None
    first = before.age_told_on or before.known_on
    return first if first < day else None
