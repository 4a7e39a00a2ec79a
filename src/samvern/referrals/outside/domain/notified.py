# SPDX-License-Identifier: EUPL-1.2
"""Notifications as they are read."""

from uuid import UUID

from samvern.access.actor import Actor
from samvern.access.errors import Absent
from samvern.access.models import Organisation
from samvern.cases.domain.reaching import get_case
from samvern.cases.models import Case, Person
from samvern.identity.domain.sealing import unseal
from samvern.referrals.outside.models import Concern


def concerns_of(case: Case, person: Person | None = None) -> list[Concern]:
    """What was notified from a case, the newest first."""
    rows = Concern.objects.filter(case_id=case.pk).select_related("receiver", "created_by")
    return list(rows.filter(person_id=person.pk) if person else rows)


def get_concern(actor: Actor, case_id: UUID, id: UUID) -> Concern:
    """A notification in a case the actor reaches.

    Raises:
        Absent: there is none.
    """
    case = get_case(actor, case_id)
    found = next((row for row in concerns_of(case) if row.pk == id), None)
    if found is None:
        raise Absent("concern", id)
    return found


def receiver_of(concern: Concern) -> str:
    """Who received it."""
    words = unseal(concern.case_id, "concern.receiver", concern.pk, concern.receiver_sealed)
    return words or (concern.receiver.name if concern.receiver else "–")


def read_words(concern: Concern) -> str:
    """What was written of the child's voice and of the guardians."""
    return unseal(concern.person_id, "concern.words", concern.pk, concern.words_sealed)


def nearest_child_welfare(sender: Organisation) -> list[Organisation]:
    """Child welfare services here that receive: those of the sender's region first."""
    rows = Organisation.objects.filter(
        kind="child_welfare", active=True
    ).exclude(actor_code="bufdir_guidance").exclude(pk=sender.pk)  # fmt: skip
    return sorted(rows, key=lambda each: (each.region != sender.region, each.name))
