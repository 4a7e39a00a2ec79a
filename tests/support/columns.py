# SPDX-License-Identifier: EUPL-1.2
"""Every column the application reaches, and attempts to change it in somebody's row.

Tables and columns come from PostgreSQL's catalogue; what may happen to each is in a reviewed file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import yaml

FILE = Path(__file__).parents[1] / "proofs/expected_columns.yaml"
CATALOGUE = """
    SELECT c.relname, a.attname, format_type(a.atttypid, NULL), NOT a.attnotnull,
        has_column_privilege('samvern_app', c.oid, a.attnum, 'UPDATE')
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
        AND a.attnum > 0 AND NOT a.attisdropped AND EXISTS (
            SELECT FROM pg_policy p
            WHERE p.polrelid = c.oid AND 'samvern_app'::regrole = ANY (p.polroles))
    ORDER BY c.relname, a.attnum
"""
OTHER = {
    "uuid": "gen_random_uuid()", "boolean": "NOT coalesce({0}, false)",
    "date": "current_date + 3650", "timestamp with time zone": "now() + interval '10 years'",
    "jsonb": "'{{}}'", "bytea": "'\\x00'", "tstzrange": "'empty'", "tsvector": "'x'",
    "character varying[]": "'{{x}}'", "time without time zone": "'03:03'",
    "smallint": "coalesce({0}, 0) + 1", "integer": "coalesce({0}, 0) + 1",
    "bigint": "coalesce({0}, 0) + 1",
}  # fmt: skip
"""Another value than the row's; of a text, x."""
STANDS_IN = {
    "uuid": "gen_random_uuid()", "date": "current_date", "bytea": "'\\x01'",
    "timestamp with time zone": "now() - interval '1 day'",
}  # fmt: skip
"""What an empty column is filled with behind the walls before somebody tries to change it."""
REFUSED = {"42501", "SV423", "SV410"}
"""No right to it; the case is closed; no consent carries it."""
TRYING = """
    CREATE FUNCTION tried(statements text[]) RETURNS text[] LANGUAGE plpgsql AS $$
    DECLARE
        met text[] := '{}';
        touched bigint;
    BEGIN
        FOR n IN 1 .. cardinality(statements) LOOP
            BEGIN
                EXECUTE statements[n];
                GET DIAGNOSTICS touched = ROW_COUNT;
                RAISE EXCEPTION USING ERRCODE = 'XX999';
            EXCEPTION
                WHEN SQLSTATE 'XX999' THEN met := met || touched::text;
                WHEN OTHERS THEN met := met || SQLSTATE;
            END;
        END LOOP;
        RETURN met;
    END $$;
    GRANT EXECUTE ON FUNCTION tried TO samvern_app
"""
Connection = psycopg.Connection[Any]
Row = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column of the catalogue."""

    table: str
    name: str
    kind: str
    may_be_empty: bool
    is_granted: bool
    """Whether the application may write to it at all; where it may not, nobody need try."""

    @property
    def rule(self) -> str:
        """What the reviewed file says of it: fixed, once, guarded or free."""
        return reviewed()[self.table][self.name]

    @property
    def moved(self) -> str:
        """An expression that differs from the row's value."""
        return OTHER.get(self.kind, "'x'").format(self.name)


def catalogue(connection: Connection) -> dict[str, list[Column]]:
    """The columns of each table that row security opens to the application."""
    found: dict[str, list[Column]] = {}
    for table, *rest in connection.execute(CATALOGUE).fetchall():
        found.setdefault(table, []).append(Column(table, *rest))
    return found


@cache
def reviewed() -> dict[str, dict[str, str]]:
    """What the reviewed file says of each column of each table."""
    said = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        table: {name: rule for rule, names in rules.items() for name in names}
        for table, rules in said.items()
    }


def rows_of(connection: Connection, columns: list[Column]) -> list[Row]:
    """One row of each case, or two of a table without cases; seen from behind the walls."""
    table, names = columns[0].table, {column.name for column in columns}
    of_case = "case_id" if "case_id" in names else "id"
    limit = "" if of_case == "case_id" or table == "cases_case" else "LIMIT 2"
    wanted = f"SELECT DISTINCT ON ({of_case}) t.* FROM {table} t ORDER BY {of_case}, id {limit}"
    found = connection.execute(f"SELECT to_jsonb(r) FROM ({wanted}) r".encode()).fetchall()
    return [row for (row,) in found]


def changes(column: Column, row: Row) -> Iterator[tuple[str, str]]:
    """What is tried with a column that does not simply change: its name, and the value as SQL."""
    if column.rule == "free":
        return
    yield "moved", column.moved
    if column.may_be_empty and (row[column.name] is not None or column.rule == "once"):
        yield "cleared", "NULL"


def fill_in(connection: Connection, columns: list[Column], row: Row) -> None:
    """Let the row be one in which everything that is filled in once has been."""
    empty = {c.name: STANDS_IN[c.kind] for c in columns if c.rule == "once" and not row[c.name]}
    if empty:
        values = ", ".join(f"{name} = {value}" for name, value in empty.items())
        connection.execute("SET LOCAL session_replication_role = replica")
        fill = f"UPDATE {columns[0].table} SET {values} WHERE id = %s"
        connection.execute(fill.encode(), [row["id"]])
        connection.execute("SET LOCAL session_replication_role = origin")


def ready(connection: Connection) -> None:
    """Make the function that tries statements, in this database."""
    connection.execute(TRYING)


def attempts(connection: Connection, token: str, statements: Sequence[str]) -> list[int]:
    """How many rows each statement changed for somebody; none when it was refused.

    Each stands for itself and is taken back. ``connection`` is a superuser's, in a transaction.
    Whatever comes past the walls and fails at something else (a foreign key, a check) counts as
    changed: it was let through to there.
    """
    connection.execute("SET LOCAL ROLE samvern_app")
    connection.execute("SELECT set_config('samvern.token', %s, true)", [token])
    found = connection.execute("SELECT tried(%s)", [list(statements)]).fetchone()
    connection.execute("RESET ROLE")
    assert found is not None
    return [int(each) if len(each) < 5 else int(each not in REFUSED) for each in found[0]]
