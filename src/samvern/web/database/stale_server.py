# SPDX-License-Identifier: EUPL-1.2
"""A server left over from a program that was killed."""

import contextlib
import os
import signal
import time
from pathlib import Path

from samvern.web.database.paths import DatabasePaths

PATIENCE = 15.0


def stop_stale_server(place: DatabasePaths) -> None:
    """Stop a server that still uses the data; forget one whose process number is now another's.

    The number in the file is believed only when that process works in the data folder, as every
    PostgreSQL server does. The caller holds the folder's lock, so nobody is using the server.
    """
    try:
        pid = int(place.pid_file.read_text().split()[0])
    except (FileNotFoundError, ValueError, IndexError):
        return
    if not _works_in(pid, place.data):
        place.pid_file.unlink(missing_ok=True)
        return
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
        if _is_gone(pid, place.data):
            return


def _works_in(pid: int, folder: Path) -> bool:
    try:
        return Path(f"/proc/{pid}/cwd").samefile(folder)
    except OSError:
        return False


def _is_gone(pid: int, folder: Path) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if not _works_in(pid, folder):
            return True
        time.sleep(0.05)
    return False
