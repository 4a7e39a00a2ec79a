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
from samvern.web.database.reach import check_server
from samvern.web.database.roles import APP, OWNER
from samvern.web.environment import read_environment
from samvern.web.running.errors import RunningError
from samvern.web.running.hold import hold
from samvern.web.running.keeping import Kept, keep_all, keep_jobs, keep_web
from samvern.web.running.listen import HOST, listen
from samvern.web.running.people import put_people
from samvern.web.running.publishing import publish_fresh
from samvern.web.running.surroundings import application_environment, surroundings
from samvern.web.running.web import wait_for_web
from samvern.web.steps import step

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
        stack.enter_context(hold(folder, url))
        listener = stack.enter_context(listen(port))
        owner, app, server = stack.enter_context(_database(folder))
        for name, value in surroundings(folder, server).items():
            os.environ.setdefault(name, value)
        prepare(folder, owner)
        if people:
            put_people(folder, owner, app)
        served = application_environment(app)
        web = stack.enter_context(keep_web(listener.fileno(), served))
        with step("Starting the web processes"):
            wait_for_web(web.process, port)
        jobs = stack.enter_context(keep_jobs(served))
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

        from samvern.web.database.migrating import migrate

        django.setup()
        migrate()
    publish_fresh(folder)
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


def _watch(web: Kept, jobs: Kept, server: Server | None) -> NoReturn:
    """Stay until interrupted; bring back what was killed."""
    while True:
        keep_all(web, jobs, server)
        time.sleep(LOOK)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    for each in ENDINGS:
        signal.signal(each, signal.SIG_IGN)  # a second Ctrl-C must not interrupt the tidying
    raise KeyboardInterrupt
