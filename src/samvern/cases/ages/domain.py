# SPDX-License-Identifier: EUPL-1.2
"""How old a person of a case is: what was decided, and everything that was told, in one place.

What the guide, the helpline, a referral and a date of birth say is kept beside each other, each
with its source, until somebody on the case confirms it or sets it aside. Of a date of birth only
the month is kept here: who sees the case, and not its identity, learns the age and not the day.
"""

import json
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db.models import F
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_act
from samvern.cases.ages import calculation
from samvern.cases.ages.models import AgeTold
from samvern.cases.ages.resolution import UNKNOWN, ResolvedAge, SourceAge, resolve_age
from samvern.cases.core.models import Person
from samvern.identity.sealing import load_keys, open_field, set_sealed
from samvern.law.births import BORN

Source = AgeTold.Source
OF_ANSWERS = (Source.ANSWERS, Source.GUIDE)
"""Sources that are the person's sheet of answers itself."""


def list_ages_told(people: Iterable[Person]) -> list[AgeTold]:
    """What was told of the ages of these people and was not set aside."""
    rows = list(AgeTold.objects.filter(person__in=list(people), dropped_at=None))
    load_keys(list({row.person_id for row in rows}))
    return rows


def read_age(person: Person, told: Iterable[AgeTold] | None = None) -> ResolvedAge:
    """The one age of a person today, with its sources; from ``told`` where that was read before."""
    rows = list_ages_told([person]) if told is None else told
    ages = [read_age_told(row) for row in rows if row.person_id == person.pk]
    return resolve_age(person.age_seen, [age for age in ages if age])


def read_ages(people: Iterable[Person]) -> dict[UUID, ResolvedAge]:
    """The same for several people, read at once."""
    people = list(people)
    told = list_ages_told(people)
    return {person.pk: read_age(person, told) for person in people}


def record_age_told(
    *,
    actor: Actor,
    person: Person,
    source: str,
    written: Mapping[str, Any],
    told_on: date,
    about_id: UUID | None = None,
) -> None:
    """Keep how old one source says she is: facts of the pack about age. The same source's earlier
    word is set aside; with nothing in ``written`` that is all."""
    old = AgeTold.objects.filter(person=person, dropped_at=None)
    same = OF_ANSWERS if source in OF_ANSWERS else (source,)
    old = old.filter(source__in=same) if about_id is None else old.filter(about_id=about_id)
    _drop(old)
    if written and calculation.bounds_on(written, told_on, told_on) is not None:
        row = AgeTold(
            id=uuid4(), case_id=person.case_id, person=person, created_by_id=actor.member_id,
            source=source, told_on=told_on, about_id=about_id,
        )  # fmt: skip
        set_sealed(row, span=json.dumps(written, default=str))
        row.save(force_insert=True)
        log_act("age.tell", case=person.case_id, object=row.pk, source=source)
    update_agreed_age(person)


def update_agreed_age(person: Person) -> ResolvedAge:
    """Write down what all that was told agrees on, where lists and the database read it."""
    age = read_age(person)
    if person.age_told != age.agreed:
        Person.objects.filter(pk=person.pk).update(age_told=age.agreed)
        person.age_told = age.agreed
    return age


def discard_age_told(*, actor: Actor, row: AgeTold) -> None:
    """What was told of her age is not right. It stays in the history, and counts no more.

    Raises:
        NotFound: it was set aside before.
    """
    if not _drop(AgeTold.objects.filter(pk=row.pk, dropped_at=None)):
        raise NotFound("agetold", row.pk)
    log_act("age.drop", case=row.case_id, object=row.pk, source=row.source)
    update_agreed_age(row.person)


def list_age_proposals(
    person: Person, told: Iterable[AgeTold] | None = None
) -> list[tuple[AgeTold, SourceAge]]:
    """What others told of her age that says child or adult, and that nobody has looked at."""
    rows = list_ages_told([person]) if told is None else told
    waiting = (
        row
        for row in rows
        if row.person_id == person.pk and not row.confirmed_at and row.source != Source.ANSWERS
    )
    return [
        (row, age)
        for row in waiting
        if (age := read_age_told(row)) and age.group not in (UNKNOWN, person.age_seen)
    ]


def read_age_told(row: AgeTold) -> SourceAge | None:
    """One source's word, as it stands today."""
    written = _written(open_field(row, "span"))
    span = calculation.bounds_on(written, row.told_on, timezone.localdate())
    born = written.get(BORN)
    days = (born["min"], born["max"]) if isinstance(born, dict) else (born, born) if born else None
    return SourceAge(row.source, *span, row.told_on, days) if span else None


def birth_span(said: str) -> dict[str, Any]:
    """A date of birth known in part or whole, as the month or the year it lies in."""
    parts = [int(part) for part in said.split("-")[:2]]
    first, last = (parts[1], parts[1]) if len(parts) > 1 else (1, 12)
    year = parts[0]
    return {
        BORN: {
            "min": date(year, first, 1),
            "max": date(year, last, monthrange(year, last)[1]),
        }
    }


def _written(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    if born := found.get(BORN):
        found[BORN] = (
            {end: date.fromisoformat(day) for end, day in born.items()}
            if isinstance(born, dict)
            else date.fromisoformat(born)
        )
    return found


def _drop(rows: Any) -> int:
    now = timezone.now()
    dropped: int = rows.update(dropped_at=now, changed_at=now, version=F("version") + 1)
    return dropped
