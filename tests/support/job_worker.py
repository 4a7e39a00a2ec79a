# SPDX-License-Identifier: EUPL-1.2
"""The worker, inside the process of a test."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from samvern.web.jobs.worker import work


def work_until_done() -> None:
    """Do what waits, in a thread of its own: a browser's test may keep an event loop in this one,
    and no second loop starts beside it."""

    def do() -> None:
        try:
            work(until_done=True)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(do).result()
