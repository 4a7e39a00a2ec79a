# SPDX-License-Identifier: EUPL-1.2
"""State machines of external, cross-border and child welfare referrals."""

from django.utils.translation import gettext_lazy as _

from samvern.access.workflow import JOB, RECEIVER, SENDER, StateMachine, Transition
from samvern.referrals.workflow import DECLINES

UNANSWERED = ("waiting", "opened", "received", "ring")
LIVE = (*UNANSWERED, "can_help")
BOTH = (RECEIVER, SENDER)
CANNOT = DECLINES
"""Why a receiver cannot help: the list of the ordinary referral."""

CALLED_BACK = {
    "consent": _("The consent was withdrawn"),
    "wrong": _("Sent to the wrong receiver"),
    "lost": _("The link may have come into wrong hands"),
    "solved": _("The need is met in another way"),
    "wishes": _("The person does not want it any more"),
    "closed": _("The case is closed"),
}
"""Why something sent is called back."""

SENDING = StateMachine(
    table="referrals_sending",
    first="waiting",
    states={
        "waiting": _("Sent, not opened"),
        "opened": _("Opened"),
        "received": _("Received"),
        "ring": _("Asks to be rung"),
        "can_help": _("Can help"),
        "cannot": _("Cannot help"),
        "locked": _("Locked after five wrong codes"),
        "expired": _("Ran out"),
        "called_back": _("Called back"),
    },
    transitions=(
        Transition("open", _("Opened"), ("waiting",), "opened", (RECEIVER,)),
        Transition("receive", _("Received"), ("waiting", "opened"), "received", BOTH),
        Transition("ring", _("Asks to be rung"), ("waiting", "opened", "received"), "ring", BOTH),
        Transition("help", _("Can help"), UNANSWERED, "can_help", BOTH),
        Transition("decline", _("Cannot help"), LIVE, "cannot", BOTH, CANNOT),
        Transition("lock", _("Five wrong codes"), LIVE, "locked", (RECEIVER,)),
        Transition("expire", _("Ran out"), UNANSWERED, "expired", (JOB,)),
        Transition("call_back", _("Called back"), LIVE, "called_back", (SENDER,), CALLED_BACK),
    ),
)
"""``open`` and ``lock`` are made by the database alone, and every answer that comes through a link
(``migrations/sql/functions.sql``); the sender writes down what was answered on the telephone or
by post."""

CONCERN = StateMachine(
    table="referrals_concern",
    first="made",
    states={
        "made": _("Notified, not confirmed"),
        "confirmed": _("Confirmed by child welfare"),
        "investigating": _("Child welfare investigates"),
        "dropped": _("Closed by child welfare without measures"),
        "answered": _("Child welfare has told what it does"),
    },
    transitions=(
        Transition("confirm", _("Confirmed"), ("made",), "confirmed", (SENDER,)),
        Transition(
            "investigate", _("Investigates"), ("made", "confirmed"), "investigating", (SENDER,)
        ),
        Transition(
            "drop", _("Closed"), ("made", "confirmed", "investigating"), "dropped", (SENDER,)
        ),
        Transition("answer", _("Second reply"), ("investigating",), "answered", (SENDER,)),
    ),
)

NOT_SENT, UNDER_WAY = ("prepared",), ("prepared", "sent", "accepted")

STOPPED = {
    "wish": _("She does not want to go"),
    "risk": _("It is not safe"),
    "veto": _("The prosecution does not let her leave"),
    "receiver": _("Nobody there can receive her"),
    "law": _("Another rule of law stops it"),
    "consent": _("The consent was withdrawn"),
    "closed": _("The case is closed"),
    "other": _("Another reason"),
}
"""Why a cross-border referral was stopped."""

CROSSING = StateMachine(
    table="referrals_crossing",
    first="prepared",
    states={
        "prepared": _("Being prepared"),
        "sent": _("Sent, not answered"),
        "accepted": _("Accepted"),
        "declined": _("Declined"),
        "travelled": _("Has left"),
        "missing": _("Did not arrive"),
        "arrived": _("Arrived"),
        "followed": _("Followed up after arrival"),
        "stopped": _("Stopped"),
    },
    transitions=(
        Transition("send", _("Sent"), NOT_SENT, "sent", (SENDER,)),
        Transition("accept", _("Accepted"), ("sent",), "accepted", (SENDER,)),
        Transition("decline", _("Declined"), ("sent", "accepted"), "declined", (SENDER,), CANNOT),
        Transition("depart", _("Left"), ("accepted",), "travelled", (SENDER,)),
        Transition("miss", _("Did not arrive"), ("travelled",), "missing", (SENDER,)),
        Transition("arrive", _("Arrived"), ("travelled", "missing"), "arrived", (SENDER,)),
        Transition("follow", _("Followed up"), ("arrived",), "followed", (SENDER,)),
        Transition("stop", _("Stopped"), UNDER_WAY, "stopped", (SENDER,), STOPPED),
    ),
)
"""``send`` and ``depart`` pass only when all that must be settled is: a trigger in
``migrations/sql/triggers.sql`` refuses them otherwise."""

COURSES = (SENDING, CONCERN, CROSSING)
