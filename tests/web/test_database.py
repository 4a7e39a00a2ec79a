# SPDX-License-Identifier: EUPL-1.2
"""Our own PostgreSQL: who gets in, and what happens when it is killed."""

import os
import signal
import subprocess
from pathlib import Path

import psycopg
import pytest

from samvern.web.database import Server, own_server
from samvern.web.database.cluster import SUPERUSER
from samvern.web.database.leftover import clear_leftover
from samvern.web.database.roles import APP, OWNER
from samvern.web.database.secret import Secrets

pytestmark = pytest.mark.database


def value(url: str, query: str) -> object:
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
        clear_leftover(place)
        alive = bystander.poll() is None
        bystander.kill()
    assert alive
    assert not place.pid_file.exists()


def test_secrets_are_the_owners_to_read_and_stay_the_same(tmp_path: Path) -> None:
    made = Secrets.of(tmp_path)
    assert Secrets.of(tmp_path) == made
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600
    assert len({made.superuser, made.owner, made.app, made.web_key}) == 4


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
