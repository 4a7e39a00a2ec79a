# SPDX-License-Identifier: EUPL-1.2
"""Opening a case, and the people in it."""

import secrets
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.models import TeamMember
from samvern.access.optimistic_locking import update_versioned
from samvern.access.roles import CASEWORK
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Case, Person
from samvern.cases.core.permissions import can_manage_case
from samvern.identity.sealing import create_key, seal_fields, set_sealed

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0 O, 1 I L, U: read out on the phone, they mix
REFERENCE_LENGTH = 8


def new_reference() -> str:
    """A random name for a case, in two halves: 30^8 are possible."""
    drawn = "".join(secrets.choice(LETTERS) for _each in range(REFERENCE_LENGTH))
    return f"{drawn[:4]}-{drawn[4:]}"


def open_case(
    *,
    actor: Actor,
    kind: str = Case.Kind.ASSISTANCE,
    circle: str = Case.Visibility.TEAM,
    label: str = "",
    origin: str = Case.Origin.NOTHING,
    unit_id: UUID | None = None,
) -> Case:
    """Open a case with one person in it; nothing about her needs to be known.

    Raises:
        Rejected: the actor belongs to no unit that could have the case.
    """
    unit = unit_id or actor.unit_id
    if actor.role not in CASEWORK or unit is None:
        raise Rejected(_("You belong to no unit. An administrator can give you one."))
    case = Case(
        reference=new_reference(),
        organisation_id=actor.organisation_id,
        unit_id=unit,
        owner_id=actor.member_id,
        created_by_id=actor.member_id,
        kind=kind,
        circle=circle,
        origin=origin,
    )
    case.save(force_insert=True)
    TeamMember.objects.create(
        case_id=case.pk, member_id=actor.member_id, is_owner=True, added_by_id=actor.member_id
    )
    create_key(actor=actor, subject_id=case.pk, case_id=case.pk)
    if label:
        set_sealed(case, label=label)
        Case.objects.filter(pk=case.pk).update(label_sealed=case.label_sealed)
    log_act("case.open", case=case.pk, kind=kind, origin=origin)
    add_person(actor=actor, case=case)
    return case


def add_person(
    *,
    actor: Actor,
    case: Case,
    role_in_case: str = Person.RoleInCase.MAIN,
    initials: str = "",
    age_seen: str = Person.AgeSeen.UNKNOWN,
) -> Person:
    """Add a person to a case, with a key of her own: what is hers can be erased apart."""
    number = Person.objects.filter(case=case).count() + 1
    person = Person(
        id=uuid4(),
        case=case,
        created_by_id=actor.member_id,
        role_in_case=role_in_case,
        number=number,
        age_seen=age_seen,
    )
    person.save(force_insert=True)
    create_key(actor=actor, subject_id=person.pk, case_id=case.pk)
    if initials:
        set_sealed(person, initials=initials)
        Person.objects.filter(pk=person.pk).update(initials_sealed=person.initials_sealed)
    log_act("person.add", case=case.pk, object=person.pk, place=role_in_case)
    return person


def change_case(*, actor: Actor, case: Case, label: str, kind: str, expected: int) -> Case:
    """Give a case another working name or type.

    Raises:
        NotFound: the actor has no say over it.
        Conflict: somebody changed it in the meantime.
    """
    if not can_manage_case(actor, case):
        raise NotFound("case", case.pk)
    sealed = seal_fields(case, label=label)
    changed = update_versioned(case, expected=expected, **sealed, kind=kind)
    log_act("case.describe", case=case.pk, kind=kind)
    return changed
