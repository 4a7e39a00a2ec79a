# SPDX-License-Identifier: EUPL-1.2
"""What a database is made of: each difference from this version is named, what statements can make
anew is put right by migrating, and anything else stops the migration and the house."""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from samvern.web.database import Server
from samvern.web.database.cluster import SUPERUSER
from samvern.web.database.definitions import (
    FOLDER,
    Definition,
    expected_definitions,
    find_differences,
    parse_file,
    write_files,
)
from samvern.web.database.recreating import recreate
from samvern.web.database.roles import APP, OWNER, close_schema
from samvern.web.production_checks import OTHER_SCHEMA, database_problems
from support.database import PUT_RIGHT
from support.workspace import close_database, run

pytestmark = pytest.mark.database

AS_GATE = "SET LOCAL ROLE samvern_gate; {}; RESET ROLE"
PUT_RIGHT_BY_MIGRATING = {
    AS_GATE.format(
        "CREATE OR REPLACE FUNCTION gate.self() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'"
    ): ["differs: function gate.self()"],
    AS_GATE.format("GRANT EXECUTE ON FUNCTION gate.acting() TO PUBLIC"): [
        "differs: function gate.acting()"
    ],
    AS_GATE.format("CREATE FUNCTION gate.more() RETURNS int LANGUAGE sql AS 'SELECT 1'"): [
        "not of this version: function gate.more()"
    ],
    AS_GATE.format("DROP FUNCTION gate.spend(text, integer, uuid)"): [
        "missing: function gate.spend(text,integer,uuid)"
    ],
    "CREATE POLICY more ON cases_note FOR SELECT TO samvern_app USING (true)": [
        "not of this version: policy public.cases_note.more"
    ],
    "ALTER POLICY select_samvern_app ON cases_note USING (true)": [
        "differs: policy public.cases_note.select_samvern_app"
    ],
    "DROP POLICY erasing ON cases_note": ["missing: policy public.cases_note.erasing"],
    "ALTER POLICY insert_samvern_app ON cases_note WITH CHECK ("
    "(SELECT gate.opens('notes')) OR created_by_id = (SELECT gate.member()))": [
        "differs: policy public.cases_note.insert_samvern_app"
    ],
    "ALTER TABLE cases_note DISABLE TRIGGER a_a_kept": [
        "differs: trigger public.cases_note.a_a_kept"
    ],
    AS_GATE.format("CREATE PROCEDURE gate.more() LANGUAGE sql AS 'SELECT 1'"): [
        "not of this version: function gate.more()"
    ],
    "GRANT SELECT ON cases_note TO pg_monitor WITH GRANT OPTION": [
        "differs: grants public.cases_note"
    ],
    "GRANT SELECT ON cases_note TO samvern_app WITH GRANT OPTION": [
        "differs: grants public.cases_note"
    ],
    "DROP TRIGGER a_a_kept ON cases_note": ["missing: trigger public.cases_note.a_a_kept"],
    "GRANT DELETE ON cases_note TO samvern_app": ["differs: grants public.cases_note"],
    "REVOKE SELECT (created_at) ON cases_note FROM samvern_gate": [
        "differs: grants public.cases_note"
    ],
    "GRANT USAGE ON SEQUENCE procrastinate_jobs_id_seq TO samvern_gate": [
        "differs: grants public.procrastinate_jobs_id_seq"
    ],
}
STOPS = {
    "ALTER TABLE cases_note ADD more int": "not of this version: column public.cases_note.more",
    "ALTER TABLE cases_note ALTER kind TYPE varchar(10)": "differs: column public.cases_note.kind",
    "ALTER TABLE cases_note NO FORCE ROW LEVEL SECURITY": "differs: table public.cases_note",
    "ALTER TABLE cases_note DROP CONSTRAINT cases_note_version_check": "missing: constraint "
    "public.cases_note.cases_note_version_check",
    "CREATE RULE more AS ON INSERT TO cases_note DO INSTEAD NOTHING": "differs: table "
    "public.cases_note",
    "DROP INDEX cases_note_case_id_77ee1e2a": "missing: index "
    "public.cases_note.cases_note_case_id_77ee1e2a",
}


@pytest.fixture
def owner(migrated: Server) -> Iterator["psycopg.Connection[Any]"]:
    """A transaction of the owner that is rolled back."""
    with psycopg.connect(migrated.url(OWNER)) as connection:
        yield connection
        connection.rollback()


def test_the_files_say_what_the_migrations_make(migrated: Server) -> None:
    """When they do not: ./samvern make definitions."""
    with psycopg.connect(migrated.url(APP)) as connection:
        assert (PUT_RIGHT, list(find_differences(connection))) == ([], [])


def test_a_file_is_read_as_it_is_written() -> None:
    files = write_files(expected_definitions())
    assert {FOLDER / path for path in files} == set(FOLDER.rglob("*.sql"))
    read = {key: each for path, text in files.items() for key, each in parse_file(path.stem, text)}
    assert read == expected_definitions()


@pytest.mark.parametrize("statement", PUT_RIGHT_BY_MIGRATING)
def test_what_a_statement_makes_is_put_right(
    owner: "psycopg.Connection[Any]", statement: str
) -> None:
    owner.execute(statement.encode())
    named = PUT_RIGHT_BY_MIGRATING[statement]
    assert list(find_differences(owner)) == named
    assert recreate(owner) == named
    assert list(find_differences(owner)) == []


@pytest.mark.parametrize("statement", STOPS)
def test_another_table_is_named(owner: "psycopg.Connection[Any]", statement: str) -> None:
    owner.execute(statement.encode())
    assert list(find_differences(owner)) == [STOPS[statement]]
    assert recreate(owner) == []
    assert list(find_differences(owner)) == [STOPS[statement]]


def test_brackets_that_bind_are_told_apart() -> None:
    """A copy that was restored has others, and those that bind are what a policy says."""
    same = ["a AND (b OR c)", "((a) AND ((b) OR (c)))", "(a AND (b OR c))", "a\n  AND (b OR c)"]
    other = ["(a AND b) OR c", "a AND b OR c", "a AND b AND c", "a OR (b AND c)"]
    assert {Definition("o", each).same_as(Definition("o", same[0]), "policy") for each in same} == {
        True
    }
    assert {
        Definition("o", each).same_as(Definition("o", same[0]), "policy") for each in other
    } == {False}
    assert not Definition("o", "x = 'a b'").same_as(Definition("o", "x = 'ab'"), "policy")


@pytest.fixture
def copy(migrated: Server) -> Iterator[str]:
    """The name of a copy of the database, to be damaged."""
    name = "damaged"
    run(migrated, f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE samvern")
    close_database(migrated, name)
    with psycopg.connect(migrated.url(SUPERUSER, name), autocommit=True) as connection:
        close_schema(connection)
    yield name
    run(migrated, f"DROP DATABASE {name} WITH (FORCE)")


def samvern(url: str, role: str, *words: str) -> tuple[int, str, str]:
    name = {APP: "DATABASE_URL", OWNER: "SAMVERN_OWNER_URL"}[role]
    environment = {**os.environ, "DATABASE_URL": url, name: url}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "samvern", *words],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_a_migration_that_cannot_end_changes_nothing(migrated: Server, copy: str) -> None:
    """What it had put right on the way is undone, and what ran before runs on."""
    url = migrated.url(SUPERUSER, copy)
    with psycopg.connect(url, autocommit=True) as superuser:
        superuser.execute("ALTER TABLE cases_note ADD more int")
        superuser.execute("DROP POLICY erasing ON cases_note")
        code, out, error = samvern(migrated.url(OWNER, copy), OWNER, "database", "migrate")
        with psycopg.connect(migrated.url(APP, copy)) as app:
            left = list(find_differences(app))
    assert (code, out) == (2, "")
    assert error.endswith(
        "Error: nothing was changed: after the migrations the database is not as this version has "
        "it, and no migration tells how to get there. not of this version: column "
        "public.cases_note.more\n"
    )
    assert left == [
        "not of this version: column public.cases_note.more",
        "missing: policy public.cases_note.erasing",
    ]


def test_check_names_it_and_migrate_puts_it_right(migrated: Server, copy: str) -> None:
    with psycopg.connect(migrated.url(SUPERUSER, copy), autocommit=True) as superuser:
        superuser.execute("DROP POLICY erasing ON cases_note")
        superuser.execute("CREATE INDEX ours ON cases_note (kind)")
    app, by_owner = migrated.url(APP, copy), migrated.url(OWNER, copy)
    code, out, _ = samvern(app, APP, "database", "check")
    assert (code, out.splitlines()) == (
        1,
        [
            "not of this version: index public.cases_note.ours",
            "missing: policy public.cases_note.erasing",
        ],
    )
    code, out, _ = samvern(by_owner, OWNER, "database", "migrate")
    assert (code, out) == (0, "put right: missing: policy public.cases_note.erasing\n")
    code, out, _ = samvern(app, APP, "database", "check")
    assert (code, out.splitlines()[0]) == (0, "not of this version: index public.cases_note.ours")


def test_production_does_not_start_on_another_schema(migrated: Server, copy: str) -> None:
    with psycopg.connect(migrated.url(SUPERUSER, copy), autocommit=True) as superuser:
        superuser.execute("ALTER TABLE cases_note ADD more int")
    found = list(database_problems(migrated.url(APP, copy)))
    named = "not of this version: column public.cases_note.more"
    assert f"{OTHER_SCHEMA} {named}" in found
