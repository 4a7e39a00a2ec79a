# SPDX-License-Identifier: EUPL-1.2
"""What plans say of rows nobody sees: their ids, times, numbers and words cannot be counted.

Every indexed column of every table behind the walls, from the catalogue, and all columns of a case.
A plan of "up to this value" is held against one of "less than this value", for a value that only a
row of others has: whatever is met, removed and expected must be the same.
"""

import json
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("together")]
Connection = psycopg.Connection[Any]
COLUMNS = """
    SELECT DISTINCT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND a.attnum = i.indkey[0]
    WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND NOT a.attisdropped
        AND (i.indrelid IS NOT NULL OR c.relname = 'cases_case')
        AND has_column_privilege('samvern_app', c.oid, a.attnum, 'SELECT')
    ORDER BY 1, 2
"""
UNORDERED = {"boolean", "jsonb", "tstzrange", "tsvector"}
"""Either there is no order to halve by, or it is never tried early; a boolean has two values."""
Told = list[tuple[int, Any]]


@pytest.fixture(scope="module")
def columns(workspace: Workspace) -> list[tuple[str, str, str]]:
    with workspace.superuser() as connection:
        connection.execute("ANALYZE")
        found = connection.execute(COLUMNS).fetchall()
    return [(table, name, kind) for table, name, kind in found if kind not in UNORDERED]


@pytest.fixture
def kari(workspace: Workspace) -> Iterator[Connection]:
    """The application at work for Kari; an index is tried wherever it can be."""
    token = workspace.token("kari")
    with workspace.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute("SELECT set_config('samvern.token', %s, true)", [token])
        connection.execute("SET LOCAL enable_seqscan = off")
        yield connection


def values(connection: Connection, table: str, name: str) -> set[str]:
    """What a column holds, for whoever asks, as text."""
    statement = f'SELECT DISTINCT "{name}"::text FROM {table} WHERE "{name}" IS NOT NULL'
    return {row[0] for row in connection.execute(statement.encode()).fetchall()}


def told(connection: Connection, table: str, condition: str, value: str) -> Told:
    """The numbers in a plan: rows met, removed, expected, and what they cost."""
    options = "ANALYZE, TIMING OFF, SUMMARY OFF, BUFFERS OFF, FORMAT JSON"
    statement = f"EXPLAIN ({options}) SELECT 1 FROM {table} WHERE {condition}"
    row = connection.execute(statement.encode(), [value]).fetchone()
    assert row is not None
    return list(numbers(row[0][0]["Plan"]))


def numbers(node: dict[str, Any], depth: int = 0) -> Iterator[tuple[int, Any]]:
    """Each number of a node and of those below it."""
    yield depth, {key: value for key, value in node.items() if isinstance(value, int | float)}
    yield depth, node["Node Type"]
    for inner in node.get("Plans", ()):
        yield from numbers(inner, depth + 1)


def test_no_value_of_a_foreign_row_shows_in_a_plan(
    workspace: Workspace, columns: list[tuple[str, str, str]], kari: Connection
) -> None:
    differing, tried = [], 0
    with workspace.superuser() as behind:
        for table, name, kind in columns:
            foreign = values(behind, table, name) - values(kari, table, name)
            for value in sorted(foreign)[:1]:
                asked = [f'"{name}" {sign} %s::{kind}' for sign in ("<=", "<")]
                plans = [told(kari, table, condition, value) for condition in asked]
                tried += 1
                if json.dumps(plans[0]) != json.dumps(plans[1]):
                    differing.append(f"{table}.{name}: {kind}")
    print(f"\n{tried} columns, {len(differing)} told of", *differing, sep="\n")
    assert differing == []
    assert tried > 100


def test_a_word_that_others_wrote_is_met_as_one_that_nobody_did(
    workspace: Workspace, columns: list[tuple[str, str, str]], kari: Connection
) -> None:
    """Not so for ids: whoever knows one already learns that it exists."""
    differing, tried = [], 0
    with workspace.superuser() as behind:
        for table, name, kind in columns:
            foreign = values(behind, table, name) - values(kari, table, name)
            if not kind.startswith("character") or not foreign:
                continue
            word = min(foreign)
            met = told(kari, table, f'"{name}" = %s', word)
            tried += 1
            if met != told(kari, table, f'"{name}" = %s', "~" + word[1:]):
                differing.append(f"{table}.{name}")
    assert differing == []
    assert tried > 2


def test_the_statistics_of_tables_are_not_the_applications_to_read(kari: Connection) -> None:
    assert kari.execute("SELECT count(*) FROM pg_stats WHERE schemaname = 'public'").fetchone() == (
        0,
    )
    for view in ("pg_stat_user_tables", "pg_stat_user_indexes", "pg_statio_user_tables"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege), kari.transaction():
            kari.execute(f"SELECT * FROM {view}".encode())
