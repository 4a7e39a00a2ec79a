# SPDX-License-Identifier: EUPL-1.2
"""The process that does the jobs."""

import asyncio
import signal
import subprocess
import sys
from typing import Any

from samvern.web.database.child_process import start_child

COMMAND = [sys.executable, "-m", "samvern", "work"]


def work(*, until_done: bool = False) -> None:
    """Do jobs until told to end (SIGINT, SIGTERM), or until none is waiting. Django is set up.

    What it is doing when it is killed is done again by the next worker, half a minute later.
    """
    from procrastinate.contrib.django import app

    async def run() -> None:
        async with app.open_async():
            await app.run_worker_async(
                name="samvern",
                wait=not until_done,
                concurrency=2,
                delete_jobs="successful",
                listen_notify=not until_done,
                shutdown_graceful_timeout=5.0,
            )

    connector: Any = app.connector  # Django's cannot wait for news of a job
    with app.replace_connector(connector.get_worker_connector()):
        asyncio.run(run())


def start_worker(environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    """A worker as a child of this process, which ends with it."""
    process: subprocess.Popen[bytes] = start_child(COMMAND, signal.SIGTERM, env=environment)
    return process
