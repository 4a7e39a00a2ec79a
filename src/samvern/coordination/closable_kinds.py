# SPDX-License-Identifier: EUPL-1.2
"""What of the room can be alive on a case."""

from django.utils.translation import gettext_lazy as lazy

from samvern.access.case_closing import stateful_kind
from samvern.coordination.workflow import CONFERENCE, ITEM, REMINDER

CLOSABLE_KINDS = (
    stateful_kind(
        "conference", CONFERENCE, ("planned", "held"), lazy("Conferences"),
        moves=("cancel", "close"), reason="closed",
        also="CASE (SELECT f.state FROM public.coordination_conference f WHERE f.id = $1) "
        "WHEN 'planned' THEN gate.tell_seats($1, 'conference-cancelled') END",
    ),
    stateful_kind(
        "planitem", ITEM, ("agreed",), lazy("What was agreed at conferences"), moves=("drop",)
    ),
    stateful_kind(
        "nudge", REMINDER, ("asked",), lazy("Questions from a coordinator"), moves=("answer",),
        reason="closed",
    ),
)  # fmt: skip
COURSES = (CONFERENCE, ITEM, REMINDER)
TABLES_WITHOUT_CLOSING = {
    "coordination_conferencestep": "A move that was made.",
    "coordination_seat": "Reads while its conference stands and its share lasts; both end.",
    "coordination_seatstep": "A move that was made.",
    "coordination_planitemstep": "A move that was made.",
    "coordination_nudgestep": "A move that was made.",
    "coordination_minutes": "What was said; outside the house it reads by a share.",
    "coordination_minutesanswer": "What somebody said of the minutes.",
}
