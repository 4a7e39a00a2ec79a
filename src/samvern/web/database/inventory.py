# SPDX-License-Identifier: EUPL-1.2
"""What the walls of a database are, read from its catalogue, and what is wrong with them.

Each check is a query whose rows are offenders, so an empty answer is a whole wall. Every role may
read the catalogue, so production asks as the application, each time it starts.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from psycopg import Connection

from samvern.web.database.roles import ROLES

FOLDER = Path(__file__).parent / "sql"
FAULT = re.compile(r"^-- fault: (.+)$", re.MULTILINE)
OPEN_TABLES: Mapping[str, str] = {
    "public.publications_publication": "published law, for everybody",
    "public.procrastinate_jobs": "jobs carry ids and the name of a task, nothing about a person",
    "public.procrastinate_events": "when a job changed",
    "public.procrastinate_periodic_defers": "when a periodic job was last put in the queue",
    "public.procrastinate_workers": "which workers live",
}
"""Tables the application reaches without row security, each with the reason."""


def find_security_gaps(connection: Connection[Any]) -> Iterator[str]:
    """What is wrong with the walls, one line each; nothing when they are whole.

    Args:
        connection: to the database of the workspace, as any role.
    """
    names = [role.name for role in ROLES]
    known = {
        "names": names,
        "logins": [role.may_log_in for role in ROLES],
        "open": list(OPEN_TABLES),
    }
    query = "SELECT rolname FROM pg_roles WHERE rolname = ANY (%(names)s)"
    present = {name for (name,) in connection.execute(query, known)}
    if missing := sorted(set(names) - present):
        yield f"a role is missing: {', '.join(missing)}; make it: samvern database roles"
        return
    for fault, check in checks().items():
        for (offender,) in connection.execute(check, known):
            yield f"{fault}: {offender}"


def describe_row_security(connection: Connection[Any]) -> list[str]:
    """Tables, columns, policies, triggers, functions and rights, one line each, sorted."""
    query = _read("common.sql") + _read("description.sql")
    return [line for (line,) in connection.execute(query.encode())]


@cache
def checks() -> dict[str, bytes]:
    """The query of each fault."""
    _, *parts = FAULT.split(_read("checks.sql"))
    common = _read("common.sql")
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {fault: (common + query).encode() for fault, query in pairs}


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
