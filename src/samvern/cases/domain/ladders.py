# SPDX-License-Identifier: EUPL-1.2
"""Where a person stands on the ladder, from the assessments the actor may see."""

from collections.abc import Iterable

from samvern.cases.models import Assessment, Person
from samvern.cases.rights.ladder import Entry, Ladder, ladder


def stand(person: Person) -> Ladder:
    """The ladder of a person."""
    rows = Assessment.objects.filter(person=person).exclude(kind=Assessment.Kind.AGE)
    return ladder(entries(rows.defer("ground_sealed", "facts_sealed", "result_sealed")))


def entries(rows: Iterable[Assessment]) -> list[Entry]:
    """Assessments as the ladder wants them. A withdrawal speaks for the voice it withdraws."""
    found = list(rows)
    voices = {row.pk: row.decided_by or str(row.created_by_id) for row in found}
    return [
        Entry(
            id=str(row.pk),
            authority=row.authority,
            step=row.step,
            decided_on=row.decided_on,
            recorded_at=row.created_at,
            by=voices.get(row.differs_from_id or row.pk, "")
            if row.step == Assessment.Step.WITHDRAWN
            else voices[row.pk],
            about=str(row.differs_from_id or ""),
        )
        for row in found
    ]
