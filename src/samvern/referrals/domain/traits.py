# SPDX-License-Identifier: EUPL-1.2
"""What matching needs to know of a person, from her case. What is not known stays unknown."""

from collections.abc import Collection, Iterable

from django.utils.translation import override

from samvern.access.actor import Actor
from samvern.cases.domain.naming import people_named
from samvern.cases.models import Case, Person
from samvern.contacts.tongues import language_name
from samvern.identity.domain.claims import Shown, reveal_claims, use_claims
from samvern.identity.models import Claim
from samvern.referrals.domain.ages import ages_of
from samvern.referrals.matching import Traits

WHY = "application"
"""What the trail says identity was opened for."""
CERTAINTY = list(Claim.Confidence.values)


def claims_of(
    actor: Actor, person: Person, kinds: Collection[str] = (Claim.Kind.SEX, Claim.Kind.LANGUAGE)
) -> list[Shown]:
    """Living claims of these kinds, the surest and newest first; opening them stands in the trail.

    Without kinds: what matching looks at, which is not who she is.
    """
    used = use_claims(actor=actor, person=person, kinds=kinds, reason=WHY)
    return _ordered(used)


def _ordered(claims: Iterable[Shown]) -> list[Shown]:
    newest = sorted(claims, key=lambda each: each.claim.created_at, reverse=True)
    return sorted(newest, key=lambda each: CERTAINTY.index(each.claim.confidence))


def show_claims(actor: Actor, person: Person) -> list[Shown]:
    """All living claims, for a page that shows them, in the same order.

    Raises:
        NotFresh, TooMuch: as ``reveal_claims``.
    """
    shown = reveal_claims(actor=actor, person=person, reason=WHY)
    return _ordered([each for each in shown if each.claim.ended_at is None])


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
        ages=ages_of(person),
        children=children or None,
        languages=tuple(_as_in_directory(each) for each in said_of(claims, Claim.Kind.LANGUAGE)),
        wheelchair=wheelchair,
        place=place or None,
    )


def _as_in_directory(language: str) -> str:
    """The directory names languages in bokmål; a claim may hold a code (ISO 639-1) or a name."""
    with override("nb"):
        return language_name(language).lower()


def children_of(person: Person) -> int:
    """The children the case says come along; none in it says nothing of whether there are any."""
    return Person.objects.filter(case_id=person.case_id, place=Person.Place.CHILD).count()


def people(case: Case) -> list[tuple[str, str]]:
    """The people of a case, for a form."""
    return [(str(id), name) for id, name in people_named(case).items()]
