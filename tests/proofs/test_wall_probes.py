# SPDX-License-Identifier: EUPL-1.2
"""Each pitfall of row security that was measured to leak, as a probe in the application's role.

The numbers are those of the list the project keeps of them (docs/threat-model.md).
"""

import re
import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import errors

from samvern.web.database.roles import APP, OWNER
from support.workspace import Workspace

pytestmark = pytest.mark.database
CASES = "SELECT count(*) FROM cases_case"
Connection = psycopg.Connection[Any]


@pytest.fixture
def kari(workspace: Workspace) -> Iterator[Connection]:
    """The application at work for Kari, in one transaction."""
    yield from at_work(workspace, "kari")


@pytest.fixture
def bare(workspace: Workspace) -> Iterator[Connection]:
    """The application's role with nobody at work."""
    with workspace.connect() as connection:
        yield connection


def at_work(workspace: Workspace, name: str) -> Iterator[Connection]:
    token = workspace.token(name)
    with workspace.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute("SELECT set_config('samvern.token', %s, true)", [token])
        yield connection


def number(connection: Connection, statement: str = CASES, *values: Any) -> int:
    row = connection.execute(statement, list(values)).fetchone()
    assert row is not None
    return int(row[0])


def refused(connection: Connection, statement: str, *values: Any) -> str:
    """The kind of error a statement ends with."""
    with pytest.raises(psycopg.Error) as error, connection.transaction():
        connection.execute(statement, list(values))
    return type(error.value).__name__


def test_1_2_3_without_a_token_an_empty_or_a_wrong_one_there_is_nothing(bare: Connection) -> None:
    assert number(bare) == 0
    for token in ("", "x", "x" * 43, "' OR 1=1 --", "\\x00"):
        with bare.transaction():
            bare.execute("SELECT set_config('samvern.token', %s, true)", [token])
            assert number(bare) == 0


def test_4_6_7_a_token_does_not_outlive_its_transaction(
    workspace: Workspace, bare: Connection
) -> None:
    with bare.transaction():
        bare.execute("SELECT set_config('samvern.token', %s, true)", [workspace.token("kari")])
        assert number(bare) == 6
    assert number(bare) == 0


def test_5_no_code_sets_a_token_for_the_whole_connection() -> None:
    from support.budgets import ROOT

    sources = [path.read_text() for path in (ROOT / "src").rglob("*.py")]
    calls = [line for text in sources for line in text.splitlines() if "set_config(" in line]
    assert calls != [] and [line for line in calls if "true)" not in line] == []


def test_8_the_role_cannot_become_another_or_lower_the_wall(bare: Connection) -> None:
    assert refused(bare, f"SET ROLE {OWNER}") == "InsufficientPrivilege"
    assert refused(bare, "SET ROLE samvern_gate") == "InsufficientPrivilege"
    for statement in (
        "ALTER TABLE cases_case DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE cases_case NO FORCE ROW LEVEL SECURITY",
        "TRUNCATE cases_case",
        "DROP POLICY select_samvern_app ON cases_case",
        "CREATE TABLE mine (a int)",
        "CREATE TEMP TABLE mine (a int)",
        "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE SCHEMA mine",
    ):
        assert refused(bare, statement) == "InsufficientPrivilege", statement


def test_8_nothing_is_kept_where_no_wall_and_no_erasure_reaches(bare: Connection) -> None:
    """Large objects, messages in the write-ahead log, and the end of a colleague's connection."""
    met = {
        statement: refused(bare, f"SELECT {statement}")
        for statement in (
            "lo_creat(-1)",
            "lo_create(0)",
            "lo_from_bytea(0, '\\x00')",
            "lo_put(1, 0, '\\x00')",
            "lo_open(1, 393216)",
            "lowrite(0, '\\x00')",
            "lo_unlink(1)",
            "pg_logical_emit_message(false, 'mine', 'kept')",
            "pg_terminate_backend(pg_backend_pid())",
            "pg_cancel_backend(pg_backend_pid())",
        )
    }
    assert met == dict.fromkeys(met, "InsufficientPrivilege")


def test_9_switching_row_security_off_is_an_error(bare: Connection) -> None:
    bare.execute("SET row_security = off")
    assert refused(bare, CASES) == "InsufficientPrivilege"


def test_10_every_wall_stands_for_the_owner_too(workspace: Workspace) -> None:
    with workspace.superuser() as connection:
        weak = connection.execute(
            "SELECT n.nspname, c.relname FROM pg_class c "
            "JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'audit') "
            "AND (c.relname ~ '^(cases|identity|access)_' OR n.nspname = 'audit') "
            "AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
        ).fetchall()
    assert weak == []


def test_11_history_has_the_wall_of_its_case(workspace: Workspace) -> None:
    with workspace.superuser() as connection:
        connection.execute("UPDATE cases_note SET version = version + 1")
        total = number(connection, "SELECT count(*) FROM audit.history WHERE source = 'cases_note'")
    assert total == len(workspace.cast.cases)
    seen = {}
    for name in ("kari", "per", "amina", "rolf", "guro"):
        for connection in at_work(workspace, name):
            seen[name] = number(
                connection, "SELECT count(*) FROM audit.history WHERE source = 'cases_note'"
            )
    assert seen == {"kari": 5, "per": 1, "amina": 1, "rolf": 0, "guro": 0}


def test_12_13_no_view_stands_beside_the_wall(workspace: Workspace) -> None:
    with workspace.superuser() as connection:
        views = connection.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname IN ('public', 'gate', 'audit') AND (c.relkind = 'm' "
            "OR c.relkind = 'v' "
            "AND NOT coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false))"
        ).fetchall()
    assert views == []


def test_14_a_row_cannot_be_hung_on_a_case_out_of_sight(
    workspace: Workspace, kari: Connection
) -> None:
    insert = (
        "INSERT INTO cases_task (id, created_at, changed_at, version, case_id, created_by_id, "
        "owner_id, text_sealed) VALUES (%s, now(), now(), 1, %s, %s, %s, '\\x00')"
    )
    mine = workspace.cast.members["kari"]
    met = {
        name: refused(kari, insert, uuid.uuid4(), case, mine, mine)
        for name, case in {
            "foreign": workspace.cast.cases["foreign"],
            "absent": uuid.uuid4(),
        }.items()
    }
    assert met == {"foreign": "InsufficientPrivilege", "absent": "InsufficientPrivilege"}


def test_15_a_clash_of_names_tells_nothing(workspace: Workspace, kari: Connection) -> None:
    """References are random; the one unique value a person chooses is her login name."""
    with workspace.superuser() as connection:
        shared = connection.execute(
            "SELECT indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = indrelid "
            "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' "
            "AND indisunique AND NOT indisprimary AND c.relname ~ '^(cases|identity)_' "
            "AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = indrelid AND "
            "a.attnum = ANY (indkey) AND a.atttypid = 'uuid'::regtype)"
        ).fetchall()
    random = {
        "cases_case_reference_key",
        "cases_parcel_code_hash_key",
        "cases_feed_secret_hash_key",
    }
    assert {name for (name,) in shared} == random


def test_16_a_row_cannot_be_moved_into_another_organisation(
    workspace: Workspace, kari: Connection
) -> None:
    cast = workspace.cast
    move = "UPDATE cases_case SET organisation_id = %s, unit_id = %s, owner_id = %s WHERE id = %s"
    values = (
        cast.organisations["politi"],
        cast.units["politi", "Støttesenteret"],
        cast.members["per"],
        cast.cases["own"],
    )
    with kari.transaction(force_rollback=True):
        try:
            kari.execute(move, values)
        except errors.InsufficientPrivilege:
            return
    pytest.fail("the case was moved to the police")


def test_17_21_changing_what_is_out_of_sight_changes_nothing(
    workspace: Workspace, kari: Connection
) -> None:
    foreign = workspace.cast.cases["foreign"]
    assert kari.execute("UPDATE cases_case SET version = 9 WHERE id = %s", [foreign]).rowcount == 0
    assert refused(kari, "DELETE FROM cases_case WHERE id = %s", foreign) == "InsufficientPrivilege"


def test_18_bulk_loading_does_not_pass_the_wall(kari: Connection) -> None:
    with (
        pytest.raises(errors.FeatureNotSupported),
        kari.cursor() as cursor,
        cursor.copy("COPY cases_relation FROM STDIN") as copy,
    ):
        copy.write("x\n")


def test_19_a_parcel_can_be_left_by_somebody_who_may_read_none(bare: Connection) -> None:
    leave = "SELECT gate.leave_parcel(%s, %s, %s, 7)::int"
    code = uuid.uuid4().bytes * 2
    assert number(bare, leave, uuid.uuid4(), code, b"s" * 40) == 1
    assert refused(bare, "SELECT * FROM cases_parcel") == "InsufficientPrivilege"


def test_20_locking_does_not_show_more_than_reading(kari: Connection) -> None:
    locked = len(kari.execute("SELECT id FROM cases_case FOR UPDATE").fetchall())
    assert (locked, number(kari)) == (5, 6)


def test_23_24_errors_and_notices_tell_only_of_own_rows(
    workspace: Workspace, kari: Connection
) -> None:
    foreign = workspace.cast.cases["foreign"]
    probe = "SELECT count(*) FROM cases_case WHERE 1 / (CASE WHEN id = %s THEN 0 ELSE 1 END) = 1"
    assert number(kari, probe, foreign) == 6


def test_25_statistics_hold_no_values_for_the_role(workspace: Workspace, kari: Connection) -> None:
    with workspace.superuser() as connection:
        connection.execute("ANALYZE cases_case")
    assert number(kari, "SELECT count(*) FROM pg_stats WHERE tablename = 'cases_case'") == 0


OF_A_THING = re.compile(r"(\(\(case_id = subject_id\) AND )?\(?gate\.reads_\w+\(subject_id\)\)?\)?")


def test_28_29_each_policy_asks_once_a_statement(workspace: Workspace) -> None:
    """A function of the gate called outside a sub-select runs once a row.

    Only keys of things are asked about one by one: they are found by their subject, a few at once.
    """
    with workspace.superuser() as connection:
        tests = connection.execute(
            "SELECT tablename, coalesce(qual, '') || ' ' || coalesce(with_check, '') "
            "FROM pg_policies WHERE schemaname IN ('public', 'audit')"
        ).fetchall()
    bare = [
        table
        for table, test in tests
        if test.count("gate.") != test.count("( SELECT gate.") + test.count("FROM gate.acting()")
        and not (table == "identity_key" and OF_A_THING.fullmatch(test.strip()))
    ]
    assert bare == []


def test_30_the_trail_and_history_cannot_be_forged(kari: Connection) -> None:
    for table in ("line", "detail", "head", "history"):
        for statement in (
            f"INSERT INTO audit.{table} SELECT * FROM audit.{table}",
            f"UPDATE audit.{table} SET {'hash' if table in ('line', 'head') else 'number'} = NULL",
            f"DELETE FROM audit.{table}",
        ):
            met = refused(kari, statement)
            assert met in {"InsufficientPrivilege", "UndefinedColumn", "GeneratedAlways"}, statement
    assert (
        refused(kari, "SELECT audit.add(gen_random_uuid(), NULL, '{}')") == "InsufficientPrivilege"
    )


def test_31_naming_another_organisation_changes_nothing(
    workspace: Workspace, kari: Connection
) -> None:
    other = str(workspace.cast.organisations["politi"])
    for setting in ("samvern.organisation", "samvern.member", "app.org_id", "samvern.role"):
        kari.execute("SELECT set_config(%s, %s, true)", [setting, other])
    assert number(kari) == 6


def test_32_sessions_can_be_neither_read_nor_made_by_a_query(
    workspace: Workspace, kari: Connection
) -> None:
    for table in ("session", "secret", "budget", "allowance"):
        assert refused(kari, f"SELECT * FROM gate.{table}") == "InsufficientPrivilege"
    forged = "SELECT gate.open_session(%s, %s, now(), now() + interval '1 hour', '', NULL, %s)::int"
    per = workspace.cast.members["per"]
    assert number(kari, forged, per, b"t" * 32, b"m" * 32) == 0


def test_33_other_sessions_of_the_role_show_no_statement(
    workspace: Workspace, kari: Connection
) -> None:
    token = workspace.token("kari")
    kari.execute("SELECT set_config('samvern.token', %s, true)", [token])
    with workspace.connect() as other:
        rows = other.execute("SELECT query FROM pg_stat_activity").fetchall()
    assert [query for (query,) in rows if query and token in query] == []
    with workspace.superuser() as connection:
        settings = dict(
            connection.execute(
                "SELECT name, setting FROM pg_settings WHERE name LIKE 'log_%%'"
            ).fetchall()
        )
    assert settings["log_min_error_statement"] == "panic"
    assert settings["log_error_verbosity"] == "terse"


def test_34_nobody_comes_in_without_a_password(workspace: Workspace) -> None:
    where = workspace.url(APP).partition("@")[2]
    for role in ("postgres", OWNER, APP):
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(f"postgresql://{role}@{where}", connect_timeout=3)


def test_the_tables_of_sign_in_show_nobody_elses(workspace: Workspace, kari: Connection) -> None:
    assert number(kari, "SELECT count(*) FROM access_user") == 1
    names = {name for (name,) in kari.execute("SELECT name FROM access_member").fetchall()}
    assert "Per Modell" not in names and "Jonas Eksempel" in names


def test_no_function_of_a_higher_role_can_be_turned_or_called_by_all(workspace: Workspace) -> None:
    with workspace.superuser() as connection:
        weak = connection.execute(
            "SELECT p.oid::regprocedure::text FROM pg_proc p "
            "JOIN pg_namespace n ON n.oid = pronamespace "
            "WHERE n.nspname IN ('gate', 'audit', 'public') AND prosecdef AND ("
            "NOT coalesce(proconfig::text ~ 'search_path=pg_catalog', false) "
            "OR has_function_privilege('public', p.oid, 'EXECUTE'))"
        ).fetchall()
    assert weak == []
