# SPDX-License-Identifier: EUPL-1.2
"""The moves of callbacks, questions and advice."""

from django.utils.translation import gettext_lazy as _

from samvern.access.workflow import JOB, RECEIVER, SENDER, StateMachine, Transition

DUE, DONE, UNSAFE, GIVEN_UP, HANDED_OVER = "due", "done", "unsafe", "given_up", "handed_over"
CALLBACK = StateMachine(
    table="contacts_callback",
    first=DUE,
    states={
        DUE: _("To be called"),
        DONE: _("Called"),
        UNSAFE: _("Not safe to call"),
        GIVEN_UP: _("Given up"),
        HANDED_OVER: _("Taken over in a case"),
    },
    transitions=(
        Transition("done", _("We talked"), (DUE,), DONE, (SENDER,)),
        Transition("no_answer", _("No answer"), (DUE,), DUE, (SENDER,)),
        Transition("move", _("Another time"), (DUE,), DUE, (SENDER,)),
        Transition("unsafe", _("It was not safe to talk"), (DUE,), UNSAFE, (SENDER,)),
        Transition("give_up", _("Give up"), (DUE,), GIVEN_UP, (SENDER, JOB)),
        Transition("hand_over", _("Taken over in a case"), (DUE,), HANDED_OVER, (SENDER,)),
    ),
)

ASKED, TAKEN, MORE_ASKED, MORE_TOLD = "asked", "taken", "more_asked", "more_told"
ANSWERED, CLOSED, DECLINED, WITHDRAWN = "answered", "closed", "declined", "withdrawn"
WITH_DESK = (ASKED, TAKEN, MORE_TOLD)
"""States in which the desk is the one to act."""
RUNNING = (*WITH_DESK, MORE_ASKED)
QUESTION = StateMachine(
    table="contacts_question",
    first=ASKED,
    states={
        ASKED: _("Sent"),
        TAKEN: _("Somebody is on it"),
        MORE_ASKED: _("The desk asks for more"),
        MORE_TOLD: _("More was told"),
        ANSWERED: _("Answered"),
        CLOSED: _("Closed"),
        DECLINED: _("Not for this desk"),
        WITHDRAWN: _("Withdrawn"),
    },
    transitions=(
        Transition("take", _("Take it"), (ASKED,), TAKEN, (RECEIVER,)),
        Transition(
            "ask_more", _("Ask for more"), (ASKED, TAKEN, MORE_TOLD), MORE_ASKED, (RECEIVER,)
        ),
        Transition("tell_more", _("Tell more"), (MORE_ASKED,), MORE_TOLD, (SENDER,)),
        Transition("answer", _("Answer"), (ASKED, TAKEN, MORE_TOLD), ANSWERED, (RECEIVER,)),
        Transition("ask_on", _("Ask on"), (ANSWERED,), MORE_TOLD, (SENDER,)),
        Transition("close", _("Close"), (ANSWERED, DECLINED), CLOSED, (SENDER, JOB)),
        Transition(
            "decline",
            _("Not for us"),
            (ASKED, TAKEN, MORE_TOLD),
            DECLINED,
            (RECEIVER,),
            reasons={
                "other_desk": _("Another desk knows more about this"),
                "report": _("This must be reported: child welfare or police must act"),
                "legal": _("A lawyer must answer this"),
                "person": _("It can be read who this is about"),
                "outside": _("Outside what this desk answers"),
            },
        ),
        Transition("withdraw", _("Withdraw"), RUNNING, WITHDRAWN, (SENDER,)),
    ),
)

WRITTEN, SENT_BACK, APPROVED, TAKEN_DOWN = "written", "sent_back", "approved", "taken_down"
ADVICE = StateMachine(
    table="contacts_advice",
    first=WRITTEN,
    states={
        WRITTEN: _("Waits for a second person"),
        SENT_BACK: _("To be mended"),
        APPROVED: _("Shared"),
        TAKEN_DOWN: _("Taken down"),
    },
    transitions=(
        Transition("approve", _("Approve and share"), (WRITTEN,), APPROVED, (SENDER,)),
        Transition("send_back", _("Send back"), (WRITTEN,), SENT_BACK, (SENDER,)),
        Transition("mend", _("Send in again"), (SENT_BACK,), WRITTEN, (SENDER,)),
        Transition(
            "take_down",
            _("Take down"),
            (WRITTEN, SENT_BACK, APPROVED),
            TAKEN_DOWN,
            (SENDER,),
            reasons={
                "law_changed": _("The law has changed"),
                "wrong": _("It was wrong"),
                "person": _("It can be read who this is about"),
                "other": _("Other"),
            },
        ),
    ),
)
