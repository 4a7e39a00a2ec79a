# SPDX-License-Identifier: EUPL-1.2
"""The small cast: twelve organisations, nine people at work, and cases with a canary in each field.

Every test meets the same ones. The database is reached as the application, through its walls.
"""

from datetime import UTC, datetime, timedelta

import psycopg

from samvern.access.actor import Actor
from samvern.access.models import Share
from samvern.cases.closing.open_items import assign_keepers, list_open_items
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Case, Person
from samvern.demo_data.members_at_work import as_member, refuse_production
from samvern.demo_data.organisations.desks import write_desks
from samvern.demo_data.organisations.members import DemoMembers, write_members
from samvern.demo_data.organisations.places import write_places
from samvern.demo_data.organisations.services import write_services
from samvern.demo_data.table_files import organisations, test_workers
from support.canaries import plant

SHARED_IN = ("case", "assessment", "assistance")


SHARED_OUT = ("case", "rights", "notes")


CASES: dict[str, tuple[str, dict[str, str]]] = {
    "own": ("kari", {}),
    "closed": ("kari", {"state": Case.State.CLOSED, "close_ground": "goal_reached"}),
    "held": ("kari", {}),
    "protected": ("kari", {}),
    "unit": ("jonas", {"circle": Case.Visibility.UNIT}),
    "colleague": ("jonas", {}),
    "other_unit": ("liv", {}),
    "shared_in": ("amina", {}),
    "foreign": ("per", {}),
}
"""Who has each case, and what sets it apart. Kari's organisation is the one the tests look from."""


def load_cast(*, owner_url: str) -> DemoMembers:
    """Load the small cast; the names under which its rows are known.

    Raises:
        PermissionError: this is production, where nobody invented may be.
    """
    refuse_production()
    with psycopg.connect(owner_url, autocommit=True) as connection:
        cast = write_members(connection, organisations(), test_workers())
        write_services(connection, cast)
        write_places(connection, cast, test_workers())
        write_desks(connection, cast)
    for name, (owner, values) in CASES.items():
        with as_member(cast.members[owner]) as actor:
            _open(actor, cast, name, values)
    with as_member(cast.members["tone"]) as leader:
        held = Case.objects.filter(pk=cast.cases["held"])
        held.update(held_at=datetime.now(UTC), held_by_id=leader.member_id)
    _share(cast, "amina", "shared_in", "havn", SHARED_IN)
    _share(cast, "kari", "own", "krisesenter", SHARED_OUT)
    return cast


def _open(actor: Actor, cast: DemoMembers, name: str, values: dict[str, str]) -> None:
    case = open_case(actor=actor, circle=values.get("circle", Case.Visibility.TEAM))
    person = Person.objects.get(case=case)
    cast.cases[name], cast.persons[name] = case.pk, person.pk
    cast.canaries |= plant(actor, name, case, person)
    now = datetime.now(UTC)
    if values.get("state") == Case.State.CLOSED:
        kept = {one.id: actor.member_id for one in list_open_items(case).goes_on}
        assign_keepers(actor=actor, case=case, named=kept, lives=list_open_items(case))
        Case.objects.filter(pk=case.pk).update(closed_at=now, **values)


def _share(
    cast: DemoMembers, sharer: str, case: str, receiver: str, categories: tuple[str, ...]
) -> None:
    with as_member(cast.members[sharer]) as actor:
        now = datetime.now(UTC)
        Share(
            case_id=cast.cases[case],
            organisation_id=cast.organisations[receiver],
            categories=list(categories),
            purpose="protection",
            basis=Share.Basis.STATUTE,
            provision="Synthetic provision",
            since=now,
            until=now + timedelta(days=90),
            created_by_id=actor.member_id,
        ).save(force_insert=True)
