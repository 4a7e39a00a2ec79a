# SPDX-License-Identifier: EUPL-1.2
"""State machines of a conference, of its participants, of what it agreed on, and of a reminder."""

from django.utils.translation import gettext_lazy as _

from samvern.access.workflow import RECEIVER, SENDER, StateMachine, Transition

CANCELLED_BECAUSE = {
    "not_needed": _("It is not needed any more"),
    "wishes": _("The person does not want it"),
    "people": _("Those who must be there cannot come"),
    "basis": _("The consent or the share it rested on has ended"),
    "closed": _("The case is closed"),
}

CONFERENCE = StateMachine(
    "coordination_conference",
    "planned",
    {
        "planned": _("Planned"),
        "held": _("Has been held"),
        "closed": _("Minutes closed"),
        "cancelled": _("Cancelled"),
    },
    (
        Transition("hold", _("It was held"), ("planned",), "held", (SENDER,)),
        Transition("close", _("Close the minutes"), ("held",), "closed", (SENDER,)),
        Transition("reopen", _("Open the minutes again"), ("closed",), "held", (SENDER,)),
        Transition(
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

CANNOT_BECAUSE = {
    "time": _("The time does not suit me"),
    "other": _("Somebody else from us should come"),
    "role": _("We have no part in this"),
    "barred": _("I am not impartial"),
}

PARTICIPANT = StateMachine(
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
        Transition("accept", _("I come"), ASKED, "yes", (RECEIVER,)),
        Transition("doubt", _("Perhaps"), ASKED, "maybe", (RECEIVER,)),
        Transition("decline", _("I do not come"), ASKED, "no", (RECEIVER,), CANNOT_BECAUSE),
        Transition(
            "ask", _("Ask again"), ("yes", "maybe", "no", "withdrawn"), "invited", (SENDER,)
        ),
        Transition("withdraw", _("Take the invitation back"), ASKED, "withdrawn", (SENDER,)),
        Transition("came", _("Was there"), (*ASKED, "no", "did_not_come"), "came", (SENDER,)),
        Transition("missed", _("Was not there"), (*ASKED, "came"), "did_not_come", (SENDER,)),
    ),
)

HER_OWN = ("accept", "doubt", "decline")
"""Moves of a participant that only its member makes; the database refuses her colleagues."""

LIVE = (*ASKED, "came")
"""States in which a participant reads."""

ITEM = StateMachine(
    "coordination_planitem",
    "agreed",
    {"agreed": _("Agreed"), "done": _("Done"), "dropped": _("Dropped")},
    (
        Transition("finish", _("Done"), ("agreed",), "done", (SENDER, RECEIVER)),
        Transition(
            "resume", _("Not done after all"), ("done", "dropped"), "agreed", (SENDER, RECEIVER)
        ),
        Transition("drop", _("Drop it"), ("agreed",), "dropped", (SENDER,)),
    ),
)

ANSWERS = {
    "in_hand": _("We have it in hand"),
    "solved": _("It is solved"),
    "need_help": _("We need your help: call us"),
    "not_ours": _("It does not lie with us"),
    "closed": _("The case is closed"),
}

REMINDER = StateMachine(
    "coordination_nudge",
    "asked",
    {"asked": _("Asked"), "answered": _("Answered")},
    (Transition("answer", _("Answer"), ("asked",), "answered", (RECEIVER,), ANSWERS),),
)

COURSES = (CONFERENCE, PARTICIPANT, ITEM, REMINDER)
