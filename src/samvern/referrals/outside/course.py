# SPDX-License-Identifier: EUPL-1.2
"""The courses of what is sent outside, of a notification of concern, and of a crossing."""

from django.utils.translation import gettext_lazy as _

from samvern.access.courses import JOB, RECEIVER, SENDER, Course, Move
from samvern.referrals.outside.move_reasons import CALLED_BACK, CANNOT, STOPPED

UNANSWERED = ("waiting", "opened", "received", "ring")
LIVE = (*UNANSWERED, "can_help")
BOTH = (RECEIVER, SENDER)

SENDING = Course(
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
    moves=(
        Move("open", _("Opened"), ("waiting",), "opened", (RECEIVER,)),
        Move("receive", _("Received"), ("waiting", "opened"), "received", BOTH),
        Move("ring", _("Asks to be rung"), ("waiting", "opened", "received"), "ring", BOTH),
        Move("help", _("Can help"), UNANSWERED, "can_help", BOTH),
        Move("decline", _("Cannot help"), LIVE, "cannot", BOTH, CANNOT),
        Move("lock", _("Five wrong codes"), LIVE, "locked", (RECEIVER,)),
        Move("expire", _("Ran out"), UNANSWERED, "expired", (JOB,)),
        Move("call_back", _("Called back"), LIVE, "called_back", (SENDER,), CALLED_BACK),
    ),
)
"""``open`` and ``lock`` are made by the database alone, and every answer that comes through a link
(``sql/links.sql``); the sender writes down what was answered on the telephone or by post."""

CONCERN = Course(
    table="referrals_concern",
    first="made",
    states={
        "made": _("Notified, not confirmed"),
        "confirmed": _("Confirmed by child welfare"),
        "investigating": _("Child welfare investigates"),
        "dropped": _("Closed by child welfare without measures"),
        "answered": _("Child welfare has told what it does"),
    },
    moves=(
        Move("confirm", _("Confirmed"), ("made",), "confirmed", (SENDER,)),
        Move("investigate", _("Investigates"), ("made", "confirmed"), "investigating", (SENDER,)),
        Move("drop", _("Closed"), ("made", "confirmed", "investigating"), "dropped", (SENDER,)),
        Move("answer", _("Second reply"), ("investigating",), "answered", (SENDER,)),
    ),
)

NOT_SENT, UNDER_WAY = ("prepared",), ("prepared", "sent", "accepted")
CROSSING = Course(
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
    moves=(
        Move("send", _("Sent"), NOT_SENT, "sent", (SENDER,)),
        Move("accept", _("Accepted"), ("sent",), "accepted", (SENDER,)),
        Move("decline", _("Declined"), ("sent", "accepted"), "declined", (SENDER,), CANNOT),
        Move("depart", _("Left"), ("accepted",), "travelled", (SENDER,)),
        Move("miss", _("Did not arrive"), ("travelled",), "missing", (SENDER,)),
        Move("arrive", _("Arrived"), ("travelled", "missing"), "arrived", (SENDER,)),
        Move("follow", _("Followed up"), ("arrived",), "followed", (SENDER,)),
        Move("stop", _("Stopped"), UNDER_WAY, "stopped", (SENDER,), STOPPED),
    ),
)
"""``send`` and ``depart`` pass only when all that must be settled is (``sql/crossings.sql``)."""
COURSES = (SENDING, CONCERN, CROSSING)
