# SPDX-License-Identifier: EUPL-1.2
"""Our own PostgreSQL: who gets in, and what happens when it is killed."""

import json
import os
import signal
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psycopg
import pytest

from samvern.web.database import Server, own_server
from samvern.web.database.cluster import SUPERUSER
from samvern.web.database.roles import APP, AUDIT, BACKUP, GATE, OWNER
from samvern.web.database.secret_file import Secrets
from samvern.web.database.stale_server import stop_stale_server

pytestmark = pytest.mark.database


def value(url: str, query: str) -> Any:
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(query.encode())
        row = cursor.fetchone() if cursor.description else None
    return row[0] if row else None


def test_the_application_owns_nothing_and_obeys_row_security(database: Server) -> None:
    rights = "SELECT (rolsuper, rolcreatedb, rolcreaterole, rolbypassrls)::text FROM pg_roles"
    assert value(database.url(APP), f"{rights} WHERE rolname = current_user") == "(f,f,f,f)"


def test_the_application_cannot_make_tables(database: Server) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        value(database.url(APP), "CREATE TABLE mine (a int)")


def test_the_application_cannot_become_the_owner(database: Server) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        value(database.url(APP), f"SET ROLE {OWNER}")


def test_the_application_cannot_enter_other_databases(database: Server) -> None:
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        value(database.url(APP, "postgres"), "SELECT 1")


def test_statements_are_not_shown_to_other_sessions(database: Server) -> None:
    assert value(database.url(APP), "SHOW track_activities") == "off"


def test_nobody_gets_in_without_the_password(database: Server) -> None:
    url = database.url(SUPERUSER).replace(database.secrets.superuser, "guess")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        value(url, "SELECT 1")


def test_there_is_no_tcp_port(database: Server) -> None:
    assert value(database.url(OWNER), "SHOW listen_addresses") == ""


def test_letters_beyond_ascii_have_case(database: Server) -> None:
    assert value(database.url(OWNER), "SELECT lower('ÆØÅ ČĐŊ')") == "æøå čđŋ"


def test_it_is_gone_afterwards_and_keeps_its_data(data_folder: Path) -> None:
    with own_server(data_folder) as server:
        first = server.process
        value(server.url(OWNER), "CREATE TABLE kept AS SELECT 7 AS n")
    with own_server(data_folder) as server:
        kept = value(server.url(OWNER), "SELECT n FROM kept")
    assert kept == 7
    assert first is not None
    assert first.poll() == 0


def test_it_comes_back_after_kill_9(data_folder: Path) -> None:
    with own_server(data_folder) as server:
        value(server.url(OWNER), "CREATE TABLE kept AS SELECT 7 AS n")
        assert server.process is not None
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        assert not server.is_running()
        server.start()
        assert value(server.url(OWNER), "SELECT n FROM kept") == 7


def test_a_leftover_server_is_stopped_and_the_data_taken_over(data_folder: Path) -> None:
    with own_server(data_folder) as left:
        with own_server(data_folder) as server:
            answer = value(server.url(OWNER), "SELECT 1")
        assert left.process is not None
        assert left.process.wait(10) == 0
    assert answer == 1


def test_a_process_number_that_is_now_anothers_is_left_alone(data_folder: Path) -> None:
    with own_server(data_folder) as server:
        place = server.place
    with subprocess.Popen(["sleep", "60"], cwd="/") as bystander:
        place.pid_file.write_text(f"{bystander.pid}\n{place.data}\n")
        stop_stale_server(place)
        alive = bystander.poll() is None
        bystander.kill()
    assert alive
    assert not place.pid_file.exists()


def test_secrets_are_the_owners_to_read_and_stay_the_same(tmp_path: Path) -> None:
    made = Secrets.of(tmp_path)
    assert Secrets.of(tmp_path) == made
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600
    assert len({made.superuser, made.owner, made.app, made.web_key, made.backup, made.gate}) == 6


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server under another account")
def test_a_folder_only_root_may_enter_is_not_opened(data_folder: Path) -> None:
    closed = data_folder / "home"
    closed.mkdir(mode=0o700)
    with own_server(closed / "data") as server:
        inside = server.place.data.is_relative_to(closed)
        answer = value(server.url(OWNER), "SELECT 1")
        place = server.place
    subprocess.run(["rm", "-r", str(place.data.parent)], check=True)
    assert (inside, answer) == (False, 1)
    assert closed.stat().st_mode & 0o777 == 0o700


def test_secrets_of_an_earlier_version_are_completed_and_kept(tmp_path: Path) -> None:
    old = {"superuser": "s", "owner": "o", "app": "a", "web_key": "w"}
    (tmp_path / "secrets.json").write_text(json.dumps(old))
    made = Secrets.of(tmp_path)
    assert asdict(made) == {**old, "backup": made.backup, "gate": made.gate}
    assert (len(made.backup), made) == (64, Secrets.of(tmp_path))


def test_the_owner_may_take_the_other_roles_but_inherits_nothing(database: Server) -> None:
    for role in (GATE, AUDIT, APP):
        assert value(database.url(OWNER), f"SET ROLE {role}") is None
    query = "SELECT array_agg(rolname::text) FROM pg_roles WHERE pg_has_role(rolname, 'USAGE')"
    assert sorted(value(database.url(OWNER), query)) == ["pg_database_owner", OWNER]


def test_the_backup_role_reads_past_row_security_and_cannot_write(database: Server) -> None:
    with psycopg.connect(database.url(OWNER), autocommit=True) as owner:
        owner.execute("CREATE TABLE walled AS SELECT 7 AS n")
        owner.execute("ALTER TABLE walled ENABLE ROW LEVEL SECURITY")
        owner.execute("ALTER TABLE walled FORCE ROW LEVEL SECURITY")
        assert owner.execute("SELECT count(*) FROM walled").fetchone() == (0,)
    assert value(database.url(BACKUP), "SELECT n FROM walled") == 7
    with psycopg.connect(database.url(BACKUP), autocommit=True) as backup:
        backup.execute("SET default_transaction_read_only = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            backup.execute("DELETE FROM walled")
    value(database.url(OWNER), "DROP TABLE walled")


def test_a_new_function_is_closed_until_it_is_granted(database: Server) -> None:
    value(database.url(OWNER), "CREATE FUNCTION closed() RETURNS int LANGUAGE sql AS 'SELECT 1'")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        value(database.url(APP), "SELECT closed()")
    value(database.url(OWNER), "DROP FUNCTION closed")
