# SPDX-License-Identifier: EUPL-1.2
"""The database and the environment a command works on: production's, or a data folder's."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from samvern.web.database import Server, own_server
from samvern.web.database.external_server import check_server
from samvern.web.database.roles import APP
from samvern.web.database.server import found_server
from samvern.web.environment import default_mode
from samvern.web.exceptions import RunningError
from samvern.web.running.demo_environment import demo_environment
from samvern.web.running.lockfile import hold_lockfile

URLS = {"app": "DATABASE_URL", "owner": "SAMVERN_OWNER_URL", "backup": "SAMVERN_BACKUP_URL"}


@dataclass(frozen=True)
class Installation:
    """A database that answers, whose environment this process now has."""

    folder: Path
    server: Server | None
    """Our own server; None where the environment names another."""

    def url(self, role: str) -> str:
        """Where to connect as ``app``, ``owner`` or ``backup``.

        Raises:
            RunningError: the environment does not say.
        """
        if found := os.environ.get(URLS[role]):
            return found
        raise RunningError(f"{URLS[role]} is not set; docs/operations.md says what it is")

    def set_up_django(self, role: str = "app") -> None:
        """Set Django up in this process to act as a role of the database.

        Raises:
            RunningError: this is production, and what ``serve`` would not start with.
        """
        os.environ["DATABASE_URL"] = self.url(role)
        check_server(os.environ["DATABASE_URL"], URLS[role])
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
        import django

        django.setup()
        if role == "app":
            _refuse_unsafe()


def _refuse_unsafe() -> None:
    from django.core.exceptions import ImproperlyConfigured

    from samvern.web.production_checks import refuse_unsafe_production

    try:
        refuse_unsafe_production()
    except ImproperlyConfigured as error:
        raise RunningError(str(error)) from error


@contextmanager
def installation(folder: Path) -> Iterator[Installation]:
    """The installation of the environment; without ``DATABASE_URL`` that of a data folder.

    A data folder's database is started when a demonstration is not running it already.

    Raises:
        RunningError, DatabaseError: it does not answer, or the folder holds none.
    """
    if given := os.environ.get("DATABASE_URL"):
        os.environ.setdefault("SAMVERN_MODE", default_mode())
        check_server(given)
        _complete(folder, None)
        yield Installation(folder, None)
        return
    if not (folder / "secrets.json").exists():
        reason = f"no database in {folder}; set DATABASE_URL, or make one: samvern demo"
        raise RunningError(reason)
    with ExitStack() as stack:
        server = found_server(folder)
        if server is None:
            stack.enter_context(hold_lockfile(folder, "a command uses it; wait for that to end"))
            server = stack.enter_context(own_server(folder))
        os.environ["DATABASE_URL"] = server.url(APP)
        _complete(folder, server)
        yield Installation(folder, server)


def _complete(folder: Path, server: Server | None) -> None:
    os.environ.setdefault("SAMVERN_MODE", "demo")
    if server is None and (os.environ["SAMVERN_MODE"] != "demo" or "SAMVERN_KEYS" in os.environ):
        return  # nothing needs to be made up, or may be
    for name, value in demo_environment(folder, server).items():
        os.environ.setdefault(name, value)
