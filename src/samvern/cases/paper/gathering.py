# SPDX-License-Identifier: EUPL-1.2
"""What a paper is gathered from, and what its parts are made of."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.days import short_day
from samvern.cases.domain.reaching import shared_categories
from samvern.cases.models import Case, Person
from samvern.cases.paper.screening import Said, Screen
from samvern.identity.domain.sealing import open_keys, unseal
from samvern.identity.models import Claim


@dataclass
class Part:
    """A heading with a table, or with texts one below the other."""

    title: str
    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    texts: list[dict[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.rows or self.texts)


@dataclass
class Paper:
    """What is gathered from: the case, its people, and what is to be hidden."""

    actor: Actor
    case: Case
    screen: Screen
    claims: list[Said]
    people: dict[UUID, Person]
    most: int | None = None
    """How many rows a part takes at most; None for all."""

    @property
    def readable(self) -> frozenset[str]:
        """The categories of the case that its reader has."""
        return shared_categories(self.actor, self.case)

    def person(self, person_id: UUID | None) -> str:
        """What a person is called on paper."""
        row = self.people.get(person_id) if person_id else None
        return short(row, self.screen) if row else "–"

    def few(self, rows: QuerySet[Any]) -> list[Any]:
        """As many rows as there is room for."""
        return list(rows[: self.most] if self.most else rows)

    def text(self, subject: UUID, row: Any, column: str) -> str:
        """A sealed column, screened."""
        name = f"{row._meta.model_name}.{column}"
        return self.screen(unseal(subject, name, row.pk, getattr(row, f"{column}_sealed")))


def gather(actor: Actor, case: Case, claims: list[Said], screen: Screen, most: int | None) -> Paper:
    """Read the people of a case and open their keys at once."""
    people = {row.pk: row for row in Person.objects.filter(case=case)}
    open_keys([case.pk, *people])
    return Paper(actor, case, screen, claims, people, most)


def short(person: Person, screen: Screen) -> str:
    """A person by number, and by initials where they are known."""
    initials = unseal(person.pk, "person.initials", person.pk, person.initials_sealed)
    number = _("Person %(number)d") % {"number": person.number}
    return f"{number} ({screen(initials)})" if initials else number


def called(person: Person, screen: Screen) -> str:
    """A person by number and place, and by initials where they are known."""
    initials = unseal(person.pk, "person.initials", person.pk, person.initials_sealed)
    place = _("Person %(number)d: %(place)s") % {
        "number": person.number,
        "place": person.get_place_display(),
    }
    return f"{place} ({screen(initials)})" if initials else place


def claims_of(paper: Paper, person_id: UUID) -> str:
    """Everything that was claimed about a person, a line each."""
    labels = dict(Claim.Kind.choices)
    lines = [
        f"{labels.get(said.kind, said.kind)}: {said.value}"
        for said in paper.claims
        if said.person_id == person_id
    ]
    return "\n".join(lines) or "–"


def on_day(day: date | None) -> str:
    """The day in digits, as tables have it."""
    return short_day(day) if day else "–"


def yes_no(value: bool | None) -> str:
    """A truth value in words."""
    return {True: _("Yes"), False: _("No")}.get(value, "–")  # type: ignore[arg-type]
