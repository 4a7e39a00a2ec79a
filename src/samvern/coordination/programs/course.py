# SPDX-License-Identifier: EUPL-1.2
"""What can become of a program."""

from django.utils.translation import gettext_lazy as _

from samvern.access.courses import SENDER, Course, Move

REASONS = {
    "unused": _("It is no longer used"),
    "replaced": _("Another program has taken its place"),
    "leaked": _("Its secret may be known to others"),
}
PROGRAM = Course(
    table="coordination_program",
    first="active",
    states={"active": _("In use"), "ended": _("Ended")},
    moves=(Move("end", _("End"), ("active",), "ended", (SENDER,), REASONS),),
)
