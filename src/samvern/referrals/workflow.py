# SPDX-License-Identifier: EUPL-1.2
"""The state machine of a referral: its states, and who moves it how."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access.workflow import JOB, RECEIVER, SENDER, StateMachine, Transition

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

DECLINES: dict[str, Any] = {
    "full": _("It is full"),
    "sex": _("Not for this sex"),
    "age": _("Not for this age"),
    "children": _("Not with children"),
    "substance_use": _("Substance use"),
    "distance": _("Too far away"),
    "security": _("Not safe enough for the person or for others"),
    "outside_mandate": _("Outside what we are to do"),
    "other": _("Another reason"),
}

RECALLS: dict[str, Any] = {
    "solved": _("The need is met in another way"),
    "wishes": _("The person does not want it any more"),
    "wrong_receiver": _("Sent to the wrong receiver"),
    "unanswered": _("Nobody answered"),
    "mistake": _("Sent by mistake"),
}

DELETIONS: dict[str, Any] = {
    "never_kept": _("Nothing was kept outside Samvern"),
    "deleted": _("What was kept is deleted"),
    "must_keep": _("We have a legal duty to keep our own records; the rest is deleted"),
}

NEVER: dict[str, Any] = {
    "no_contact": _("No contact was made"),
    "did_not_come": _("The person did not come"),
    "changed_mind": _("The person changed her mind"),
    "went_elsewhere": _("The person got help elsewhere"),
    "missing": _("The person is missing"),
}

REFERRAL = StateMachine(
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
    transitions=(
        Transition("see", _("Opened"), ("sent",), "seen", (RECEIVER,)),
        Transition("ask", _("Ask back"), ("seen", "answered_back"), "asked_back", (RECEIVER,)),
        Transition("answer", _("Answer the question"), ("asked_back",), "answered_back", (SENDER,)),
        Transition("accept", _("Accept"), ASKABLE, "accepted", (RECEIVER,)),
        Transition("decline", _("Decline"), ASKABLE, "declined", (RECEIVER,), DECLINES),
        Transition("hand_on", _("Suggest another"), ASKABLE, "handed_on", (RECEIVER,)),
        Transition("withdraw", _("Withdraw"), ("sent",), "withdrawn", (SENDER,), RECALLS),
        Transition("recall", _("Withdraw and ask for deletion"), READ, "ended", (SENDER,), RECALLS),
        Transition(
            "arrive",
            _("Arrived"),
            ("accepted", "never_arrived"),
            "arrived",
            (RECEIVER, SENDER),
        ),
        Transition(
            "miss", _("Never arrived"), ("accepted",), "never_arrived", (RECEIVER, SENDER), NEVER
        ),
        Transition("close", _("Close"), ("arrived", "never_arrived"), "closed", (SENDER, RECEIVER)),
        Transition(
            "cancel", _("Consent withdrawn before it was opened"), ("sent",), "withdrawn", (JOB,)
        ),
        Transition("revoke", _("Consent withdrawn"), READ, "ended", (JOB,)),
        Transition("unshare", _("The share was ended"), TAKEN, "ended", (JOB,)),
        Transition(
            "lapse", _("The case was closed before it was opened"), ("sent",), "withdrawn", (JOB,)
        ),
        Transition("drop", _("The case was closed before an answer"), ASKABLE, "ended", (JOB,)),
        Transition("conclude", _("The case was closed"), TAKEN, "closed", (JOB,)),
        Transition("expire", _("Ran out unanswered"), WAITING, "expired", (JOB,)),
        Transition("run_out", _("The time of the share is over"), TAKEN, "closed", (JOB,)),
        Transition("delete", _("Confirm deletion"), ("ended",), "deleted", (RECEIVER,), DELETIONS),
    ),
)
"""``cancel``, ``revoke`` and ``unshare`` are made by the database alone
(``migrations/sql/moving.sql``), and ``lapse``, ``drop`` and ``conclude`` too, when the case is
closed. What was accepted is then closed and not asked back: the receiver helps on its own ground
and keeps its own record."""
