# SPDX-License-Identifier: EUPL-1.2
"""The waiting list: danger first, then children, then whoever has waited longest. Nobody overtakes.

The order is worked out over all houses behind the wall (``gate.waiting_line``): each sees where her
own stand and how many there are, and nothing of the others.
"""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.courses import take_step
from samvern.access.errors import Absent, Refused
from samvern.cases.domain.reaching import get_working_case
from samvern.cases.models import Case, Person
from samvern.identity.domain.sealing import seal, unseal
from samvern.places.course import WAITING
from samvern.places.domain.demand import note_demand
from samvern.places.domain.needs import Needs
from samvern.places.domain.rows import rows_of
from samvern.places.domain.sealed_needs import read_needs, write_needs
from samvern.places.models import Waiting, WaitingStep
from samvern.places.outcomes import Outcome

FIELD = "waiting.needs"


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody who waits, with her place among all who wait for the same."""

    row: Waiting
    position: int
    waiting: int
    due: int
    """Her place among those who are still to be told of a free room."""


def start_waiting(*, actor: Actor, case: Case, person: Person, needs: Needs) -> Waiting:
    """Put somebody of a case on the list.

    Raises:
        Refused: she waits for the same already, or the case is closed.
        Absent: the case is not the actor's to work in.
    """
    get_working_case(actor, case.pk)
    waits = Waiting.objects.filter(case_id=case.pk, person_id=person.pk, state=WAITING.first)
    if waits.filter(kind=needs.kind, region=needs.region).exists():
        raise Refused(_("She is on this waiting list already, and keeps her place."))
    id = uuid4()
    row = Waiting(
        id=id, organisation_id=actor.organisation_id, created_by_id=actor.member_id,
        state=WAITING.first, case_id=case.pk, person_id=person.pk, kind=needs.kind,
        region=needs.region, urgency=needs.urgency,
        needs_sealed=seal(case.pk, FIELD, id, write_needs(needs)),
    )  # fmt: skip
    row.save(force_insert=True)
    record("waiting.start", case=case.pk, object=id)
    note_demand(needs, Outcome.WAITS, once=str(id))
    return row


def get_waiting(actor: Actor, id: UUID) -> Waiting:
    """A wait of a case the actor sees.

    Raises:
        Absent: there is none for her.
    """
    found = Waiting.objects.filter(pk=id).first() if actor.works_with_cases else None
    if found is None:
        raise Absent("waiting", id)
    return found


def end_waiting(*, actor: Actor, waiting: Waiting, move: str) -> Waiting:
    """``place`` when she has got a place, ``withdraw`` when it is no longer needed.

    Raises:
        Overtaken: it ended before. Absent: it is not the actor's.
    """
    step = WaitingStep(id=uuid4(), of=waiting, case_id=waiting.case_id, move=move)
    return take_step(WAITING, step, waiting, actor=actor)


def line_of(rows: list[Waiting]) -> list[InLine]:
    """Where each stands; those who wait no longer are left away."""
    query = "SELECT * FROM gate.waiting_line(%s::uuid[])"
    found = {row["waits_id"]: row for row in rows_of(query, [[row.pk for row in rows]])}
    return [
        InLine(row, place["stands"], place["waiting"], place["due"])
        for row in rows
        if (place := found.get(row.pk))
    ]


def own_line(actor: Actor, case: Case | None = None) -> list[InLine]:
    """Those of the actor's cases, or of one case, who wait; in the order of the list."""
    rows = Waiting.objects.filter(state=WAITING.first)
    if case is not None:
        rows = rows.filter(case_id=case.pk)
    return line_of(list(rows.order_by("urgency", "created_at", "pk")[:200]))


def needs_of(waiting: Waiting) -> Needs:
    """What she needs, as it was when she was put on the list."""
    return read_needs(unseal(waiting.case_id, FIELD, waiting.pk, waiting.needs_sealed))
