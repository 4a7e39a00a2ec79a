# SPDX-License-Identifier: EUPL-1.2
"""What the database says no to, in words."""

from django.db import DatabaseError
from django.utils.translation import gettext as _

from samvern.access.errors import Refused

OVERLAP, CHECK, CLOSED = "23P01", "23514", "42501"


class Taken(Refused):
    """Somebody has the room in a part of the time."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody else got the room first, so nothing was changed. See what is still free.")
        )


def refusal(error: DatabaseError) -> Refused | None:
    """A no in words for an overlap, a rule that does not hold, or a room out of use.

    None for anything else: that is a fault of ours.
    """
    code = getattr(error.__cause__, "sqlstate", "")
    if code == OVERLAP:
        return Taken()
    if code == CLOSED:
        return Refused(_("The room is not in use any more. Search again."))
    if code == CHECK:
        return Refused(_("It does not fit: check the time, and whether the room has enough beds."))
    return None
