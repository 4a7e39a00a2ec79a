# SPDX-License-Identifier: EUPL-1.2
"""Courses of what is done together: a conference, a seat at it, what it agreed on, a question."""

from django.utils.translation import gettext_lazy as _

from samvern.access.courses import RECEIVER, SENDER, Course, Move
from samvern.coordination.course_reasons import ANSWERS, CANCELLED_BECAUSE, CANNOT_BECAUSE

CONFERENCE = Course(
    "coordination_conference",
    "planned",
    {
        "planned": _("Planned"),
        "held": _("Has been held"),
        "closed": _("Minutes closed"),
        "cancelled": _("Cancelled"),
    },
    (
        Move("hold", _("It was held"), ("planned",), "held", (SENDER,)),
        Move("close", _("Close the minutes"), ("held",), "closed", (SENDER,)),
        Move("reopen", _("Open the minutes again"), ("closed",), "held", (SENDER,)),
        Move(
            "cancel",
            _("Cancel the conference"),
            ("planned",),
            "cancelled",
            (SENDER,),
            CANCELLED_BECAUSE,
        ),
    ),
)
ASKED = ("invited", "yes", "maybe")
SEAT = Course(
    "coordination_seat",
    "invited",
    {
        "invited": _("Invited"),
        "yes": _("Comes"),
        "maybe": _("Comes perhaps"),
        "no": _("Does not come"),
        "came": _("Was there"),
        "did_not_come": _("Was not there"),
        "withdrawn": _("Invitation taken back"),
    },
    (
        Move("accept", _("I come"), ASKED, "yes", (RECEIVER,)),
        Move("doubt", _("Perhaps"), ASKED, "maybe", (RECEIVER,)),
        Move("decline", _("I do not come"), ASKED, "no", (RECEIVER,), CANNOT_BECAUSE),
        Move("ask", _("Ask again"), ("yes", "maybe", "no", "withdrawn"), "invited", (SENDER,)),
        Move("withdraw", _("Take the invitation back"), ASKED, "withdrawn", (SENDER,)),
        Move("came", _("Was there"), (*ASKED, "no", "did_not_come"), "came", (SENDER,)),
        Move("missed", _("Was not there"), (*ASKED, "came"), "did_not_come", (SENDER,)),
    ),
)
HER_OWN = ("accept", "doubt", "decline")
"""Moves of a seat that only its member makes; the database refuses her colleagues."""
LIVE = (*ASKED, "came")
"""States in which a seat reads."""
ITEM = Course(
    "coordination_planitem",
    "agreed",
    {"agreed": _("Agreed"), "done": _("Done"), "dropped": _("Dropped")},
    (
        Move("finish", _("Done"), ("agreed",), "done", (SENDER, RECEIVER)),
        Move("resume", _("Not done after all"), ("done", "dropped"), "agreed", (SENDER, RECEIVER)),
        Move("drop", _("Drop it"), ("agreed",), "dropped", (SENDER,)),
    ),
)
NUDGE = Course(
    "coordination_nudge",
    "asked",
    {"asked": _("Asked"), "answered": _("Answered")},
    (Move("answer", _("Answer"), ("asked",), "answered", (RECEIVER,), ANSWERS),),
)
COURSES = (CONFERENCE, SEAT, ITEM, NUDGE)
