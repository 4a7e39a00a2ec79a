# SPDX-License-Identifier: EUPL-1.2
"""Rows that functions of the gate answer, as dictionaries."""

from typing import Any

from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from samvern.access.errors import Rejected


def fetch_rows(query: str, values: list[Any]) -> list[dict[str, Any]]:
    """All rows of a query, by the names of its columns."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


OVERLAP, CHECK, CLOSED = "23P01", "23514", "42501"


class RoomTaken(Rejected):
    """Somebody has the room in a part of the time."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody else got the room first, so nothing was changed. See what is still free.")
        )


def explain_refusal(error: DatabaseError) -> Rejected | None:
    """A no in words for an overlap, a rule that does not hold, or a room out of use.

    None for anything else: that is a fault of ours.
    """
    code = getattr(error.__cause__, "sqlstate", "")
    if code == OVERLAP:
        return RoomTaken()
    if code == CLOSED:
        return Rejected(_("The room is not in use any more. Search again."))
    if code == CHECK:
        return Rejected(_("It does not fit: check the time, and whether the room has enough beds."))
    return None
