# SPDX-License-Identifier: EUPL-1.2
"""The small cast: twelve organisations, nine people at work, and cases with a canary in each field.

Every test meets the same ones. The database is reached as the application, through its walls.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

import psycopg
from django.conf import settings

from samvern.access.actor import Actor
from samvern.access.models import Share
from samvern.access.tokens import close_session, new_token, open_session
from samvern.access.work import acting, work_for
from samvern.cases.domain.cases import open_case
from samvern.cases.domain.living import name_keepers, what_lives
from samvern.cases.models import Case, Person
from samvern.cast.advising import write_desks
from samvern.cast.canaries import plant
from samvern.cast.employing import Cast, employ
from samvern.cast.housing import write_places
from samvern.cast.reading import actors, bodies
from samvern.cast.serving import write_services

SHARED_IN = ("case", "assessment", "assistance")
SHARED_OUT = ("case", "rights", "notes")
CASES: dict[str, tuple[str, dict[str, str]]] = {
    "own": ("kari", {}),
    "closed": ("kari", {"state": Case.State.CLOSED, "close_ground": "goal_reached"}),
    "held": ("kari", {}),
    "protected": ("kari", {}),
    "unit": ("jonas", {"circle": Case.Circle.UNIT}),
    "colleague": ("jonas", {}),
    "other_unit": ("liv", {}),
    "shared_in": ("amina", {}),
    "foreign": ("per", {}),
}
"""Who has each case, and what sets it apart. Kari's organisation is the one the tests look from."""


def load_cast(*, owner_url: str) -> Cast:
    """Load the small cast; the names under which its rows are known.

    Raises:
        PermissionError: this is production, where nobody invented may be.
    """
    refuse_production()
    with psycopg.connect(owner_url, autocommit=True) as connection:
        cast = employ(connection, bodies(), actors())
        write_services(connection, cast)
        write_places(connection, cast, actors())
        write_desks(connection, cast)
    for name, (owner, values) in CASES.items():
        with as_member(cast.members[owner]) as actor:
            _open(actor, cast, name, values)
    _share(cast, "amina", "shared_in", "havn", SHARED_IN)
    _share(cast, "kari", "own", "krisesenter", SHARED_OUT)
    return cast


def refuse_production() -> None:
    """Invented people belong in demonstrations and tests.

    Raises:
        PermissionError: this is production.
    """
    if settings.PRODUCTION:
        raise PermissionError("the cast is for demonstration and tests; this is production")


@contextmanager
def as_member(member: UUID) -> Iterator[Actor]:
    """One piece of work as a member, with a token that ends with it."""
    token = new_token()
    with work_for(""):
        open_session(member_id=member, token=token)
    with acting(token) as actor:
        yield actor
    with work_for(""):
        close_session(token)


def _open(actor: Actor, cast: Cast, name: str, values: dict[str, str]) -> None:
    case = open_case(actor=actor, circle=values.get("circle", Case.Circle.TEAM))
    person = Person.objects.get(case=case)
    cast.cases[name], cast.persons[name] = case.pk, person.pk
    cast.canaries |= plant(actor, name, case, person)
    now = datetime.now(UTC)
    if name == "held":
        Case.objects.filter(pk=case.pk).update(held_at=now, held_by_id=actor.member_id)
    if values.get("state") == Case.State.CLOSED:
        kept = {one.id: actor.member_id for one in what_lives(case).goes_on}
        name_keepers(actor=actor, case=case, named=kept, lives=what_lives(case))
        Case.objects.filter(pk=case.pk).update(closed_at=now, **values)


def _share(cast: Cast, sharer: str, case: str, receiver: str, categories: tuple[str, ...]) -> None:
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
