# SPDX-License-Identifier: EUPL-1.2
"""A date of birth that is recorded or set aside tells an age, and what is known follows it."""

from contextlib import suppress

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.cases.ages.domain import birth_span, record_age_told
from samvern.cases.ages.models import AgeTold
from samvern.cases.core.models import Person
from samvern.cases.facts.domain import apply_facts
from samvern.identity.models import Claim
from samvern.law import InputError


def follow_birth_date_claim(actor: Actor, claim: Claim, value: str) -> None:
    """A date of birth was recorded, or set aside: the age it tells, and all that rests on it."""
    person = Person.objects.filter(pk=claim.person_id).first()
    if claim.kind != Claim.Kind.BIRTH_DATE or person is None:
        return
    record_age_told(
        actor=actor,
        person=person,
        source=AgeTold.Source.CLAIM,
        written=birth_span(value) if value else {},
        told_on=timezone.localdate(),
        about_id=claim.pk,
    )
    with suppress(InputError):  # deadlines stand as they are until the answers are mended
        apply_facts(actor=actor, person=person)
