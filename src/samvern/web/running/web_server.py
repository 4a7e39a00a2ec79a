# SPDX-License-Identifier: EUPL-1.2
"""The web processes: gunicorn with the few settings that matter here."""

import http.client
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from samvern.web.database.child_process import start_child
from samvern.web.environment import read_environment
from samvern.web.exceptions import RunningError
from samvern.web.running.listen import HOST

PATIENCE = 30.0
MOST_WORKERS = 4
LOGGER = "samvern.web.running.server_log.ServerLogger"
THREADS = 8
"""Most wait for the database; programs of the guide get a part (allowance.py)."""


def gunicorn_command(bind: str) -> list[str]:
    """The command line: one process a core, a few threads each, no access log.

    An access log would hold who asked for what when; the guide promises that nobody keeps that.
    """
    workers = read_environment().workers or min(os.cpu_count() or 1, MOST_WORKERS)
    memory = Path("/dev/shm")  # noqa: S108 (heartbeats only; a disk there would stall them)
    heartbeat = ["--worker-tmp-dir", str(memory)] if memory.is_dir() else []
    return [
        *(sys.executable, "-m", "gunicorn", "samvern.web.wsgi:application", "--bind", bind),
        *("--workers", str(workers), "--threads", str(THREADS), "--worker-class", "gthread"),
        *("--preload", "--no-control-socket", "--graceful-timeout", "5", "--timeout", "30"),
        *("--log-level", "warning", "--logger-class", LOGGER, *heartbeat),
    ]


def start_web(descriptor: int, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    """Start gunicorn on a socket that is already listening, with an environment of its own."""
    process: subprocess.Popen[bytes] = start_child(
        gunicorn_command(f"fd://{descriptor}"),
        signal.SIGTERM,
        env=environment,
        pass_fds=[descriptor],
    )
    return process


def wait_for_web(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until a page is served.

    Raises:
        RunningError: the web processes ended, or no page came in time.
    """
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", "/")
            if connection.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR:
                return
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
        time.sleep(0.05)
    raise RunningError("the web processes did not start; their last words are above")
