# SPDX-License-Identifier: EUPL-1.2
"""What must be the same in a restored copy: the walls, the rows of each organisation, the heads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.sql import SQL, Identifier

from samvern.web.database.inventory import describe_row_security

TABLES = """
    SELECT n.nspname, c.relname,
        bool_or(a.attname = 'case_id') AS of_case,
        bool_or(a.attname = 'organisation_id') AS of_organisation
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND n.nspname IN ('public', 'audit', 'gate')
    GROUP BY 1, 2 ORDER BY 1, 2
"""
CASTS = re.compile(r"::(text|character varying)(\[\])?|[()\s]")
LEFT_OUT = ("gate.secret", "gate.session", "gate.visit", "gate.counter", "gate.budget", "gate.look")
"""Tables whose rows are not backed up: the gate's key, and sessions, which no copy may revive."""


@dataclass(frozen=True)
class DatabaseState:
    """A database at one moment, as far as a restore can be compared by it."""

    rows: dict[str, dict[str, int]]
    """For each table, how many rows each organisation has; ``""`` for rows of none."""
    walls: list[str]
    heads: dict[str, tuple[int, str]]

    @classmethod
    def of(cls, connection: Connection[Any]) -> "DatabaseState":
        """The state of a database, read in one transaction as samvern_backup."""
        query = "SELECT chain::text, number, encode(hash, 'hex') FROM audit.heads()"
        heads = {chain: (number, hash) for chain, number, hash in connection.execute(query)}
        return cls(dict(_count_tables(connection)), describe_row_security(connection), heads)

    def differences(self, other: "DatabaseState") -> Iterator[str]:
        """How another differs, one line each."""
        for table in sorted({*self.rows, *other.rows}):
            were, are = self.rows.get(table), other.rows.get(table)
            if were != are:
                yield f"{table}: rows by organisation are {are}, were {were}"
        mine, theirs = ({_plain(line): line for line in each.walls} for each in (self, other))
        yield from (f"lost: {mine[key]}" for key in sorted({*mine} - {*theirs}))
        yield from (f"new: {theirs[key]}" for key in sorted({*theirs} - {*mine}))
        if self.heads != other.heads:
            yield "the heads of the audit trail are others"


def _plain(line: str) -> str:
    """Without casts of texts and brackets: PostgreSQL words them anew when it reads a dump."""
    return CASTS.sub("", line)


def _count_tables(connection: Connection[Any]) -> Iterator[tuple[str, dict[str, int]]]:
    for schema, table, of_case, of_organisation in connection.execute(TABLES.encode()).fetchall():
        name = f"{schema}.{table}"
        if name not in LEFT_OUT:
            yield name, _count(connection, schema, table, of_case, of_organisation)


def _count(
    connection: Connection[Any], schema: str, table: str, of_case: bool, of_organisation: bool
) -> dict[str, int]:
    owner, joined = "''", ""
    if of_organisation:
        owner = "coalesce(t.organisation_id::text, '')"
    elif of_case:
        owner = "coalesce(c.organisation_id::text, '')"
        joined = "LEFT JOIN public.cases_case c ON c.id = t.case_id"
    query = f"SELECT {owner}, count(*) FROM {{table}} t {joined} GROUP BY 1"  # noqa: S608 (names only)
    composed = SQL(query).format(table=Identifier(schema, table))
    return dict(connection.execute(composed).fetchall())
