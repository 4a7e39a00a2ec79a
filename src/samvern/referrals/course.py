# SPDX-License-Identifier: EUPL-1.2
"""The course of a referral: its states, and who moves it how."""

from django.utils.translation import gettext_lazy as _

from samvern.access.courses import JOB, RECEIVER, SENDER, Course, Move
from samvern.referrals.course_reasons import DECLINES, DELETIONS, NEVER, RECALLS

UNANSWERED = ("sent", "seen", "answered_back")
"""The receiver has the next move."""
WAITING = (*UNANSWERED, "asked_back")
"""No answer has been given."""
TAKEN = ("accepted", "arrived", "never_arrived")
LIVE = (*WAITING, *TAKEN)
"""The receiver reads what was sent."""
READ = ("seen", "asked_back", "answered_back", *TAKEN)
"""Live, and the receiver has had it open."""
ASKABLE = ("seen", "asked_back", "answered_back")
REFERRAL = Course(
    table="referrals_referral",
    first="sent",
    states={
        "sent": _("Sent, not opened"),
        "seen": _("Seen, not answered"),
        "asked_back": _("Asked back"),
        "answered_back": _("Question answered"),
        "accepted": _("Accepted"),
        "arrived": _("Arrived"),
        "never_arrived": _("Never arrived"),
        "declined": _("Declined"),
        "handed_on": _("Handed on"),
        "withdrawn": _("Withdrawn"),
        "ended": _("Ended, deletion asked for"),
        "deleted": _("Deletion confirmed"),
        "expired": _("Expired unanswered"),
        "closed": _("Closed"),
    },
    moves=(
        Move("see", _("Opened"), ("sent",), "seen", (RECEIVER,)),
        Move("ask", _("Ask back"), ("seen", "answered_back"), "asked_back", (RECEIVER,)),
        Move("answer", _("Answer the question"), ("asked_back",), "answered_back", (SENDER,)),
        Move("accept", _("Accept"), ASKABLE, "accepted", (RECEIVER,)),
        Move("decline", _("Decline"), ASKABLE, "declined", (RECEIVER,), DECLINES),
        Move("hand_on", _("Suggest another"), ASKABLE, "handed_on", (RECEIVER,)),
        Move("withdraw", _("Withdraw"), ("sent",), "withdrawn", (SENDER,), RECALLS),
        Move("recall", _("Withdraw and ask for deletion"), READ, "ended", (SENDER,), RECALLS),
        Move(
            "arrive",
            _("Arrived"),
            ("accepted", "never_arrived"),
            "arrived",
            (RECEIVER, SENDER),
        ),
        Move("miss", _("Never arrived"), ("accepted",), "never_arrived", (RECEIVER, SENDER), NEVER),
        Move("close", _("Close"), ("arrived", "never_arrived"), "closed", (SENDER, RECEIVER)),
        Move("cancel", _("Consent withdrawn before it was opened"), ("sent",), "withdrawn", (JOB,)),
        Move("revoke", _("Consent withdrawn"), READ, "ended", (JOB,)),
        Move("unshare", _("The share was ended"), TAKEN, "ended", (JOB,)),
        Move(
            "lapse", _("The case was closed before it was opened"), ("sent",), "withdrawn", (JOB,)
        ),
        Move("drop", _("The case was closed before an answer"), ASKABLE, "ended", (JOB,)),
        Move("conclude", _("The case was closed"), TAKEN, "closed", (JOB,)),
        Move("expire", _("Ran out unanswered"), WAITING, "expired", (JOB,)),
        Move("run_out", _("The time of the share is over"), TAKEN, "closed", (JOB,)),
        Move("delete", _("Confirm deletion"), ("ended",), "deleted", (RECEIVER,), DELETIONS),
    ),
)
"""``cancel``, ``revoke`` and ``unshare`` are made by the database alone (``sql/moving.sql``), and
``lapse``, ``drop`` and ``conclude`` too, when the case is closed. What was accepted is then closed
and not asked back: the receiver helps on its own ground and keeps its own record."""
