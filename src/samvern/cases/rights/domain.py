# SPDX-License-Identifier: EUPL-1.2
"""A person's rights today and on coming days, from what is known and what was assessed."""

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.unit_of_work import log_read
from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack
from samvern.cases.facts.domain import person_facts, read_facts
from samvern.cases.rights.forecast import Forecast, forecast_rights


def read_rights(*, actor: Actor, person: Person) -> Forecast:
    """The outlook for a person; it leaves a line in the trail.

    Raises:
        InputError: what is known contradicts itself; it was written under another pack.
    """
    known = read_facts(person)
    rows = 1 if known.sheet_id else 0
    log_read("rights.see", case=person.case_id, object=person.pk, rows=rows, by=actor.role)
    return forecast_rights(current_pack(), person_facts(person, known), today=timezone.localdate())
