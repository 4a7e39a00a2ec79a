# SPDX-License-Identifier: EUPL-1.2
"""Point-in-time recovery as docs/operations.md describes it: back to just before a mistake."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from samvern.web.backup.tools import connection_environment
from samvern.web.database import Server, own_server
from samvern.web.database.cluster import SUPERUSER
from samvern.web.database.roles import OWNER
from support.database import reachable_folder

pytestmark = [pytest.mark.database, pytest.mark.long]
ROWS = 100


@pytest.fixture
def archiving() -> Iterator[tuple[Server, Path]]:
    """A server that copies each finished piece of its log to an archive."""
    with reachable_folder() as folder, own_server(folder / "data") as server:
        archive = folder / "archive"
        archive.mkdir(mode=0o700)
        server.account.take_over(archive)
        with psycopg.connect(server.url(SUPERUSER), autocommit=True) as connection:
            copy = f"test ! -f {archive}/%f && cp %p {archive}/%f"
            connection.execute("ALTER SYSTEM SET archive_mode = on")
            connection.execute(f"ALTER SYSTEM SET archive_command = '{copy}'".encode())
        server.stop()
        server.start()
        yield server, archive


def run_as_database(server: Server, program: str, *words: str) -> None:
    subprocess.run(
        [str(server.place.programs / program), *words],
        env=connection_environment(server.url(SUPERUSER)),
        check=True,
        capture_output=True,
        cwd="/",
        **server.account.options(),
    )


def wait_until_writable(server: Server) -> None:
    with psycopg.connect(server.url(SUPERUSER), autocommit=True) as connection:
        while connection.execute("SELECT pg_is_in_recovery()").fetchone() == (True,):
            time.sleep(0.05)


def test_back_to_the_moment_before_everything_was_deleted(
    archiving: tuple[Server, Path],
) -> None:
    server, archive = archiving
    home = archive.parent
    base = home / "base"
    base.mkdir(mode=0o700)
    server.account.take_over(base)
    run_as_database(server, "pg_basebackup", "-D", str(base), "--checkpoint=fast", "--no-sync")
    run_as_database(server, "pg_verifybackup", str(base))
    with psycopg.connect(server.url(OWNER), autocommit=True) as owner:
        owner.execute("CREATE TABLE kept AS SELECT n FROM generate_series(1, 100) n")
        (moment,) = owner.execute("SELECT clock_timestamp()").fetchone() or (None,)
        time.sleep(0.05)
        owner.execute("DELETE FROM kept")
    with psycopg.connect(server.url(SUPERUSER), autocommit=True) as superuser:
        superuser.execute("SELECT pg_switch_wal()")
    server.stop()  # an orderly end archives the rest

    started = time.perf_counter()
    recovery = (
        f"restore_command = 'cp {archive}/%f %p'\n"
        f"recovery_target_time = '{moment.isoformat()}'\nrecovery_target_action = 'promote'\n"
        "archive_mode = off\n"
    )
    with (base / "postgresql.auto.conf").open("a") as settings:
        settings.write(recovery)
    (base / "recovery.signal").touch()
    for name in ("recovery.signal", "postgresql.auto.conf"):
        server.account.take_over(base / name)
    recovered = Server(replace(server.place, data=base), server.account, server.secrets)
    recovered.start()
    try:
        wait_until_writable(recovered)
        with psycopg.connect(recovered.url(OWNER), autocommit=True) as owner:
            (found,) = owner.execute("SELECT count(*) FROM kept").fetchone() or (0,)
    finally:
        recovered.stop()
        shutil.rmtree(base, ignore_errors=True)
    print(f"recovered {found} of {ROWS} rows in {time.perf_counter() - started:.1f} s")
    assert found == ROWS
