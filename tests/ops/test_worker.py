# SPDX-License-Identifier: EUPL-1.2
"""The process that does the jobs: it outlives its database, and its absence is seen."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from samvern.web.database import Server
from samvern.web.database.roles import APP
from support.cli import Run

pytestmark = pytest.mark.database

NEWEST = "SELECT coalesce(max(id), 0) FROM procrastinate_workers"
END_ALL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'samvern_app'"


@pytest.fixture
def superuser(superuser: "psycopg.Connection[Any]") -> Iterator["psycopg.Connection[Any]"]:
    """That of every test here; afterwards the application may enter, and no worker is left."""
    yield superuser
    superuser.execute("ALTER ROLE samvern_app LOGIN")
    superuser.execute("DELETE FROM procrastinate_workers")


def newest(superuser: "psycopg.Connection[Any]", above: int) -> int:
    """The number of a worker that came after another, which it waits for."""
    end = time.monotonic() + 30
    while (row := superuser.execute(NEWEST).fetchone()) is None or row[0] <= above:
        assert time.monotonic() < end, "no new worker in half a minute"
        time.sleep(0.1)
    return int(row[0])


def test_a_worker_waits_for_a_database_that_is_away(
    migrated: Server, superuser: "psycopg.Connection[Any]"
) -> None:
    environment = {**os.environ, "DATABASE_URL": migrated.url(APP)}
    (before,) = superuser.execute(NEWEST).fetchone() or (0,)
    worker = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "samvern", "work"],
        env=environment, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        first = newest(superuser, before)
        superuser.execute("ALTER ROLE samvern_app NOLOGIN")
        superuser.execute(END_ALL)
        time.sleep(2)
        assert worker.poll() is None
        superuser.execute("ALTER ROLE samvern_app LOGIN")
        newest(superuser, first)
    finally:
        worker.send_signal(signal.SIGTERM)
        _, told = worker.communicate(timeout=20)
    assert worker.returncode == 0
    assert "The database is away" in told
    assert "Traceback" not in told


def test_it_is_seen_that_no_worker_does_the_jobs(
    superuser: "psycopg.Connection[Any]", installed: Server, run: Run
) -> None:
    superuser.execute("DELETE FROM procrastinate_workers")
    none = run("jobs")
    superuser.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now())")
    living = run("jobs")
    superuser.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '3 min'")
    silent = run("jobs")
    assert (none.code, living.code, silent.code) == (1, 0, 1)
    assert none.err == silent.err == "No worker does the jobs: start one with samvern work\n"
