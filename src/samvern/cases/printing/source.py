# SPDX-License-Identifier: EUPL-1.2
"""What a paper is gathered from, and what its parts are made of."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.dates import format_short_date
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import shared_categories
from samvern.cases.printing.screening import OpenedClaim, Screen
from samvern.identity.models import Claim
from samvern.identity.sealing import load_keys, open_field


@dataclass
class PrintSection:
    """A heading with a table, or with texts one below the other."""

    title: str
    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    texts: list[dict[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.rows or self.texts)


@dataclass
class PrintSource:
    """What is gathered from: the case, its people, and what is to be hidden."""

    actor: Actor
    case: Case
    screen: Screen
    claims: list[OpenedClaim]
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
        return short_person_name(row, self.screen) if row else "–"

    def few(self, rows: QuerySet[Any]) -> list[Any]:
        """As many rows as there is room for."""
        return list(rows[: self.most] if self.most else rows)

    def text(self, row: Model, name: str) -> str:
        """A sealed column, screened."""
        return self.screen(open_field(row, name))


def gather_source(
    actor: Actor, case: Case, claims: list[OpenedClaim], screen: Screen, most: int | None
) -> PrintSource:
    """Read the people of a case and open their keys at once."""
    people = {row.pk: row for row in Person.objects.filter(case=case)}
    load_keys([case.pk, *people])
    return PrintSource(actor, case, screen, claims, people, most)


def short_person_name(person: Person, screen: Screen) -> str:
    """A person by number, and by initials where they are known."""
    initials = open_field(person, "initials")
    number = _("Person %(number)d") % {"number": person.number}
    return f"{number} ({screen(initials)})" if initials else number


def full_person_name(person: Person, screen: Screen) -> str:
    """A person by number and place, and by initials where they are known."""
    initials = open_field(person, "initials")
    place = _("Person %(number)d: %(place)s") % {
        "number": person.number,
        "place": person.get_role_in_case_display(),
    }
    return f"{place} ({screen(initials)})" if initials else place


def claim_lines(paper: PrintSource, person_id: UUID) -> str:
    """Everything that was claimed about a person, a line each."""
    labels = dict(Claim.Kind.choices)
    lines = [
        f"{labels.get(said.kind, said.kind)}: {said.value}"
        for said in paper.claims
        if said.person_id == person_id
    ]
    return "\n".join(lines) or "–"


def format_day(day: date | None) -> str:
    """The day in digits, as tables have it."""
    return format_short_date(day) if day else "–"


def format_yes_no(value: bool | None) -> str:
    """A truth value in words."""
    return {True: _("Yes"), False: _("No")}.get(value, "–")  # type: ignore[arg-type]
