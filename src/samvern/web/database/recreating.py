# SPDX-License-Identifier: EUPL-1.2
"""Making functions, policies, triggers and grants anew from their files, after migrations."""

import re
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
GRANTEE = re.compile(
    r"^GRANT .* TO (\"(?:[^\"]|\"\")+\"|\w+)(?: WITH GRANT OPTION)?;$", re.MULTILINE
)
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
        _do(connection, key, found[key].owner, [_drop_statement(key)])
    for kind in MADE:
        for key, each in wanted.items():
            if key[1] != kind or (key in found and each.same_as(found[key], kind)):
                continue
            if kind == "function" or key[0] in tables:
                _make(connection, key, each, found.get(key))
    connection.execute("SET LOCAL check_function_bodies = on")
    differences = compare(found)
    return [line for line in differences if line.split(": ")[1].split()[0] in MADE]


def _superfluous(
    wanted: Mapping[Key, Definition], found: Mapping[Key, Definition]
) -> Iterator[Key]:
    """Triggers and policies before the functions that they call."""
    for kind in ("trigger", "policy", "function"):
        yield from (key for key in found if key[1] == kind and key not in wanted)


def _make(connection: Connection[Any], key: Key, each: Definition, was: Definition | None) -> None:
    of, kind, name = key
    if kind == "function":
        body, mark, grants = each.sql.partition("\nGRANT ")
        statements = [body, _revoked(f"FUNCTION {name}", was), mark + grants]
    elif kind == "grants":
        statements = [_revoked(of, was), each.sql]
    else:
        statements = [_drop_statement(key), each.sql]
    _do(connection, key, each.owner, statements)


def _do(connection: Connection[Any], key: Key, owner: str, statements: list[str]) -> None:
    of, kind, name = key
    try:
        _as_owner(connection, owner, statements)
    except psycopg.OperationalError:
        raise
    except psycopg.Error as error:
        what = name if kind == "function" else f"{of}.{name}".rstrip(".")
        why = error.diag.message_primary or type(error).__name__
        raise DatabaseError(CANNOT.format(kind=kind, name=what, why=why)) from error


def _drop_statement(key: Key) -> str:
    of, kind, name = key
    if kind == "function":
        return f"DROP ROUTINE {name};"
    return f"DROP {kind} IF EXISTS {Identifier(name).as_string()} ON {of};"


def _revoked(what: str, was: Definition | None) -> str:
    """Of every role of ours and of whoever was given some; with it goes what they gave on."""
    others = GRANTEE.findall(was.sql.rpartition("$function$")[2]) if was else []
    roles = dict.fromkeys((*TAKE_FROM, *others))
    return f"REVOKE ALL ON {what} FROM {', '.join(roles)} CASCADE;"


def _as_owner(connection: Connection[Any], owner: str, statements: list[str]) -> None:
    connection.execute(SQL("SET LOCAL ROLE {}").format(Identifier(owner)))
    connection.execute("\n".join(each for each in statements if each).encode())
    connection.execute("RESET ROLE")
