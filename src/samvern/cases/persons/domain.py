# SPDX-License-Identifier: EUPL-1.2
"""The people of a case, each in her own right, and how they belong together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.optimistic_locking import update_versioned
from samvern.access.unit_of_work import log_act
from samvern.cases.ages import labels as age_labels
from samvern.cases.ages.domain import read_age_told
from samvern.cases.ages.models import AgeTold
from samvern.cases.core.domain import add_person, open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import person_name
from samvern.cases.facts.domain import apply_facts
from samvern.cases.persons.models import Relation
from samvern.identity.sealing import open_field, seal_fields
from samvern.law import InputError

RoleInCase, RelationKind = Person.RoleInCase, Relation.Kind

RELATION_BY_ROLE: dict[str, tuple[str, bool]] = {
    RoleInCase.CHILD: (RelationKind.PARENT, False),
    RoleInCase.PARENT: (RelationKind.PARENT, True),
    RoleInCase.SIBLING: (RelationKind.SIBLING, True),
    RoleInCase.CO_VICTIM: (RelationKind.CO_VICTIM, True),
}
"""The relation to the main person that a role in the case says, and whether the new one comes
first in it."""


@dataclass(frozen=True)
class RelationEntry:
    """One relation as it is read: who, is what of, whom."""

    relation: Relation
    first: str
    second: str

    @property
    def text(self) -> str:
        """As a sentence."""
        return f"{self.first} {RelationKind(self.relation.kind).label} {self.second}"


def read_age_ground(person: Person) -> str:
    """Why she is taken as a child or an adult."""
    return open_field(person, "age_ground")


def list_relations(case: Case, people: Iterable[Person]) -> list[RelationEntry]:
    """How the people of a case belong together."""
    names = {person.pk: person_name(person) for person in people}
    rows = Relation.objects.filter(case=case, ended_at=None).order_by("created_at")
    return [
        RelationEntry(row, names[row.person_id], names[row.other_id])
        for row in rows
        if row.person_id in names and row.other_id in names
    ]


def add_further_person(
    *,
    actor: Actor,
    case: Case,
    role_in_case: str,
    initials: str = "",
    age_seen: str,
    linked: bool = True,
) -> Person:
    """Add a further person, tied to the main one as her role in the case says."""
    main = Person.objects.filter(case=case).order_by("number").first()
    person = add_person(
        actor=actor, case=case, role_in_case=role_in_case, initials=initials, age_seen=age_seen
    )
    if linked and main and role_in_case in RELATION_BY_ROLE:
        kind, is_first = RELATION_BY_ROLE[role_in_case]
        first, second = (person, main) if is_first else (main, person)
        add_relation(actor=actor, case=case, first=first, second=second, kind=kind)
    return person


def add_relation(*, actor: Actor, case: Case, first: Person, second: Person, kind: str) -> Relation:
    """Say how two people of a case belong together.

    Raises:
        Rejected: it is one person, or it is said already.
    """
    if first.pk == second.pk:
        raise Rejected(_("Choose two different people."))
    same = Q(person=first, other=second)
    if kind in (RelationKind.SIBLING, RelationKind.PARTNER, RelationKind.CO_VICTIM):
        same |= Q(person=second, other=first)
    if Relation.objects.filter(same, case=case, kind=kind, ended_at=None).exists():
        raise Rejected(_("This is noted already."))
    relation = Relation(
        case=case, created_by_id=actor.member_id, person=first, other=second, kind=kind
    )
    relation.save(force_insert=True)
    log_act("relation.add", case=case.pk, object=relation.pk, kind=kind)
    return relation


def end_relation(*, actor: Actor, case: Case, relation_id: UUID) -> None:
    """Take back how two people belong together; that it was said is kept.

    Raises:
        NotFound: it is not said.
    """
    ended = Relation.objects.filter(pk=relation_id, case=case, ended_at=None).update(
        ended_at=timezone.now()
    )
    if not ended:
        raise NotFound("relation", relation_id)
    log_act("relation.end", case=case.pk, object=relation_id)


def change_person(
    *,
    actor: Actor,
    person: Person,
    role_in_case: str,
    initials: str,
    exploited_as_child: bool | None,
    expected: int,
    **shown: str,
) -> Person:
    """Change what a person is called and her role, and whether she was exploited as a child.

    ``shown``: the sealed columns that are declared to stand on her page.

    Raises:
        Rejected: it contradicts the answers about her.
        Conflict: somebody changed her in the meantime.
    """
    changed = update_versioned(
        person,
        expected=expected,
        role_in_case=role_in_case if person.number > 1 else person.role_in_case,
        **seal_fields(person, initials=initials, **shown),
        exploited_as_child=exploited_as_child,
    )
    log_act("person.change", case=person.case_id, object=person.pk)
    if exploited_as_child != person.exploited_as_child:
        _recount(actor, changed)
    return changed


def decide_age(
    *, actor: Actor, person: Person, age_seen: str, ground: str, expected: int
) -> Person:
    """Decide whether a person is taken as a child or an adult, or leave it open again.

    Until somebody decides she is treated as a child (ETS 197 art. 10(3)). What follows from her age
    is counted anew.

    Raises:
        Rejected: it contradicts the answers about her.
        Conflict: somebody changed her in the meantime.
    """
    is_open = age_seen == Person.AgeSeen.UNKNOWN
    changed = update_versioned(
        person,
        expected=expected,
        age_seen=age_seen,
        age_decided_by_id=None if is_open else actor.member_id,
        **seal_fields(person, age_ground=ground),
    )
    log_act("person.age", case=person.case_id, object=person.pk, seen=age_seen)
    _recount(actor, changed)
    return changed


def confirm_age(*, actor: Actor, person: Person, row: AgeTold) -> Person:
    """Decide the age by what one source told, which is then the ground.

    Raises:
        NotFound: it was set aside. Rejected: it says neither child nor adult.
        Conflict: somebody decided in the meantime.
    """
    if row.dropped_at or row.person_id != person.pk:
        raise NotFound("agetold", row.pk)
    told = read_age_told(row)
    if told is None or told.group == Person.AgeSeen.UNKNOWN:
        raise Rejected(_("This says neither child nor adult. Decide the age, and write why."))
    decided = decide_age(
        actor=actor,
        person=person,
        age_seen=told.group,
        ground=age_labels.describe_ground(told, timezone.localdate()),
        expected=person.version,
    )
    AgeTold.objects.filter(pk=row.pk, confirmed_at=None).update(confirmed_at=timezone.now())
    return decided


def open_own_case(*, actor: Actor, case: Case, person: Person, kind: str) -> Case:
    """Open a case of her own for somebody who came with another, as a child should have.

    What is known of her here stays here: the new case begins with her initials and age alone.

    Raises:
        Rejected: the case is about her, or she has one.
    """
    if person.number == 1:
        raise Rejected(_("The case is about this person already."))
    if person.own_case_id:
        raise Rejected(_("This person has a case already."))
    own = open_case(
        actor=actor, kind=kind, circle=case.circle, unit_id=actor.unit_id or case.unit_id
    )
    main = Person.objects.get(case=own)
    initials = open_field(person, "initials")
    Person.objects.filter(pk=main.pk).update(
        age_seen=person.age_seen,
        **seal_fields(main, initials=initials),
    )
    Person.objects.filter(pk=person.pk).update(own_case_id=own.pk)
    log_act("person.own_case", case=case.pk, object=person.pk, own=own.pk)
    return own


def list_visible_own_cases(people: Sequence[Person]) -> dict[UUID | None, str]:
    """References of the own cases of some people, of those the actor may see."""
    ids = [person.own_case_id for person in people if person.own_case_id]
    return dict(Case.objects.filter(pk__in=ids).values_list("pk", "reference")) if ids else {}


def _recount(actor: Actor, person: Person) -> None:
    try:
        apply_facts(actor=actor, person=person)
    except InputError as error:
        raise Rejected(
            _("This contradicts the answers about the person. Correct the answers first.")
        ) from error
