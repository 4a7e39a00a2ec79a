# SPDX-License-Identifier: EUPL-1.2
"""Reaching referrals: those of a case, those sent and received, one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read
from samvern.cases.core.models import Case
from samvern.referrals.core.models import Referral, ReferralStep
from samvern.referrals.workflow import UNANSWERED, WAITING

RECEIVED, SENT = "received", "sent"
MOST = 200
OPEN = ("sent", "seen", "asked_back", "answered_back", "accepted", "never_arrived", "ended")
"""States in which somebody still has something to do."""


@dataclass(frozen=True)
class ReferralRow:
    """A referral in a list; the case's reference is the sender's alone."""

    row: Referral
    reference: str
    seen_at: datetime | None
    answered_at: datetime | None

    @property
    def is_waiting(self) -> bool:
        """Whether no answer has been given."""
        return self.row.state in WAITING

    @property
    def waiting_since(self) -> datetime | None:
        """Since when it waits for whoever has the next move; opening it is no answer."""
        if not self.is_waiting:
            return None
        return self.row.created_at if self.row.state in ("sent", "seen") else self.row.state_since

    @property
    def overdue(self) -> bool:
        """Whether the answer should have been here."""
        return self.row.state in UNANSWERED and self.row.due_at < timezone.now()


def get_referral(actor: Actor, id: UUID) -> Referral:
    """A referral the actor has a part in: as its sender who sees the case, or as its receiver.

    Raises:
        NotFound: there is none for her.
    """
    found = None
    if actor.works_with_cases:
        found = _rows().filter(pk=id).first()
    if found is None:
        raise NotFound("referral", id)
    return found


def side_of(actor: Actor, referral: Referral) -> str:
    """``sender`` or ``receiver``."""
    return "receiver" if referral.receiver_id == actor.organisation_id else "sender"


def referrals_of(
    *, actor: Actor, pile: str, states: Iterable[str] = OPEN, start: int = 0
) -> list[ReferralRow]:
    """What was received, or sent, in these states; the next due first, a page from ``start``."""
    rows = _pile(actor, pile, states).order_by("due_at", "pk")
    entries = _entries(rows[start : start + MOST])
    log_read("referrals.see", rows=len(entries), pile=pile)
    return entries


def count_of(*, actor: Actor, pile: str, states: Iterable[str] = OPEN) -> int:
    """How many were received, or sent, in these states."""
    return _pile(actor, pile, states).count()


def _pile(actor: Actor, pile: str, states: Iterable[str]) -> QuerySet[Referral]:
    whose = "organisation_id" if pile == SENT else "receiver_id"
    return _rows().filter(**{whose: actor.organisation_id}, state__in=list(states))


def referrals_of_case(*, actor: Actor, case: Case) -> list[ReferralRow]:
    """What was sent from a case the actor has reached, the newest first."""
    entries = _entries(_rows().filter(case_id=case.pk)[:MOST])
    log_read("referrals.see", case=case.pk, rows=len(entries))
    return entries


def steps_of(referral: Referral) -> list[ReferralStep]:
    """Every move that was made, the first first.

    Who made one is not joined in: the two sides need not see each other's members, and a join would
    leave out the moves of the other.
    """
    rows = ReferralStep.objects.filter(of=referral).select_related("suggested")
    return list(rows.order_by("created_at"))


def _rows() -> QuerySet[Referral]:
    return Referral.objects.select_related("organisation", "receiver", "receiver_unit", "service")


def _entries(rows: Iterable[Referral]) -> list[ReferralRow]:
    found = list(rows)
    cases = Case.objects.filter(pk__in={row.case_id for row in found if row.case_id})
    references = dict(cases.values_list("pk", "reference"))
    seen: dict[UUID, datetime] = {}
    answered: dict[UUID, datetime] = {}
    steps = ReferralStep.objects.filter(of__in=[row.pk for row in found]).order_by("created_at")
    for of, move, at in steps.values_list("of_id", "move", "created_at"):
        if move == "see":
            seen[of] = at
        elif move in ("accept", "decline", "hand_on"):
            answered[of] = at
    return [
        ReferralRow(row, references.get(row.case_id, ""), seen.get(row.pk), answered.get(row.pk))  # type: ignore[arg-type]
        for row in found
    ]
