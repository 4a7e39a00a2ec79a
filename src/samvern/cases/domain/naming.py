# SPDX-License-Identifier: EUPL-1.2
"""What the people of a case, and those who work on it, are called on its pages."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.models import Member, TeamMember
from samvern.cases.domain.persons import name_of, people_of
from samvern.cases.models import Case


def people_named(case: Case) -> dict[UUID, str]:
    """The people of a case by id, the one it is about first."""
    return {person.pk: name_of(person) for person in people_of(case)}


def team_of(actor: Actor, case: Case) -> dict[UUID, str]:
    """Those something in the case can be given to: its team, and whoever asks."""
    on_it = TeamMember.objects.filter(case_id=case.pk, ended_at=None).values("member_id")
    here = Q(until=None) | Q(until__gt=timezone.now())
    found = dict(Member.objects.filter(here, pk__in=on_it).values_list("pk", "name"))
    return {actor.member_id: actor.name, **found}


def members_named(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Names of members by their ids; those of other organisations may be missing."""
    wanted = {id for id in ids if id is not None}
    return dict(Member.objects.filter(pk__in=wanted).values_list("pk", "name"))
