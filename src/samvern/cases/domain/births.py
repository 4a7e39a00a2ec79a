# SPDX-License-Identifier: EUPL-1.2
"""Dates of birth: what they say of an age, and the latest of a case, from which retention runs."""

from calendar import monthrange
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from uuid import UUID

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.cases.domain.age import birth_span, tell_age
from samvern.cases.domain.facts import recount_person
from samvern.cases.models import AgeTold, Person
from samvern.identity.domain.sealing import open_keys, unseal
from samvern.identity.models import Claim
from samvern.law import InputError


def latest_births(case_ids: Sequence[UUID]) -> dict[UUID, date]:
    """By case; a case of which nobody has told a birth date is left out."""
    rows = (
        Claim.objects.filter(case_id__in=case_ids, kind=Claim.Kind.BIRTH_DATE, ended_at=None)
        if case_ids
        else []
    )
    claims = list(rows)
    open_keys(list({claim.person_id for claim in claims}))
    latest: dict[UUID, date] = {}
    for claim in claims:
        said = unseal(claim.person_id, "claim.value", claim.pk, claim.value_sealed)
        if born := latest_day(said):
            latest[claim.case_id] = max(latest.get(claim.case_id, born), born)
    return latest


def follow_claim(actor: Actor, claim: Claim, value: str) -> None:
    """A date of birth was recorded, or set aside: the age it tells, and all that rests on it."""
    person = Person.objects.filter(pk=claim.person_id).first()
    if claim.kind != Claim.Kind.BIRTH_DATE or person is None:
        return
    tell_age(
        actor=actor,
        person=person,
        source=AgeTold.Source.CLAIM,
        written=birth_span(value) if value else {},
        told_on=timezone.localdate(),
        about_id=claim.pk,
    )
    with suppress(InputError):  # deadlines stand as they are until the answers are mended
        recount_person(actor=actor, person=person)


def latest_day(said: str) -> date | None:
    """The last day a date known in part can be: "1998", "1998-05" or "1998-05-17"."""
    try:
        year, month, day = [*(int(part) for part in said.split("-")), 0, 0][:3]
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])
    except (ValueError, IndexError):
        return None
