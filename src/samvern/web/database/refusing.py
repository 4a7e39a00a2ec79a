# SPDX-License-Identifier: EUPL-1.2
"""What production refuses in the database it is given."""

from collections.abc import Iterator

import psycopg

from samvern.web.database.inventory import find_gaps
from samvern.web.database.roles import APP

SHOWN = 3
PATIENCE = 5  # seconds


def reasons_against(url: str) -> Iterator[str]:
    """Why a database is not served from: it is entered as another role, or a wall has a gap.

    One that does not answer is no reason: the guide needs none, and the workspace says so itself.
    """
    try:
        with psycopg.connect(url, connect_timeout=PATIENCE) as connection:
            role = connection.info.user
            if role != APP:
                yield f"DATABASE_URL connects as {role}; it must be {APP}, which owns nothing"
                return
            gaps = list(find_gaps(connection))
            if _holds_made_up_people(connection):
                yield "the database holds made-up people; start from an empty one"
    except psycopg.OperationalError:
        return
    yield from gaps[:SHOWN]
    if len(gaps) > SHOWN:
        yield f"{len(gaps) - SHOWN} more; see: samvern database check"


def _holds_made_up_people(connection: psycopg.Connection) -> bool:
    there = connection.execute("SELECT to_regprocedure('gate.has_synthetic()')").fetchone()
    if there is None or there[0] is None:
        return False  # not migrated yet: nobody is in it
    return connection.execute("SELECT gate.has_synthetic()").fetchone() == (True,)
