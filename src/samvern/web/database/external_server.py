# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL that somebody else runs, named by ``DATABASE_URL``."""

import psycopg

from samvern.web.exceptions import DatabaseError

OLDEST = 16


def check_server(url: str, name: str = "DATABASE_URL") -> None:
    """Make sure the server answers and is new enough.

    Args:
        url: where it is, and as whom to connect.
        name: the variable that says so.

    Raises:
        DatabaseError: it does not answer, or is older than PostgreSQL 16.
    """
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version = connection.info.server_version // 10000
    except psycopg.ProgrammingError:
        raise DatabaseError(f"{name} must look like postgresql://user@host/name") from None
    except psycopg.OperationalError as error:
        reason = " ".join(str(error).split())[:200]
        raise DatabaseError(f"the server in {name} does not answer: {reason}") from error
    if version < OLDEST:
        raise DatabaseError(f"{name} is PostgreSQL {version}; {OLDEST} or later is needed")
