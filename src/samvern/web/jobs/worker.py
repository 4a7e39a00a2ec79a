# SPDX-License-Identifier: EUPL-1.2
"""The process that does the jobs."""

import asyncio
import logging
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import Any

import psycopg
from procrastinate.exceptions import ConnectorException

from samvern.web.database.child_process import start_child
from samvern.web.exceptions import DatabaseError

logger = logging.getLogger(__name__)
WAITS = (1, 2, 4, 8, 15, 30)
"""Seconds between two tries to reach a database that is away."""
STEADY = 60
"""After so many seconds of work a loss is a new one, and the first try comes soon again."""
LONGEST_END = 20
"""Seconds from being told to end."""
COMMAND = [sys.executable, "-m", "samvern", "work"]


def work(*, until_done: bool = False) -> None:
    """Do jobs until told to end (SIGINT, SIGTERM), or until none is waiting. Django is set up.

    What it is doing when it is killed is done again by the next worker, half a minute later. When
    the database goes away it waits for it, a little longer each time, and goes on.

    Raises:
        DatabaseError: the database went away, and only what was waiting was to be done.
    """
    asyncio.run(_work(until_done))


async def _work(until_done: bool) -> None:
    stop, waits = asyncio.Event(), iter(WAITS)
    _stop_on_signals(stop)
    while not stop.is_set():
        begun = time.monotonic()
        if not (lost := await _run(until_done, stop)):
            return
        if until_done:
            raise DatabaseError(f"the database went away: {lost}")
        if time.monotonic() - begun > STEADY:
            waits = iter(WAITS)
        seconds = next(waits, WAITS[-1])
        logger.warning("The database is away (%s); trying again in %d s", lost, seconds)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), seconds)


async def _run(until_done: bool, stop: asyncio.Event) -> str:
    """One worker until it is told to stop or has nothing left; why, when neither ended it."""
    from procrastinate.contrib.django import app

    connector: Any = app.connector  # Django's cannot wait for news of a job
    try:
        with app.replace_connector(connector.get_worker_connector()):
            async with app.open_async():
                worker = asyncio.create_task(app.run_worker_async(**_options(until_done)))
                told = asyncio.create_task(stop.wait())
                await asyncio.wait({worker, told}, return_when=asyncio.FIRST_COMPLETED)
                if told.done():
                    worker.cancel()
                told.cancel()
                with suppress(asyncio.CancelledError):
                    await worker
    except (psycopg.Error, ConnectorException) as error:
        return type(error).__name__
    return "" if until_done or stop.is_set() else "the worker ended"


def _options(until_done: bool) -> dict[str, Any]:
    return {
        "name": "samvern",
        "wait": not until_done,
        "concurrency": 2,
        "delete_jobs": "successful",
        "listen_notify": not until_done,
        "shutdown_graceful_timeout": 5.0,
        "install_signal_handlers": False,  # theirs end the worker as a lost database does
    }


def _stop_on_signals(stop: asyncio.Event) -> None:
    with suppress(ValueError, RuntimeError):  # in a thread of a test nobody sends any
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, _stop, stop)


def _stop(stop: asyncio.Event) -> None:
    """End, also where the database neither answers nor goes away: a statement waits for ever."""
    stop.set()
    asyncio.get_running_loop().call_later(LONGEST_END, _end_at_once)


def _end_at_once() -> None:
    logger.error("The database does not answer; ended without telling it")
    os._exit(1)


def start_worker(environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    """A worker as a child of this process, which ends with it."""
    process: subprocess.Popen[bytes] = start_child(COMMAND, signal.SIGTERM, env=environment)
    return process
