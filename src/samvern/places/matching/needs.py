# SPDX-License-Identifier: EUPL-1.2
"""What somebody needs of a place: as the search reads it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from samvern.access.contact_person import ContactPerson
from samvern.cases.ages.domain import read_age
from samvern.cases.core.models import Case, Person
from samvern.cases.risks.models import Risk
from samvern.places.matching.traits import RequestTraits

NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Needs:
    """Needs and risks of one person, or of a family that stays together, for one stay."""

    since: datetime
    until: datetime
    sex: str = ""
    age: int | None = None
    children: int = 0
    accessible: bool = False
    languages: tuple[str, ...] = ()
    security: int = 1
    staffed: str = "none"
    use: str = ""
    avoid: tuple[str, ...] = ()
    kind: str = ""
    region: str = ""
    danger: bool = False
    words: str = ""

    @property
    def beds(self) -> int:
        """A bed for each of them."""
        return 1 + self.children

    @property
    def urgency(self) -> int:
        """The order of those who wait, before time: danger first, then children."""
        child = self.children > 0 or (self.age is not None and self.age < 18)
        return (0 if child else 1) if self.danger else 2 if child else 3

    def traits(self) -> RequestTraits:
        """As the matching reads them."""
        return RequestTraits(
            sex=self.sex, age=self.age, children=self.children, accessible=self.accessible,
            languages=frozenset(self.languages), security=self.security, staffed=self.staffed,
            use=self.use, avoids=bool(self.avoid),
            kinds=frozenset({self.kind}) if self.kind else frozenset(), region=self.region,
            hours=(self.until - self.since).total_seconds() / 3600,
            arrives=timezone.localtime(self.since).hour,
        )  # fmt: skip


def from_now(needs: Needs, now: datetime) -> Needs:
    """The same stay, not begun before now: a wait that lasts moves it."""
    if needs.since >= now:
        return needs
    return replace(needs, since=now, until=max(needs.until, now + NIGHT))


def districts(text: str) -> tuple[str, ...]:
    """Districts written in a line with commas between them, as they are compared."""
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := slugify(part)[:40])))


NOBODY = ContactPerson()

GROUPS = ((0, "0-5"), (6, "6-12"), (13, "13-15"), (16, "16-17"), (18, "18-24"), (25, "25-39"),
          (40, "40-59"), (60, "60+"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class DisclosedNeeds:
    """What a provider learns of her beforehand: an age group; no name, district or case."""

    sex: str = ""
    ages: str = ""
    children: int = 0
    accessible: bool = False
    languages: tuple[str, ...] = ()
    security: int = 1
    staffed: str = "none"
    use: str = ""
    danger: bool = False
    words: str = ""
    asks: tuple[str, ...] = field(default=())
    """Hard rules nobody could answer when the room was held."""
    call_name: str = ""
    call_phone: str = ""
    """Whom the provider can ring about the hold."""


def disclose_needs(
    needs: Needs, asks: Sequence[str] = (), call: ContactPerson = NOBODY
) -> DisclosedNeeds:
    """The part of the needs that goes to the provider, and whom it can ring."""
    return DisclosedNeeds(
        sex=needs.sex, ages=age_group(needs.age), children=needs.children,
        accessible=needs.accessible, languages=needs.languages, security=needs.security,
        staffed=needs.staffed, use=needs.use, danger=needs.danger, words=needs.words,
        asks=tuple(asks), call_name=call.name, call_phone=call.phone,
    )  # fmt: skip


def age_group(age: int | None) -> str:
    """The group an age lies in; empty when it is not known."""
    return "" if age is None else [name for lowest, name in GROUPS if age >= lowest][-1]


def dump_disclosed_needs(told: DisclosedNeeds) -> str:
    """As text to be sealed."""
    return json.dumps(asdict(told), ensure_ascii=False)


def load_disclosed_needs(text: str) -> DisclosedNeeds:
    """From the sealed text; fields that are new since are empty."""
    return DisclosedNeeds(**_tuples(json.loads(text), ("languages", "asks")))


def dump_needs(needs: Needs) -> str:
    """As text to be sealed, whole."""
    return json.dumps(asdict(needs), default=lambda value: value.isoformat(), ensure_ascii=False)


def load_needs(text: str) -> Needs:
    """From the sealed text."""
    found = _tuples(json.loads(text), ("languages", "avoid"))
    for name in ("since", "until"):
        found[name] = datetime.fromisoformat(found[name])
    return Needs(**found)


def _tuples(found: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {**found, **{name: tuple(found.get(name, ())) for name in names}}


GRAVE = {Risk.Level.HIGH: 2, Risk.Level.ACUTE: 3}


def known_needs(case: Case, person: Person) -> dict[str, Any]:
    """What the case says already, for a form to begin with."""
    risk = Risk.objects.filter(person=person).order_by("-created_at").first()
    children = Person.objects.filter(case=case, role_in_case=Person.RoleInCase.CHILD).exclude(
        pk=person.pk
    )
    level = risk.level if risk else ""
    return {
        "age": years_of(person),
        "children": children.count() if person.role_in_case == Person.RoleInCase.MAIN else 0,
        "security": GRAVE.get(Risk.Level(level), 1) if level else 1,
        "danger": level in GRAVE,
    }


def years_of(person: Person) -> int | None:
    """Her age in years, as everything told of it and what was decided give it together.

    Around a birthday it is the lower of two. None where it may be anything, and where the sources
    contradict each other.
    """
    age = read_age(person)
    if age.span is None or age.conflict:
        return None
    low, high = age.span
    return int(low) if high - low <= 1 else None
