# SPDX-License-Identifier: EUPL-1.2
"""The courses of a booking and of a wait: held, booked, arrived, ended, and the ways out."""

from django.utils.translation import gettext_lazy as _

from samvern.access.courses import JOB, RECEIVER, SENDER, Course, Move
from samvern.places.outcomes import Reason

HELD, BOOKED, ARRIVED = "held", "booked", "arrived"
LIVE = (HELD, BOOKED, ARRIVED)
"""States in which the room is hers."""
BOTH = (SENDER, RECEIVER)

BOOKING = Course(
    table="places_booking",
    first=HELD,
    states={
        HELD: _("Held"),
        BOOKED: _("Booked"),
        ARRIVED: _("Arrived"),
        "ended": _("Ended"),
        "never_arrived": _("Never arrived"),
        "declined": _("Declined"),
        "released": _("Given back"),
        "expired": _("Ran out"),
    },
    moves=(
        Move("confirm", _("Confirm"), (HELD,), BOOKED, (RECEIVER,)),
        Move("decline", _("Say no"), (HELD, BOOKED), "declined", (RECEIVER,),
             dict(Reason.choices)),
        Move("release", _("Give the room back"), (HELD, BOOKED), "released", (SENDER,)),
        Move("expire", _("Run out"), (HELD,), "expired", (JOB,)),
        Move("arrive", _("She has arrived"), (BOOKED,), ARRIVED, BOTH),
        Move("miss", _("She never came"), (BOOKED,), "never_arrived", BOTH),
        Move("wish", _("Ask for more days"), (BOOKED,), BOOKED, (SENDER,)),
        Move("wish_more", _("Ask for more days"), (ARRIVED,), ARRIVED, (SENDER,)),
        Move("extend", _("Change the last day"), (BOOKED,), BOOKED, (RECEIVER,)),
        Move("extend_stay", _("Change the last day"), (ARRIVED,), ARRIVED, (RECEIVER,)),
        Move("move", _("Move to another room"), (BOOKED,), BOOKED, (RECEIVER,)),
        Move("move_on", _("Move to another room"), (ARRIVED,), ARRIVED, (RECEIVER,)),
        Move("end", _("The stay is over"), (ARRIVED,), "ended", BOTH),
    ),
)  # fmt: skip

WAITING = Course(
    table="places_waiting",
    first="waiting",
    states={
        "waiting": _("Waiting"),
        "placed": _("Has got a place"),
        "withdrawn": _("No longer needed"),
    },
    moves=(
        Move("place", _("Has got a place"), ("waiting",), "placed", (SENDER, JOB)),
        Move("withdraw", _("Take off the list"), ("waiting",), "withdrawn", (SENDER,)),
    ),
)
