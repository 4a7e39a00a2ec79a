# SPDX-License-Identifier: EUPL-1.2
"""The waiting list: danger first, then children, then whoever has waited longest. Nobody overtakes.

The order is worked out over all houses behind the wall (``gate.waiting_line``): each sees where her
own stand and how many there are, and nothing of the others.
"""

from dataclasses import dataclass
from uuid import UUID

from samvern.access.actor import Actor
from samvern.access.errors import Absent
from samvern.cases.models import Case
from samvern.identity.domain.sealing import unseal
from samvern.places.course import WAITING
from samvern.places.domain.joining import FIELD
from samvern.places.domain.needs import Needs
from samvern.places.domain.rows import rows_of
from samvern.places.domain.sealed_needs import read_needs
from samvern.places.models import Waiting


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody who waits, with her place among all who wait for the same."""

    row: Waiting
    position: int
    waiting: int
    due: int
    """Her place among those who are still to be told of a free room."""


def get_waiting(actor: Actor, id: UUID) -> Waiting:
    """A wait of a case the actor sees.

    Raises:
        Absent: there is none for her.
    """
    found = Waiting.objects.filter(pk=id).first() if actor.works_with_cases else None
    if found is None:
        raise Absent("waiting", id)
    return found


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
