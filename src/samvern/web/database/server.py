# SPDX-License-Identifier: EUPL-1.2
"""Starting, finding again and stopping the server of one data folder."""

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg

from samvern.web.database.account import Account, database_account
from samvern.web.database.child_process import start_child, stop_child
from samvern.web.database.cluster import SUPERUSER, make_cluster
from samvern.web.database.paths import PORT, DatabasePaths, find_paths
from samvern.web.database.roles import APP, BACKUP, DATABASE, OWNER, close_schema, make_roles
from samvern.web.database.secret_file import Secrets
from samvern.web.database.stale_server import stop_stale_server
from samvern.web.exceptions import DatabaseError

PATIENCE = 30.0
PAUSE = 0.02
SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "40",
    # Error messages of the server repeat values from rows and statements; its log must not.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_min_messages": "warning",
}


@dataclass
class Server:
    """A PostgreSQL server that is ours."""

    place: DatabasePaths
    account: Account
    secrets: Secrets
    process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    def url(self, role: str, database: str = DATABASE) -> str:
        """The ``DATABASE_URL`` with which a role connects."""
        password = {SUPERUSER: self.secrets.superuser, **self._passwords()}[role]
        where = f"host={quote(str(self.place.socket), safe='')}&port={PORT}"
        return f"postgresql://{role}:{password}@/{database}?{where}"

    def _passwords(self) -> dict[str, str]:
        return {OWNER: self.secrets.owner, APP: self.secrets.app, BACKUP: self.secrets.backup}

    def start(self) -> None:
        """Start the server and wait until it answers.

        Raises:
            DatabaseError: it does not come up; the message ends with its own last word.
        """
        stop_stale_server(self.place)
        self.place.log.unlink(missing_ok=True)
        self.place.log.touch(mode=0o600)
        deadline = time.monotonic() + PATIENCE
        while not self._comes_up(deadline):
            # Just after a kill, remains of the former server can hold the data for a moment.
            if time.monotonic() > deadline:
                self.stop()
                raise DatabaseError(f"PostgreSQL did not start: {self._last_word()}")
            time.sleep(0.2)

    def _comes_up(self, deadline: float) -> bool:
        with self.place.log.open("ab") as log:
            self.process = start_child(
                self._command(),
                signal.SIGINT,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd="/",
                **self.account.options(),
            )
        while self.process.poll() is None and time.monotonic() < deadline:
            if self.answers():
                return True
            time.sleep(PAUSE)
        return False

    def _command(self) -> list[str]:
        settings = SETTINGS | {"unix_socket_directories": str(self.place.socket)}
        options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        return [str(self.place.programs / "postgres"), "-D", str(self.place.data), *options]

    def answers(self) -> bool:
        """Whether a server answers on the socket, found by asking it, not by a process number."""
        try:
            with psycopg.connect(self.url(SUPERUSER, "postgres"), connect_timeout=3) as connection:
                connection.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def prepare(self) -> None:
        """Make roles and database where they are missing, with the passwords of this folder."""
        with psycopg.connect(self.url(SUPERUSER, "postgres"), autocommit=True) as connection:
            make_roles(connection, self._passwords())
        with psycopg.connect(self.url(SUPERUSER), autocommit=True) as connection:
            close_schema(connection)

    def is_running(self) -> bool:
        """Whether the process we started still runs."""
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Stop the server: connections are ended, nothing committed is lost."""
        if self.process is not None:
            fast, now = (signal.SIGINT, 15.0), (signal.SIGQUIT, 5.0)
            stop_child(self.process, fast, now, (signal.SIGKILL, 5.0))
            self.process = None

    def _last_word(self) -> str:
        lines = self.place.log.read_text(errors="replace").split("\n")
        return next((line for line in reversed(lines) if line.strip()), "it said nothing")[:200]


def found_server(folder: Path) -> Server | None:
    """The server of a data folder that another process runs; None when none answers."""
    account = database_account()
    server = Server(find_paths(folder, account), account, Secrets.of(folder))
    return server if server.answers() else None


@contextmanager
def own_server(folder: Path) -> Iterator[Server]:
    """A running server with its data in ``folder``, made the first time, stopped at the end.

    Raises:
        DatabaseError: the server cannot be made or started.
    """
    account = database_account()
    place = find_paths(folder, account)
    server = Server(place, account, Secrets.of(folder))
    if not place.data.exists():
        make_cluster(place, account, server.secrets.superuser)
    try:
        server.start()
        server.prepare()
        yield server
    finally:
        server.stop()
