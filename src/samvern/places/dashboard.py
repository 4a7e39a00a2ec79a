# SPDX-License-Identifier: EUPL-1.2
"""What of the bookings waits for the actor, and for others: lines of the desk, one query each."""

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.cases.core.models import Case
from samvern.cases.dashboard.domain import READ_AT_MOST, DashboardEntry
from samvern.places.bookings.selectors import holds_to_answer
from samvern.places.models import Booking
from samvern.places.workflow import HELD


def waiting_for_me(actor: Actor) -> list[DashboardEntry]:
    """Rooms others hold with the actor's house, the one that runs out first on top."""
    return [
        DashboardEntry(
            _("Answer about a room: %(place)s") % {"place": row.place.name},
            "booking",
            None,
            due=row.held_until,
            since=row.created_at,
            who=row.organisation.name,
            thing=("booking_id", row.pk),
        )
        for row in holds_to_answer(actor)[:READ_AT_MOST]
    ]


def waiting_for_others(actor: Actor) -> list[DashboardEntry]:
    """Rooms held for the actor's cases that a provider has not confirmed."""
    mine = Case.objects.filter(owner_id=actor.member_id)
    rows = Booking.objects.filter(organisation_id=actor.organisation_id, state=HELD)
    rows = rows.filter(case_id__in=mine.values("pk")).select_related("receiver")
    found = list(rows.order_by("held_until")[:READ_AT_MOST])
    references = dict(mine.filter(pk__in={r.case_id for r in found}).values_list("pk", "reference"))
    return [
        DashboardEntry(
            _("Answer about a held room"),
            "case_places",
            row.case_id,
            references.get(row.case_id, ""),
            due=row.held_until,
            since=row.created_at,
            who=row.receiver.name,
        )
        for row in found
    ]
