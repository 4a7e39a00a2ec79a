# SPDX-License-Identifier: EUPL-1.2
"""The trail: what was done, seen, sought and refused.

Who acted is not said here: the database reads it from the token. Lines are collected during a
piece of work and written at its end, in the same transaction.
"""

from typing import Any
from uuid import UUID

from samvern.access.unit_of_work import current_unit_of_work

DONE, SEEN, REFUSED = "done", "seen", "refused"


def log_act(
    act: str,
    *,
    case: UUID | None = None,
    object: UUID | None = None,
    outcome: str = DONE,
    rows: int | None = None,
    **detail: Any,
) -> None:
    """Add a line: an act such as ``note.write``, the case, the thing, and erasable details.

    ``rows`` is how many protected rows a page showed; the completeness test counts them.
    """
    if rows is not None:
        detail["rows"] = rows
    current_unit_of_work().lines.append(
        {
            "act": act,
            "case": str(case) if case else None,
            "object": str(object) if object else None,
            "outcome": outcome,
            "detail": detail,
        }
    )


def log_read(
    act: str, *, case: UUID | None = None, object: UUID | None = None, **detail: Any
) -> None:
    """Add a line about reading."""
    log_act(act, case=case, object=object, outcome=SEEN, **detail)
