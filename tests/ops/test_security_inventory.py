# SPDX-License-Identifier: EUPL-1.2
"""The inventory of walls: whole where we migrated, and each kind of gap is found and named."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from samvern.web.database import Server
from samvern.web.database.cluster import SUPERUSER
from samvern.web.database.inventory import (
    OPEN_TABLES,
    checks,
    describe_row_security,
    find_security_gaps,
)
from samvern.web.database.roles import APP, BACKUP, OWNER

pytestmark = pytest.mark.database

TABLE = "CREATE TABLE gap (id int, case_id uuid); "
WALLED = (
    "CREATE TABLE gap (id int); GRANT SELECT ON gap TO samvern_app;"
    "ALTER TABLE gap ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; "
)
FUNCTION = "CREATE FUNCTION gap() RETURNS int LANGUAGE sql AS 'SELECT 1' "
GAPS = {
    "ALTER ROLE samvern_app BYPASSRLS": "a role is missing or may do too much: samvern_app",
    "ALTER ROLE samvern_gate LOGIN": "a role is missing or may do too much: samvern_gate",
    "ALTER ROLE samvern_backup SUPERUSER": "a role is missing or may do too much: samvern_backup",
    "ALTER ROLE samvern_backup RENAME TO b": "a role is missing: samvern_backup; make it: "
    "samvern database roles",
    "GRANT samvern_backup TO samvern_app": "a role is a member of another: "
    "samvern_app in samvern_backup",
    "CREATE DOMAIN gap AS int; ALTER DOMAIN gap OWNER TO samvern_app": "the application or the "
    "backup owns something: samvern_app, a pg_type",
    "ALTER ROLE samvern_app RESET track_activities": "statements show in the activity view: "
    "samvern_app",
    f"{TABLE} ALTER TABLE gap ENABLE ROW LEVEL SECURITY": "a table of cases has no forced row "
    "security: public.gap",
    "CREATE TABLE gap (id int); GRANT UPDATE (id) ON gap TO samvern_app": "a table the application "
    "reaches has no forced row security: public.gap",
    f"{WALLED} CREATE POLICY p ON gap USING (id = 1)": "a policy is for everybody: public.gap, p",
    f"{WALLED} CREATE POLICY p ON gap TO samvern_app USING (true)": "a policy lets the application "
    "through untested: public.gap, p",
    f"{WALLED} GRANT TRUNCATE ON gap TO samvern_app": "the application may truncate, refer or "
    "trigger: public.gap",
    "CREATE SEQUENCE gap; GRANT USAGE ON SEQUENCE gap TO PUBLIC": "everybody has rights to a "
    "table, view or sequence: public.gap",
    f"{FUNCTION}; GRANT EXECUTE ON FUNCTION gap TO PUBLIC": "everybody may run a function: gap()",
    "GRANT EXECUTE ON FUNCTION lo_creat TO samvern_app": "the application may keep what no wall "
    "reaches, or end others' sessions (run again what samvern database roles prints): "
    "lo_creat(integer)",
    "ALTER FUNCTION uuid_lt LEAKPROOF": "a comparison is tried before row security, and a plan "
    "counts what it met (run again what samvern database roles prints): uuid_lt(uuid,uuid)",
    "GRANT EXECUTE ON FUNCTION pg_stat_get_live_tuples TO samvern_app": "the application may read "
    "how many rows each table holds (run again what samvern database roles prints): "
    "pg_stat_get_live_tuples(oid)",
    "GRANT USAGE ON SCHEMA public TO PUBLIC": "everybody has rights to a schema or the database: "
    "public",
    "GRANT TEMPORARY ON DATABASE samvern TO samvern_app": "the application may make things: "
    "samvern",
    f"{FUNCTION} SECURITY DEFINER; ALTER FUNCTION gap OWNER TO samvern_gate": "a function with its "
    "owner's rights has no search_path of its own: gap()",
    f"{FUNCTION} SECURITY DEFINER SET search_path = pg_catalog": "a function with its owner's "
    "rights is neither the gate's nor the trail's: gap()",
    "CREATE VIEW gap AS SELECT 1": "a view reads with its owner's rights: public.gap",
    "CREATE SCHEMA gap": "a schema is not of this version, or other roles have rights to it: gap",
    "GRANT CREATE ON SCHEMA gate TO samvern_audit": "a schema is not of this version, or other "
    "roles have rights to it: gate",
    "REVOKE USAGE ON SCHEMA gate FROM samvern_app": "a schema is not of this version, or other "
    "roles have rights to it: gate",
    "ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT ON TABLES TO samvern_app": "what is made later "
    "would be open (ALTER DEFAULT PRIVILEGES): r of postgres",
    "CREATE ROLE gap LOGIN BYPASSRLS": "a role may pass row security, or runs with settings that "
    "are not of this version: gap",
    "ALTER ROLE samvern_app SET search_path = gap": "a role may pass row security, or runs with "
    "settings that are not of this version: samvern_app: search_path=gap",
    "CREATE MATERIALIZED VIEW gap AS SELECT 1": "a materialised view keeps a copy without walls: "
    "public.gap",
}


@pytest.fixture
def undone(migrated: Server) -> Iterator["psycopg.Connection[Any]"]:
    """A superuser's transaction that is rolled back."""
    with psycopg.connect(migrated.url(SUPERUSER)) as connection:
        connection.execute("ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM PUBLIC")
        yield connection
        connection.rollback()


@pytest.mark.parametrize("role", [APP, OWNER, BACKUP])
def test_the_walls_are_whole_after_migrating(migrated: Server, role: str) -> None:
    with psycopg.connect(migrated.url(role)) as connection:
        assert list(find_security_gaps(connection)) == []


@pytest.mark.parametrize("statement", GAPS)
def test_a_gap_is_found_and_named(undone: "psycopg.Connection[Any]", statement: str) -> None:
    undone.execute(statement.encode())
    assert list(find_security_gaps(undone)) == [GAPS[statement]]


def test_every_check_has_been_seen_to_find_something() -> None:
    assert {
        fault for fault in checks() if not any(g.startswith(fault) for g in GAPS.values())
    } == set()


def test_every_open_table_exists(migrated: Server) -> None:
    with psycopg.connect(migrated.url(APP)) as connection:
        query = "SELECT to_regclass(t) IS NULL FROM unnest(%s::text[]) t"
        missing = connection.execute(query, [list(OPEN_TABLES)]).fetchall()
    assert missing == [(False,)] * len(OPEN_TABLES)


def test_the_description_tells_the_walls_apart(undone: "psycopg.Connection[Any]") -> None:
    before = describe_row_security(undone)
    undone.execute("ALTER TABLE access_member NO FORCE ROW LEVEL SECURITY")
    changed = set(describe_row_security(undone)) - set(before)
    assert [line.split()[:5] for line in changed] == [
        ["relation", "r", "public.access_member", "t", "f"]
    ]
