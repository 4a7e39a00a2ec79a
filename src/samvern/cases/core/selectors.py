# SPDX-License-Identifier: EUPL-1.2
"""The only road from an id in an address to a row. Absent and forbidden are one answer."""

from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.categories import SHAREABLE, Category
from samvern.access.errors import NotFound, Rejected
from samvern.access.models import EmergencyAccess
from samvern.access.quotas import consume_quota
from samvern.access.unit_of_work import current_unit_of_work, log_read
from samvern.cases.core.models import Aftercare, Case, CaseRecord, Person

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
    found: Case | None = current_unit_of_work().cache.get(("case", id)) or _find_case(actor, id)
    if found is None or not _opens(actor, found, category):
        raise NotFound("case", id)
    if ("case", id) not in current_unit_of_work().cache:
        consume_quota("case.open", about=found.pk)
        log_read("case.see", case=found.pk)
        current_unit_of_work().cache["case", id] = found
    return found


def _find_case(actor: Actor, id: UUID) -> Case | None:
    if not actor.works_with_cases:
        return None
    rows = Case.objects.select_related("unit", "owner__unit", "organisation")
    return rows.filter(pk=id, erased_at=None).first()


def _opens(actor: Actor, case: Case, category: Category) -> bool:
    return category in shared_categories(actor, case)


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
    case = get_case(actor, id)
    if case.organisation_id != actor.organisation_id and not has_emergency_access(actor, case):
        raise NotFound("case", id)
    if case.state == Case.State.CLOSED and not is_ongoing(case, thing_id):
        raise Rejected(_("The case is closed. Open it again before you change anything in it."))
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
