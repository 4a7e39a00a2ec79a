# SPDX-License-Identifier: EUPL-1.2
"""What can become of a webhook, and of each delivery."""

from django.utils.translation import gettext_lazy as _

from samvern.access.workflow import JOB, SENDER, StateMachine, Transition

HOOK = StateMachine(
    table="coordination_hook",
    first="active",
    states={"active": _("In use"), "stopped": _("Stopped"), "ended": _("Ended")},
    transitions=(
        Transition("stop", _("Stop: it does not answer"), ("active",), "stopped", (JOB,)),
        Transition("start", _("Start again"), ("stopped",), "active", (SENDER,)),
        Transition("end", _("End"), ("active", "stopped"), "ended", (SENDER,)),
    ),
)
MISSES = {
    "answer": _("It answered with an error"),
    "no_answer": _("It did not answer"),
    "secret": _("Its secret cannot be opened: make a new one"),
    "address": _("The address is not allowed"),
    "ended": _("The webhook has ended or stopped"),
}
DELIVERY = StateMachine(
    table="coordination_delivery",
    first="queued",
    states={
        "queued": _("Waiting"),
        "failed": _("Failed, tried again later"),
        "sent": _("Sent"),
        "given_up": _("Given up"),
    },
    transitions=(
        Transition("send", _("Send"), ("queued", "failed"), "sent", (JOB,)),
        Transition("fail", _("Fail"), ("queued", "failed"), "failed", (JOB,), MISSES),
        Transition("give_up", _("Give up"), ("queued", "failed"), "given_up", (JOB,), MISSES),
        Transition("retry", _("Try again"), ("given_up",), "queued", (SENDER,)),
    ),
)
