# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL server for tests that need one."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from samvern.web.database import Server, own_server
from samvern.web.database.roles import DATABASE, OWNER

MEMORY = Path("/dev/shm")
ENOUGH = 1 << 30
PUT_RIGHT: list[str] = []
"""Where the files of what a database is made of were not what the migrations make."""
EMPTY = "template_empty"
"""A database with its tables and nothing else, to make copies of."""


@contextmanager
def reachable_folder() -> Iterator[Path]:
    """An empty folder, in memory where there is room, that the database's account may enter."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH
    with tempfile.TemporaryDirectory(prefix="samvern-", dir=MEMORY if roomy else None) as folder:
        path = Path(folder)
        path.chmod(0o711)
        yield path


@pytest.fixture
def data_folder() -> Iterator[Path]:
    """A folder for the data of one test."""
    with reachable_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def database() -> Iterator[Server]:
    """A running server of our own with empty tables, one for each test process."""
    with reachable_folder() as folder, own_server(folder) as server:
        yield server


@pytest.fixture(scope="session")
def migrated(database: Server) -> Server:
    """The same server with its tables made and the gate's key told, by a program of its own; and a
    copy of that, :data:`EMPTY`, which no test writes in."""
    code = "import django; django.setup(); from samvern.web.database.migration import migrate as m"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print(*m(), sep=chr(10))"],
        env={**os.environ, "DATABASE_URL": database.url(OWNER)},
        check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    PUT_RIGHT.extend(filter(None, done.stdout.split("\n")))
    with psycopg.connect(database.url("postgres", "postgres"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {EMPTY} OWNER {OWNER} TEMPLATE {DATABASE}")
    return database
