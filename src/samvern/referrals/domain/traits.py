# SPDX-License-Identifier: EUPL-1.2
"""What matching needs to know of a person, from her case. What is not known stays unknown."""

from collections.abc import Iterable, Mapping
from math import inf

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.cases.domain.facts import Known, read_facts, sheet_for
from samvern.cases.domain.naming import people_named
from samvern.cases.law import law
from samvern.cases.models import Case, Person
from samvern.cases.rights.outlook import told
from samvern.identity.domain.claims import Shown, reveal_claims
from samvern.identity.models import Claim
from samvern.referrals.matching import OLDEST, Traits

WHY = "application"
"""What the trail says identity was opened for."""
GROUPS = {
    "under_12": (0, 11),
    "child_12_15": (12, 15),
    "child_16_17": (16, 17),
    "maybe_child": (0, OLDEST),
    "adult": (18, OLDEST),
}
SEEN = {"child": (0, 17), "adult": (18, OLDEST)}
CERTAINTY = list(Claim.Confidence.values)


def claims_of(actor: Actor, person: Person) -> list[Shown]:
    """Living claims about her, the surest and newest first; opening them stands in the trail."""
    shown = reveal_claims(actor=actor, person=person, reason=WHY)
    living = [each for each in shown if each.claim.ended_at is None]
    newest = sorted(living, key=lambda each: each.claim.created_at, reverse=True)
    return sorted(newest, key=lambda each: CERTAINTY.index(each.claim.confidence))


def said_of(claims: Iterable[Shown], kind: str) -> list[str]:
    """The values of one kind, without repeats."""
    return list(dict.fromkeys(each.value for each in claims if each.claim.kind == kind))


def traits_of(
    person: Person,
    claims: Iterable[Shown],
    *,
    place: str | None = None,
    wheelchair: bool | None = None,
) -> Traits:
    """What is known of a person; where she is, and whether she uses a wheelchair, is told now."""
    claims = list(claims)
    sex = said_of(claims, Claim.Kind.SEX)
    children = children_of(person)
    return Traits(
        sex=sex[0] if len(sex) == 1 else None,
        ages=ages_of(person, read_facts(person)),
        children=children or None,
        languages=tuple(said_of(claims, Claim.Kind.LANGUAGE)),
        wheelchair=wheelchair,
        place=place or None,
    )


def children_of(person: Person) -> int:
    """The children the case says come along; none in it says nothing of whether there are any."""
    return Person.objects.filter(case_id=person.case_id, place=Person.Place.CHILD).count()


def ages_of(person: Person, known: Known) -> tuple[int, int] | None:
    """The youngest and the oldest she can be, by what was told and what was decided."""
    facts = told(law(), sheet_for(person, known), timezone.localdate())
    found = _told(facts.get("age")) or GROUPS.get(str(facts.get("age_group")))
    decided = SEEN.get(person.age_seen)
    if found is None or decided is None:
        return found or decided
    both = max(found[0], decided[0]), min(found[1], decided[1])
    return both if both[0] <= both[1] else decided


def age_words(person: Person, known: Known) -> str:
    """Her age as a group, never as a date: what a receiver needs to know."""
    ages = ages_of(person, known)
    if ages is None or (ages[0] < 18 <= ages[1]):
        return _("Not known: treated as a child until it is decided")
    if ages[1] < 12:
        return _("Child under 12")
    if ages[1] < 18:
        return _("Child, 12 to 15") if ages[1] < 16 else _("Child under 18")
    return _("Adult")


def people(case: Case) -> list[tuple[str, str]]:
    """The people of a case, for a form."""
    return [(str(id), name) for id, name in people_named(case).items()]


def _told(age: object) -> tuple[int, int] | None:
    if isinstance(age, Mapping):
        high = age.get("max", OLDEST)
        return int(age.get("min", 0)), OLDEST if high == inf else int(high)
    if isinstance(age, int | float) and not isinstance(age, bool):
        return int(age), int(age)
    return None
