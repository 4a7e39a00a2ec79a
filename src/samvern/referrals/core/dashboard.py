# SPDX-License-Identifier: EUPL-1.2
"""What of the referrals waits for the actor, and for others: lines of the desk, one query each."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.cases.core.models import Case
from samvern.cases.dashboard.domain import READ_AT_MOST, DashboardEntry
from samvern.guide.directory import need_name
from samvern.referrals.core.models import Referral
from samvern.referrals.workflow import UNANSWERED, WAITING

ABOUT = "referral_id"


def waiting_for_me(actor: Actor) -> list[DashboardEntry]:
    """Referrals nobody here has answered, questions to the actor, and deletions to confirm."""
    here = Referral.objects.filter(receiver_id=actor.organisation_id)
    received = here.filter(state__in=[*UNANSWERED, "ended"]).select_related("organisation")
    lines = [
        _line(row, _received(row), row.organisation.name)
        for row in received.order_by("due_at")[:READ_AT_MOST]
    ]
    asked = _mine(actor, ["asked_back"])
    return lines + [_line(row, _("Answer about a referral"), row.receiver.name) for row in asked]


def waiting_for_others(actor: Actor) -> list[DashboardEntry]:
    """Referrals from the actor's own cases that the receiver has not answered."""
    rows = _mine(actor, [state for state in WAITING if state != "asked_back"])
    found = Case.objects.filter(pk__in={row.case_id for row in rows if row.case_id})
    references: dict[UUID | None, str] = dict(found.values_list("pk", "reference"))
    return [
        _line(row, _sent(row), row.receiver.name, references.get(row.case_id, "")) for row in rows
    ]


def _mine(actor: Actor, states: Sequence[str]) -> list[Referral]:
    owned = Case.objects.filter(owner_id=actor.member_id).values("pk")
    rows = Referral.objects.filter(
        organisation_id=actor.organisation_id, case_id__in=owned, state__in=states
    )
    found: Iterable[Referral] = rows.select_related("receiver").order_by("due_at")[:READ_AT_MOST]
    return list(found)


def _line(row: Referral, text: str, who: str, reference: str = "") -> DashboardEntry:
    due = None if row.state == "ended" else row.due_at
    since = row.state_since
    return DashboardEntry(text, "referral", None, reference, due, since, who, (ABOUT, row.pk))


def _received(row: Referral) -> str:
    if row.state == "ended":
        return _("Confirm that a referral is deleted")
    return _("Answer a referral: %(need)s") % {"need": need_name(row.need)}


def _sent(row: Referral) -> str:
    return _("Answer to a referral: %(need)s") % {"need": need_name(row.need)}
