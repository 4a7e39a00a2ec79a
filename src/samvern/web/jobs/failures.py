# SPDX-License-Identifier: EUPL-1.2
"""Jobs that failed, and trying them again. The reason is in the log, by type and place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.utils import IntegrityError

FAILED = """
    SELECT j.id, j.task_name, coalesce(j.args ->> 'round', ''), coalesce(j.args ->> 'service', ''),
        j.attempts, max(e.at)
    FROM procrastinate_jobs j LEFT JOIN procrastinate_events e ON e.job_id = j.id
    WHERE j.status = 'failed'
        AND (%(services)s::text[] IS NULL OR j.args ->> 'service' = ANY (%(services)s))
    GROUP BY j.id ORDER BY max(e.at) DESC, j.id DESC
"""
WAITING = "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
ALIVE = """
    SELECT max(last_heartbeat), max(last_heartbeat) > now() - interval '2 minutes'
    FROM procrastinate_workers
"""
RETRY = "SELECT procrastinate_retry_job_v2(%s, now(), NULL, NULL, NULL)"


@dataclass(frozen=True)
class FailedJob:
    """A job that failed."""

    id: int
    task: str
    round: str
    service: str
    """The service member it acted as, which belongs to one organisation."""
    attempts: int
    at: datetime | None


def list_failures(services: Sequence[UUID] | None = None) -> list[FailedJob]:
    """The latest first; with ``services``, only those of these service members."""
    only = None if services is None else [str(each) for each in services]
    with connection.cursor() as cursor:
        cursor.execute(FAILED, {"services": only})
        return [FailedJob(*row) for row in cursor.fetchall()]


def retry_failure(number: int) -> bool:
    """Queue a failed job again; False when the same is waiting already, so that nothing is lost."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(RETRY, [number])
    except IntegrityError:
        return False
    return True


def queue_state() -> tuple[int, datetime | None, bool]:
    """How many jobs wait or are being done, when a worker last said it lives, and whether none has
    for two minutes (a living one does every ten seconds)."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        (waiting,) = cursor.fetchone()
        cursor.execute(ALIVE)
        alive, lately = cursor.fetchone()
    return waiting, alive, not lately
