# SPDX-License-Identifier: EUPL-1.2
"""Putting somebody on the waiting list, and taking her off it."""

from uuid import uuid4

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.courses import take_step
from samvern.access.errors import Refused
from samvern.cases.domain.reaching import get_working_case
from samvern.cases.models import Case, Person
from samvern.identity.domain.sealing import seal
from samvern.places.course import WAITING
from samvern.places.domain.demand import note_demand
from samvern.places.domain.needs import Needs
from samvern.places.domain.sealed_needs import write_needs
from samvern.places.models import Waiting, WaitingStep
from samvern.places.outcomes import Outcome

FIELD = "waiting.needs"


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


def end_waiting(*, actor: Actor, waiting: Waiting, move: str) -> Waiting:
    """``place`` when she has got a place, ``withdraw`` when it is no longer needed.

    Raises:
        Overtaken: it ended before. Absent: it is not the actor's.
    """
    step = WaitingStep(id=uuid4(), of=waiting, case_id=waiting.case_id, move=move)
    return take_step(WAITING, step, waiting, actor=actor)
