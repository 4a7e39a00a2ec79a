# SPDX-License-Identifier: EUPL-1.2
"""What can become of an API client."""

from django.utils.translation import gettext_lazy as _

from samvern.access.workflow import SENDER, StateMachine, Transition

REASONS = {
    "unused": _("It is no longer used"),
    "replaced": _("Another program has taken its place"),
    "leaked": _("Its secret may be known to others"),
}
PROGRAM = StateMachine(
    table="coordination_program",
    first="active",
    states={"active": _("In use"), "ended": _("Ended")},
    transitions=(Transition("end", _("End"), ("active",), "ended", (SENDER,), REASONS),),
)
