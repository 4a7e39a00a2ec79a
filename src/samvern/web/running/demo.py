# SPDX-License-Identifier: EUPL-1.2
"""The demonstration: everything on this machine, from nothing to a page, and away again."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from samvern.web.build import build_all
from samvern.web.database import Server, own_server
from samvern.web.database.external_server import check_server
from samvern.web.database.roles import APP, OWNER
from samvern.web.environment import read_environment
from samvern.web.exceptions import RunningError
from samvern.web.progress import step
from samvern.web.publications.built_in import publish_if_changed
from samvern.web.running.demo_environment import application_environment, demo_environment
from samvern.web.running.listen import HOST, listen
from samvern.web.running.lockfile import hold_lockfile
from samvern.web.running.supervisor import (
    SupervisedProcess,
    restart_killed,
    supervise_jobs,
    supervise_web,
)
from samvern.web.running.web_server import wait_for_web

LOOK = 0.5
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run_demo(
    folder: Path, port: int, announce: Callable[[str], None], *, people: bool = True
) -> None:
    """Build, start, serve, until interrupted; leave no process, however it ends.

    Without ``people`` the workspace is empty and nobody can sign in.

    Raises:
        KeyboardInterrupt: somebody ended it.
        RunningError, DatabaseError, BuildError: what could not be done, in one line.
    """
    for number in ENDINGS:
        signal.signal(number, _interrupt)
    url = f"http://{HOST}:{port}/"
    with ExitStack() as stack:
        stack.enter_context(hold_lockfile(folder, url))
        listener = stack.enter_context(listen(port))
        owner, app, server = stack.enter_context(_database(folder))
        for name, value in demo_environment(folder, server).items():
            os.environ.setdefault(name, value)
        prepare(folder, owner)
        if people:
            fill_demo(folder, owner, app)
        served = application_environment(app)
        web = stack.enter_context(supervise_web(listener.fileno(), served))
        with step("Starting the web processes"):
            wait_for_web(web.process, port)
        jobs = stack.enter_context(supervise_jobs(served))
        announce(url)
        _watch(web, jobs, server)


def prepare(folder: Path, owner_url: str) -> None:
    """Set this process up as the owner of the database, build what is stale and migrate."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    os.environ["DATABASE_URL"] = owner_url
    build_all(step, read_environment().static_root)
    with step("Bringing the tables up to date"):
        import django
        from django.db import connection

        from samvern.web.database.migration import migrate

        django.setup()
        migrate()
    publish_if_changed(folder)
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's has it


@contextmanager
def _database(folder: Path) -> Iterator[tuple[str, str, Server | None]]:
    """The addresses of the database for its owner and for the application, and our own server."""
    if given := os.environ.get("DATABASE_URL"):
        check_server(given)
        owner = os.environ.get("SAMVERN_OWNER_URL")
        if not owner:
            reason = "DATABASE_URL is set and SAMVERN_OWNER_URL is not; the tables need their owner"
            raise RunningError(f"{reason} (docs/operations.md)")
        yield owner, given, None
        return
    with ExitStack() as stack:
        with step("Starting the database"):
            server = stack.enter_context(own_server(folder))
        yield server.url(OWNER), server.url(APP), server


def _watch(web: SupervisedProcess, jobs: SupervisedProcess, server: Server | None) -> NoReturn:
    """Stay until interrupted; bring back what was killed."""
    while True:
        restart_killed(web, jobs, server)
        time.sleep(LOOK)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    for each in ENDINGS:
        signal.signal(each, signal.SIG_IGN)  # a second Ctrl-C must not interrupt the tidying
    raise KeyboardInterrupt


def fill_demo(folder: Path, owner_url: str, app_url: str) -> None:
    """Fill the workspace with three years of synthetic people; the same again changes nothing."""
    import psycopg

    from samvern.access.login.demo_accounts import demo_password, equip_demo_accounts
    from samvern.demo_data.load import load_demo

    with step("Writing three years of synthetic people"):
        load_demo(folder, owner_url, app_url, password=demo_password())
        with psycopg.connect(owner_url, autocommit=True) as owner:
            equip_demo_accounts(owner)
