# SPDX-License-Identifier: EUPL-1.2
"""Making functions, policies, triggers and grants anew from their files, after migrations."""

from collections.abc import Iterator, Mapping
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.sql import SQL, Identifier

from samvern.web.database.definitions import (
    MADE,
    Definition,
    Key,
    compare,
    expected_definitions,
    read_definitions,
)
from samvern.web.database.roles import ROLES
from samvern.web.exceptions import DatabaseError

TAKE_FROM = ("PUBLIC", *(role.name for role in ROLES))
CANNOT = (
    "{kind} {name} cannot be made as this version has it: {why}. Its migration must take the old "
    "one away first"
)


def recreate(connection: Connection[Any]) -> list[str]:
    """Make functions, policies, triggers and grants as the files say.

    Returns:
        What was not so, one line each.

    Runs as the owner, in the transaction that is open: all of it stands, or nothing.

    Raises:
        DatabaseError: a function whose arguments or result changed, with its name.
    """
    wanted, found = expected_definitions(), read_definitions(connection)
    tables = {of for of, kind, _ in found if kind == "table"}
    connection.execute("SET LOCAL check_function_bodies = off")  # one may call one made after it
    for key in _superfluous(wanted, found):
        _as_owner(connection, found[key].owner, [_drop_statement(key)])
    for kind in MADE:
        for key, each in wanted.items():
            if key[1] != kind or (key in found and each.same_as(found[key], kind)):
                continue
            if kind == "function" or key[0] in tables:
                _make(connection, key, each)
    connection.execute("SET LOCAL check_function_bodies = on")
    differences = compare(found)
    return [line for line in differences if line.split(": ")[1].split()[0] in MADE]


def _superfluous(
    wanted: Mapping[Key, Definition], found: Mapping[Key, Definition]
) -> Iterator[Key]:
    """Triggers and policies before the functions that they call."""
    for kind in ("trigger", "policy", "function"):
        yield from (key for key in found if key[1] == kind and key not in wanted)


def _make(connection: Connection[Any], key: Key, each: Definition) -> None:
    of, kind, name = key
    if kind == "function":
        body, mark, grants = each.sql.partition("\nGRANT ")
        statements = [body, _revoked(f"FUNCTION {name}"), mark + grants]
    elif kind == "grants":
        statements = [_revoked(of), each.sql]
    else:
        statements = [_drop_statement(key), each.sql]
    try:
        _as_owner(connection, each.owner, statements)
    except psycopg.errors.InvalidFunctionDefinition as error:
        why = error.diag.message_primary or ""
        raise DatabaseError(CANNOT.format(kind=kind, name=name, why=why)) from error


def _drop_statement(key: Key) -> str:
    of, kind, name = key
    if kind == "function":
        return f"DROP FUNCTION {name};"
    return f"DROP {kind} IF EXISTS {Identifier(name).as_string()} ON {of};"


def _revoked(what: str) -> str:
    return f"REVOKE ALL ON {what} FROM {', '.join(TAKE_FROM)};"


def _as_owner(connection: Connection[Any], owner: str, statements: list[str]) -> None:
    connection.execute(SQL("SET LOCAL ROLE {}").format(Identifier(owner)))
    connection.execute("\n".join(each for each in statements if each).encode())
    connection.execute("RESET ROLE")
