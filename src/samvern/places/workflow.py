# SPDX-License-Identifier: EUPL-1.2
"""The state machines of a booking and of a wait: held, booked, arrived, ended, and the ways out."""

from django.utils.translation import gettext_lazy as _

from samvern.access.workflow import JOB, RECEIVER, SENDER, StateMachine, Transition
from samvern.places.choices import DeclineReason

HELD, BOOKED, ARRIVED = "held", "booked", "arrived"
LIVE = (HELD, BOOKED, ARRIVED)
"""States in which the room is hers."""
BOTH = (SENDER, RECEIVER)

BOOKING = StateMachine(
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
    transitions=(
        Transition("confirm", _("Confirm"), (HELD,), BOOKED, (RECEIVER,)),
        Transition("decline", _("Say no"), (HELD, BOOKED), "declined", (RECEIVER,),
             dict(DeclineReason.choices)),
        Transition("release", _("Give the room back"), (HELD, BOOKED), "released", (SENDER,)),
        Transition("expire", _("Run out"), (HELD,), "expired", (JOB,)),
        Transition("arrive", _("She has arrived"), (BOOKED,), ARRIVED, BOTH),
        Transition("miss", _("She never came"), (BOOKED,), "never_arrived", BOTH),
        Transition("wish", _("Ask for more days"), (BOOKED,), BOOKED, (SENDER,)),
        Transition("wish_more", _("Ask for more days"), (ARRIVED,), ARRIVED, (SENDER,)),
        Transition("extend", _("Change the last day"), (BOOKED,), BOOKED, (RECEIVER,)),
        Transition("extend_stay", _("Change the last day"), (ARRIVED,), ARRIVED, (RECEIVER,)),
        Transition("move", _("Move to another room"), (BOOKED,), BOOKED, (RECEIVER,)),
        Transition("move_on", _("Move to another room"), (ARRIVED,), ARRIVED, (RECEIVER,)),
        Transition("end", _("The stay is over"), (ARRIVED,), "ended", BOTH),
    ),
)  # fmt: skip

WAITING = StateMachine(
    table="places_waiting",
    first="waiting",
    states={
        "waiting": _("Waiting"),
        "placed": _("Has got a place"),
        "withdrawn": _("No longer needed"),
    },
    transitions=(
        Transition("place", _("Has got a place"), ("waiting",), "placed", (SENDER, JOB)),
        Transition("withdraw", _("Take off the list"), ("waiting",), "withdrawn", (SENDER,)),
    ),
)
