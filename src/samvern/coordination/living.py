# SPDX-License-Identifier: EUPL-1.2
"""What of the room can be alive on a case."""

from django.utils.translation import gettext_lazy as lazy

from samvern.access.living import course_kind
from samvern.coordination.course import CONFERENCE, ITEM, NUDGE

KINDS = (
    course_kind(
        "conference", CONFERENCE, ("planned", "held"), lazy("Conferences"),
        moves=("cancel", "close"), reason="closed",
        also="CASE (SELECT f.state FROM public.coordination_conference f WHERE f.id = $1) "
        "WHEN 'planned' THEN gate.tell_seats($1, 'conference-cancelled') END",
    ),
    course_kind(
        "planitem", ITEM, ("agreed",), lazy("What was agreed at conferences"), moves=("drop",)
    ),
    course_kind(
        "nudge", NUDGE, ("asked",), lazy("Questions from a coordinator"), moves=("answer",),
        reason="closed",
    ),
)  # fmt: skip
COURSES = (CONFERENCE, ITEM, NUDGE)
STAYS = {
    "coordination_conferencestep": "A move that was made.",
    "coordination_seat": "Reads while its conference stands and its share lasts; both end.",
    "coordination_seatstep": "A move that was made.",
    "coordination_planitemstep": "A move that was made.",
    "coordination_nudgestep": "A move that was made.",
    "coordination_minutes": "What was said; outside the house it reads by a share.",
    "coordination_minutesanswer": "What somebody said of the minutes.",
}
