# SPDX-License-Identifier: EUPL-1.2
"""The trail: what was done, seen, sought and refused.

Who acted is not said here: the database reads it from the token. Lines are collected during a
piece of work and written at its end, in the same transaction.
"""

import json
from typing import Any
from uuid import UUID

from django.db import connection

from samvern.access.work import current_work

DONE, SEEN, REFUSED = "done", "seen", "refused"


def record(
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
    current_work().lines.append(
        {
            "act": act,
            "case": str(case) if case else None,
            "object": str(object) if object else None,
            "outcome": outcome,
            "detail": detail,
        }
    )


def see(act: str, *, case: UUID | None = None, object: UUID | None = None, **detail: Any) -> None:
    """Add a line about reading."""
    record(act, case=case, object=object, outcome=SEEN, **detail)


def write_lines(lines: list[dict[str, Any]]) -> None:
    """Append lines to the chain of the actor's organisation, and to the case's if it is another."""
    if not lines:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit.append(%s::jsonb)", [json.dumps(lines, default=str)])
    lines.clear()
