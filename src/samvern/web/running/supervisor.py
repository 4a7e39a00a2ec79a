# SPDX-License-Identifier: EUPL-1.2
"""Keeping what serves alive: what was killed is started again."""

import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

from samvern.web.database import Server
from samvern.web.database.child_process import stop_child
from samvern.web.exceptions import RunningError
from samvern.web.jobs.worker import start_worker
from samvern.web.progress import step
from samvern.web.running.web_server import start_web

RESTART_PAUSE = 5.0
"""Seconds between two starts of the same, so that what cannot live does not use up the machine."""
ENDS = ((signal.SIGTERM, 8.0), (signal.SIGKILL, 5.0))
Start = Callable[[], "subprocess.Popen[bytes]"]


class SupervisedProcess(AbstractContextManager["SupervisedProcess"]):
    """A child process: started at once, again when it was killed, stopped at the end."""

    def __init__(self, name: str, start: Start, *, ends_by_itself: bool) -> None:
        self._name, self._again, self._ends_by_itself = name, start, ends_by_itself
        self._start()

    def _start(self) -> None:
        self.process = self._again()
        self._started = time.monotonic()

    def keep_alive(self) -> None:
        """Start it again when it was killed.

        Raises:
            RunningError: it ended by itself, which it would do again.
        """
        code = self.process.poll()
        if code is None:
            return
        if code >= 0 and not self._ends_by_itself:  # below nought is the signal that killed it
            raise RunningError(f"{self._name} ended with {code}; the reason is above")
        if time.monotonic() > self._started + RESTART_PAUSE:
            self._start()

    def __exit__(self, *reason: object) -> None:
        stop_child(self.process, *ENDS)


def supervise_web(descriptor: int, environment: dict[str, str]) -> SupervisedProcess:
    """The web processes on a listening socket, which holds who comes while they start again."""
    start = lambda: start_web(descriptor, environment)  # noqa: E731 (a name would say no more)
    return SupervisedProcess("the web processes", start, ends_by_itself=False)


def supervise_jobs(environment: dict[str, str]) -> SupervisedProcess:
    """The process that does the jobs, which ends when the database goes away."""
    return SupervisedProcess(
        "the job worker", lambda: start_worker(environment), ends_by_itself=True
    )


def restart_killed(web: SupervisedProcess, jobs: SupervisedProcess, server: Server | None) -> None:
    """Look once, and bring back what was killed.

    Raises:
        RunningError, DatabaseError: the web processes or the database cannot live.
    """
    if server is not None and not server.is_running():
        with step("The database was killed; starting it again"):
            server.start()
    web.keep_alive()
    jobs.keep_alive()
