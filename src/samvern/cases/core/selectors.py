# SPDX-License-Identifier: EUPL-1.2
"""The only road from an id in an address to a row, where absent and forbidden are one answer; and
who the people of a case are, and those who work on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.categories import SHAREABLE, Category
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_rows
from samvern.access.models import EmergencyAccess, Member, TeamMember
from samvern.access.quotas import consume_quota
from samvern.access.roles import CASEWORK
from samvern.access.unit_of_work import current_unit_of_work, log_read
from samvern.cases.core.models import Aftercare, Case, CaseRecord, Person
from samvern.identity.sealing import load_keys, open_field

PeopleNames = Mapping[UUID, str]
Row = TypeVar("Row", bound=CaseRecord)


def get_case(actor: Actor, id: UUID, category: Category = Category.CASE) -> Case:
    """A case the actor may see, with the category of data that is asked for.

    A page of a category that is not shared with her is as absent as the case of a stranger: an
    empty list would tell her that there is nothing. The first look in a piece of work leaves a
    line in the trail.

    Raises:
        NotFound: there is none for this actor.
        RateLimited: she has opened more cases than her work should need.
    """
    cache = current_unit_of_work().cache
    found: Case | None = cache.get(("case", id)) or _find_case(actor, id)
    if found is None or category not in shared_categories(actor, found):
        raise NotFound("case", id)
    if ("case", id) not in cache:
        consume_quota("case.open", about=found.pk)
        log_read("case.see", case=found.pk)
        cache["case", id] = found
    return found


def _find_case(actor: Actor, id: UUID) -> Case | None:
    if not actor.works_with_cases:
        return None
    rows = Case.objects.select_related("unit", "owner__unit", "organisation")
    return rows.filter(pk=id, erased_at=None).first()


def shared_categories(actor: Actor, case: Case) -> frozenset[str]:
    """The categories of a visible case the actor reads: all of her own organisation's."""
    if case.organisation_id == actor.organisation_id or has_emergency_access(actor, case):
        return frozenset(Category)
    memory = current_unit_of_work().cache
    if ("shared", case.pk) not in memory:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT c FROM unnest(%s::text[]) c WHERE %s = ANY (gate.shared(c))",
                [[each.value for each in SHAREABLE], case.pk],
            )
            memory["shared", case.pk] = frozenset(row[0] for row in cursor.fetchall())
    found: frozenset[str] = memory["shared", case.pk]
    return found


def get_own_case(actor: Actor, id: UUID) -> Case:
    """A case of the actor's own organisation, not one shared with it: to change or share it.

    Raises:
        NotFound: there is none.
    """
    case = get_case(actor, id)
    if case.organisation_id != actor.organisation_id:
        raise NotFound("case", id)
    return case


def get_working_case(actor: Actor, id: UUID, thing_id: UUID | None = None) -> Case:
    """A case that work goes on in and that the actor may write in.

    One opened in an emergency belongs to another organisation and is written in all the same.
    ``thing_id``: what is written about; it may go on although the case is closed.

    Raises:
        NotFound: there is none that she may write in.
        Rejected: it is closed.
    """
    case = get_writable_case(actor, id)
    if case.state == Case.State.CLOSED and not is_ongoing(case, thing_id):
        raise Rejected(_("The case is closed. Open it again before you change anything in it."))
    return case


def get_writable_case(actor: Actor, id: UUID) -> Case:
    """The same, be it closed: for what a person may demand at any time.

    Raises:
        NotFound: there is none that she may write in.
    """
    case = get_case(actor, id)
    if case.organisation_id != actor.organisation_id and not has_emergency_access(actor, case):
        raise NotFound("case", id)
    return case


def is_ongoing(case: Case, thing_id: UUID | None) -> bool:
    """Whether something goes on although the case is closed: somebody answers for it."""
    if thing_id is None:
        return False
    return Aftercare.objects.filter(case=case, thing_id=thing_id, ended_at=None).exists()


def has_emergency_access(actor: Actor, case: Case) -> bool:
    """Whether the actor has emergency access to this case now."""
    return EmergencyAccess.objects.filter(
        case_id=case.pk, member_id=actor.member_id, ended_at=None, expires_at__gt=timezone.now()
    ).exists()


def get_person(actor: Actor, case_id: UUID, id: UUID) -> Person:
    """A person of a case the actor may see.

    Raises:
        NotFound: there is none.
    """
    get_case(actor, case_id)
    return get_case_record(Person, case_id, id)


def get_case_record(model: type[Row], case_id: UUID, id: UUID | str) -> Row:
    """A row of a case that was already reached.

    Raises:
        NotFound: there is none in this case.
    """
    try:
        return model._default_manager.get(case_id=case_id, pk=id)
    except (model.DoesNotExist, ValidationError, ValueError) as error:
        raise NotFound(model.__name__, None) from error


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
    return open_field(person, "initials") or _("Person %(number)s") % {"number": person.number}


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


def list_colleagues(
    actor: Actor, *, but: Sequence[UUID] = (), even_unknown: bool = False
) -> list[Member]:
    """Those in the actor's organisation who work with cases now, without some of them.

    Whoever waits for a leader or has never signed in is among them only if ``even_unknown``:
    nobody knows yet who she is. She can be shut out, and given nothing.
    """
    now = timezone.now()
    rows = Member.objects.filter(
        Q(until=None) | Q(until__gt=now),
        organisation_id=actor.organisation_id,
        role__in=CASEWORK,
        since__lte=now,
    )
    if not even_unknown:
        rows = rows.filter(confirmed_at__isnull=False, pk__in=_entered())
    return list(rows.exclude(pk__in=but).select_related("unit").order_by("name"))


def get_colleague(actor: Actor, member_id: UUID, *, any_role: bool = False) -> Member:
    """A member of the actor's organisation who is at work now and works with cases.

    Raises:
        Rejected: there is none, or, when she is to work with cases, she has never signed in.
    """
    found = Member.objects.filter(
        Q(until=None) | Q(until__gt=timezone.now()),
        pk=member_id,
        organisation_id=actor.organisation_id,
    ).first()
    works = found is not None and found.role in CASEWORK and found.confirmed_at is not None
    if found is None or not (works or any_role):
        raise Rejected(_("There is no such colleague at work. Choose another."))
    if not any_role and found.pk not in _entered():
        words = _("%(name)s has never signed in. She or he must do that before being given a case.")
        raise Rejected(words % {"name": found.name})
    return found


def _entered() -> set[UUID]:
    """Members of the actor's organisation who have signed in at least once."""
    return {row[0] for row in fetch_rows("entered")}


def list_people_by_number(case: Case) -> list[Person]:
    """The people of a case the reader has reached, the main person first."""
    return list(Person.objects.filter(case=case).order_by("number"))
