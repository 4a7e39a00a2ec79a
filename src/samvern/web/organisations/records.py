# SPDX-License-Identifier: EUPL-1.2
"""Organisations and their units in the database, written by its owner, each with its line."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import psycopg

from samvern.law import InputError
from samvern.web.database.roles import OWNER
from samvern.web.exceptions import DatabaseError

Connection = psycopg.Connection[Any]
ROWS = """SELECT id, name, kind, region, actor_code, active FROM access_organisation
    ORDER BY name, id"""
ADD = """INSERT INTO access_organisation (id, created_at, name, kind, region, actor_code, active,
    synthetic) VALUES (%s, now(), %s, %s, %s, %s, true, false)"""
CHANGE = "UPDATE access_organisation SET name = %s, region = %s, actor_code = %s WHERE id = %s"
ADD_UNIT = """INSERT INTO access_unit (id, created_at, organisation_id, name, phone)
    VALUES (%s, now(), %s, %s, %s)"""
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('samvern.organisations'))"


class OrganisationRow(NamedTuple):
    """An organisation as it stands."""

    id: UUID
    name: str
    kind: str
    region: str
    actor: str
    active: bool


@contextmanager
def owner(data: Path, *, changes: bool = False) -> Iterator[Connection]:
    """A connection as the owner of the database, in one transaction; messages are in English.

    ``changes``: it changes organisations, which one command at a time does.

    Raises:
        RunningError, DatabaseError: see :func:`samvern.web.running.installation.installation`.
    """
    from samvern.web.running.installation import installation

    with installation(data) as found:
        found.set_up_django()
        from django.utils import translation

        with translation.override("en"), _connect(found.url("owner")) as connection:
            if changes:
                connection.execute(ONE_AT_A_TIME)
            yield connection


def _connect(url: str) -> Connection:
    try:
        connection = psycopg.connect(url, connect_timeout=5)
    except psycopg.Error as error:
        reason = " ".join(str(error).split())[:200]
        raise DatabaseError(f"SAMVERN_OWNER_URL leads nowhere: {reason}") from error
    if (role := connection.info.user) != OWNER:
        connection.close()
        raise DatabaseError(f"SAMVERN_OWNER_URL connects as {role}; it must be {OWNER}")
    return connection


def list_organisations(connection: Connection) -> list[OrganisationRow]:
    """All of them by name, also those that are closed."""
    return [OrganisationRow(*row) for row in connection.execute(ROWS)]


def find_organisation(rows: Iterable[OrganisationRow], text: str) -> OrganisationRow:
    """The one of an id or a name.

    Raises:
        InputError: there is none.
    """
    sought, there = " ".join(text.split()).casefold(), list(rows)
    ids = (row for row in there if str(row.id) == sought)  # first: a name may look like an id
    names = (row for row in there if row.name.casefold() == sought)
    if found := next(ids, None) or next(names, None):
        return found
    rule = "there is no such organisation"
    raise InputError("organisation", text, rule, "write an id or a name that list shows")


def refuse_taken(name: str, others: Iterable[OrganisationRow]) -> None:
    """No two organisations are called the same: somebody would be told what the other should be.

    Raises:
        InputError: one has the name, or had it until it was closed.
    """
    for other in others:
        if other.name.casefold() == name.casefold():
            closed = "" if other.active else ", which is closed"
            rule = f"another organisation is called {other.name}{closed}"
            raise InputError("name", name, rule, "write a name that tells them apart")


def add_organisation(
    connection: Connection, *, name: str, kind: str, region: str, actor: str = ""
) -> OrganisationRow:
    """A new organisation; its trail begins with it."""
    made = OrganisationRow(uuid4(), name, kind, region, actor, True)
    connection.execute(ADD, [*made[:5]])
    told = {"name": name, "what": kind, "region": region}
    note(connection, made.id, "organisation.add", made.id, told)
    return made


def change_organisation(
    connection: Connection, was: OrganisationRow, row: OrganisationRow
) -> OrganisationRow:
    """Another name, region or actor."""
    connection.execute(CHANGE, [row.name, row.region, row.actor, row.id])
    told = {"was": [was.name, was.region], "is": [row.name, row.region]}
    if was.actor != row.actor:
        told = {"was": [*told["was"], was.actor], "is": [*told["is"], row.actor]}
    note(connection, row.id, "organisation.change", row.id, told)
    return row


def add_unit(connection: Connection, of: UUID, name: str, phone: str = "") -> None:
    """A new unit."""
    unit = uuid4()
    connection.execute(ADD_UNIT, [unit, of, name, phone])
    note(connection, of, "unit.add", unit, {})


def note(
    connection: Connection, of: UUID, act: str, about: UUID, detail: dict[str, Any], **more: Any
) -> None:
    """A line in an organisation's trail of what was done at the server."""
    entry = json.dumps({"act": act, "object": str(about), "detail": detail, **more}, default=str)
    connection.execute("SELECT audit.by_operator(%s, %s::jsonb)", [of, entry])
