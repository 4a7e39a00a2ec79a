# SPDX-License-Identifier: EUPL-1.2
"""What matching needs to know of a person, from her case. What is not known stays unknown."""

from collections.abc import Collection, Iterable
from math import inf

from django.utils.translation import gettext as _
from django.utils.translation import override

from samvern.access.actor import Actor
from samvern.cases.ages.domain import read_age
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import person_names
from samvern.helpline.languages import language_name
from samvern.identity.claims.domain import ClaimEntry, reveal_claims, use_claims
from samvern.identity.models import Claim
from samvern.law.births import OLDEST
from samvern.referrals.matching.domain import PersonTraits

WHY = "application"
"""What the trail says identity was opened for."""

CERTAINTY = list(Claim.Confidence.values)


def claims_of(
    actor: Actor, person: Person, kinds: Collection[str] = (Claim.Kind.SEX, Claim.Kind.LANGUAGE)
) -> list[ClaimEntry]:
    """Living claims of these kinds, the surest and newest first; opening them stands in the trail.

    Without kinds: what matching looks at, which is not who she is.
    """
    used = use_claims(actor=actor, person=person, kinds=kinds, reason=WHY)
    return _ordered(used)


def _ordered(claims: Iterable[ClaimEntry]) -> list[ClaimEntry]:
    newest = sorted(claims, key=lambda each: each.claim.created_at, reverse=True)
    return sorted(newest, key=lambda each: CERTAINTY.index(each.claim.confidence))


def show_claims(actor: Actor, person: Person) -> list[ClaimEntry]:
    """All living claims, for a page that shows them, in the same order.

    Raises:
        ReauthenticationRequired, RateLimited: as ``reveal_claims``.
    """
    shown = reveal_claims(actor=actor, person=person, reason=WHY)
    return _ordered([each for each in shown if each.claim.ended_at is None])


def claim_values(claims: Iterable[ClaimEntry], kind: str) -> list[str]:
    """The values of one kind, without repeats."""
    return list(dict.fromkeys(each.value for each in claims if each.claim.kind == kind))


def traits_of(
    person: Person,
    claims: Iterable[ClaimEntry],
    *,
    place: str | None = None,
    wheelchair: bool | None = None,
) -> PersonTraits:
    """What is known of a person; where she is, and whether she uses a wheelchair, is told now."""
    claims = list(claims)
    sex = claim_values(claims, Claim.Kind.SEX)
    children = children_of(person)
    return PersonTraits(
        sex=sex[0] if len(sex) == 1 else None,
        ages=ages_of(person),
        children=children or None,
        languages=tuple(
            _as_in_directory(each) for each in claim_values(claims, Claim.Kind.LANGUAGE)
        ),
        wheelchair=wheelchair,
        place=place or None,
    )


def _as_in_directory(language: str) -> str:
    """The directory names languages in bokmål; a claim may hold a code (ISO 639-1) or a name."""
    with override("nb"):
        return language_name(language).lower()


def children_of(person: Person) -> int:
    """The children the case says come along; none in it says nothing of whether there are any."""
    return Person.objects.filter(
        case_id=person.case_id, role_in_case=Person.RoleInCase.CHILD
    ).count()


def person_choices(case: Case) -> list[tuple[str, str]]:
    """The people of a case, for a form."""
    return [(str(id), name) for id, name in person_names(case).items()]


def ages_of(person: Person) -> tuple[int, int] | None:
    """The youngest and the oldest she can be, by all that was told and what was decided."""
    age = read_age(person)
    if age.span is None or (age.conflict and not age.is_decided):
        return None
    low, high = age.span
    return int(low), OLDEST if high == inf else int(high)


def age_words(person: Person) -> str:
    """Her age as a group, never as a date: what a receiver needs to know."""
    ages, age = ages_of(person), read_age(person)
    if age.is_treated_as_child and (ages is None or ages[1] >= 18):
        return _("Not known: treated as a child until it is decided")
    if not age.is_treated_as_child:
        return _("Adult")
    if ages is None or ages[1] >= 16:
        return _("Child under 18")
    return _("Child under 12") if ages[1] < 12 else _("Child, 12 to 15")
