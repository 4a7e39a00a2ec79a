# SPDX-License-Identifier: EUPL-1.2
"""Jobs put in the queue while everything around it is killed, each with something to tell."""

import threading
import time
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException

from samvern.cases.core.models import Case
from samvern.cases.deadlines.domain import add_deadline
from samvern.web.jobs.failures import list_failures, retry_failure
from samvern.web.jobs.tasks import revive, serve
from support.job_worker import work_until_done
from support.workspace import Workspace

LEFT = "SELECT status::text, count(*) FROM procrastinate_jobs WHERE id = ANY(%s) GROUP BY 1"
LONG_SILENT = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'"
TOLD = "SELECT about_id, member_id FROM cases_notice WHERE about_id = ANY(%s)"
FALLS = (DatabaseError, InterfaceError, psycopg.Error, PermissionError, ConnectorException)


class Prober(threading.Thread):
    """Every second a deadline of tomorrow and the job that tells its owner; both acknowledged."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(daemon=True)
        self.workspace = workspace
        self.stopped = threading.Event()
        self.deadlines: list[UUID] = []
        self.queued: list[int] = []
        workspace.token("jonas")

    def run(self) -> None:
        """Until stopped; what could not be written because the database was away is not counted."""
        while not self.stopped.wait(1.0):
            try:
                deadline = self._write()
                service = str(self.workspace.cast.services[self._organisation])
                self.queued.append(serve.defer(round="remind", service=service))
                self.deadlines.append(deadline)
            except FALLS:
                connection.close()
            close_old_connections()
        connection.close()

    def _write(self) -> UUID:
        with self.workspace.acting("jonas") as actor:
            case = Case.objects.get(pk=self.workspace.cast.cases["colleague"])
            due = timezone.localdate() + timedelta(days=1)
            row = add_deadline(actor=actor, case=case, title="Prøve", due_on=due)
            codes = self.workspace.cast.organisations
            self._organisation = next(c for c, id in codes.items() if id == actor.organisation_id)
        return row.pk

    def told(self) -> Counter[UUID]:
        """How often each deadline was told its owner."""
        with self.workspace.superuser() as superuser:
            rows: list[Any] = superuser.execute(TOLD, [self.deadlines]).fetchall()
        return Counter(about for about, _member in rows)


def finish_jobs(workspace: Workspace, queued: list[int], tries: int = 5) -> dict[str, int]:
    """Take up what the kills left, as revival and `samvern jobs --retry-all` do; what was left.

    Raises:
        AssertionError: some of it cannot be finished.
    """
    connection.close()
    with workspace.superuser() as superuser:
        superuser.execute(LONG_SILENT)
        left = dict(superuser.execute(LEFT, [queued]).fetchall())
        for _each in range(tries):
            for failure in list_failures():
                retry_failure(failure.id)
            with suppress(AlreadyEnqueued):  # what a kill left waiting is done by the worker
                revive.defer(timestamp=int(time.time()))
            work_until_done()
            if not superuser.execute(LEFT, [queued]).fetchall():
                return left
    raise AssertionError(f"jobs that cannot be finished: {list_failures()}")
