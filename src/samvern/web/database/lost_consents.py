# SPDX-License-Identifier: EUPL-1.2
"""What is open to others on a consent that no longer holds, as whoever runs the house is told it.

The database lets nothing come alive on such a consent and ends what stands on one when it is taken
back (``cases/migrations/sql/resting.sql``). This finds what is left of before, or of a mistake.
"""

from collections.abc import Iterator
from typing import Any

from psycopg import Connection

KINDS = {
    "share": "a share",
    "referral": "a referral",
    "sending": "a link or letter",
    "crossing": "a way across a border",
}
REASONS = {
    "withdrawn": "was withdrawn",
    "refused": "was a no",
    "expired": "has run out",
    "missing": "is not there",
}


def find_lost_consents(connection: Connection[Any]) -> Iterator[str]:
    """What stands on a consent that does not hold, one line each; names no case and nobody.

    Args:
        connection: to the database of the workspace, as the application.
    """
    for kind, thing, why, helps in connection.execute("SELECT * FROM gate.list_lost_consents()"):
        yield f"{_standing(kind, why)}: {thing}{'; help is under way' if helps else ''}"


def end_lost_consents(connection: Connection[Any]) -> Iterator[str]:
    """End what stands on a consent that does not hold, and tell its leaders; what became of each.

    Where somebody has a bed, is expected or has an appointment, nothing is ended: the leaders are
    told to decide.
    """
    rows = connection.execute("SELECT * FROM gate.end_lost_consents()").fetchall()
    for kind, thing, why, ended in rows:
        done = "ended, its leaders are told" if ended else "help is under way: its leaders decide"
        yield f"{_standing(kind, why)}: {thing}: {done}"


def _standing(kind: str, why: str) -> str:
    return f"{KINDS[kind]} stands on a consent that {REASONS[why]}"
