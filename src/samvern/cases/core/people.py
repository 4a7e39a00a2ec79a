# SPDX-License-Identifier: EUPL-1.2
"""What the people of a case, and those who work on it, are called on its pages."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.models import Member, TeamMember
from samvern.access.roles import CASEWORK
from samvern.cases.core.models import Case, Person
from samvern.identity.sealing import load_keys, open_field


def person_names(case: Case) -> dict[UUID, str]:
    """The people of a case by id, the one it is about first."""
    return {person.pk: person_name(person) for person in list_people(case)}


def assignable_members(actor: Actor, case: Case) -> dict[UUID, str]:
    """Those something in the case can be given to: its team, and whoever asks."""
    on_it = TeamMember.objects.filter(case_id=case.pk, ended_at=None).values("member_id")
    here = Q(until=None) | Q(until__gt=timezone.now())
    found = dict(Member.objects.filter(here, pk__in=on_it).values_list("pk", "name"))
    return {actor.member_id: actor.name, **found}


def member_names(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Names of members by their ids; those of other organisations may be missing."""
    wanted = {id for id in ids if id is not None}
    return dict(Member.objects.filter(pk__in=wanted).values_list("pk", "name"))


def list_people(case: Case, *, also: Iterable[UUID] = ()) -> list[Person]:
    """The people of a case, the main one first, with the keys their names and ``also`` need."""
    found = list(Person.objects.filter(case=case).order_by("number"))
    load_keys([*also, *(person.pk for person in found)])
    return found


def person_name(person: Person) -> str:
    """Her initials or working name, else her number in the case; never a full name."""
    return read_initials(person) or _("Person %(number)s") % {"number": person.number}


def read_initials(person: Person) -> str:
    """What those on the case call her."""
    return open_field(person, "initials")


def get_assignee(actor: Actor, case: Case, member_id: UUID | str | None) -> UUID:
    """The member, who must be able to see the case; nobody named means the actor.

    Raises:
        Rejected: she is not on the case.
    """
    if not member_id:
        return actor.member_id
    for id in assignable_members(actor, case):
        if str(id) == str(member_id):
            return id
    raise Rejected(_("Choose somebody who works on the case. Add her to the team first."))


def list_colleagues(actor: Actor, *, but: Sequence[UUID] = ()) -> list[Member]:
    """Those in the actor's organisation who work with cases now, without some of them."""
    now = timezone.now()
    rows = Member.objects.filter(
        Q(until=None) | Q(until__gt=now),
        organisation_id=actor.organisation_id,
        role__in=CASEWORK,
        since__lte=now,
    )
    return list(rows.exclude(pk__in=but).select_related("unit").order_by("name"))


def get_colleague(actor: Actor, member_id: UUID, *, any_role: bool = False) -> Member:
    """A member of the actor's organisation who is at work now and works with cases.

    Raises:
        Rejected: there is none.
    """
    found = Member.objects.filter(
        Q(until=None) | Q(until__gt=timezone.now()),
        pk=member_id,
        organisation_id=actor.organisation_id,
    ).first()
    if found is None or (found.role not in CASEWORK and not any_role):
        raise Rejected(_("There is no such colleague at work. Choose another."))
    return found


PeopleNames = Mapping[UUID, str]


def list_people_by_number(case: Case) -> list[Person]:
    """The people of a case the reader has reached, the main person first."""
    return list(Person.objects.filter(case=case).order_by("number"))
