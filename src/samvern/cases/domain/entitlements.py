# SPDX-License-Identifier: EUPL-1.2
"""A person's rights today and on coming days, from what is known and what was assessed."""

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.audit import see
from samvern.cases.domain.facts import read_facts, sheet_for
from samvern.cases.law import law
from samvern.cases.models import Person
from samvern.cases.rights.outlook import Outlook, outlook


def read_rights(*, actor: Actor, person: Person) -> Outlook:
    """The outlook for a person; it leaves a line in the trail.

    Raises:
        InputError: what is known contradicts itself; it was written under another pack.
    """
    known = read_facts(person)
    rows = 1 if known.sheet_id else 0
    see("rights.see", case=person.case_id, object=person.pk, rows=rows, by=actor.role)
    return outlook(law(), sheet_for(person, known), today=timezone.localdate())
