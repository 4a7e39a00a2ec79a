# SPDX-License-Identifier: EUPL-1.2
"""The tasks of the queue, begun by the clock.

Idempotent: each may be run again at any time, as a worker can die at any moment. What a round made
is committed whole or not at all, and what it makes is unique in the database (a notice by its key,
a telling by its address and message, a step by the state it leaves), so twice is once.

Retried: the next beat of the clock is the next try, so one that waits does for all that would. What
a round sends elsewhere goes between two transactions, and keeps its own count: a letter is tried by
the next round (``cases/notices/letters.py``), a webhook after a growing pause and eight times at
most (``coordination/webhooks/delivery.py``).

Visible: what failed stays for a month, on the page ``jobs_failed`` for the administrator of the
organisation and in ``samvern jobs`` for all; there it is tried again by hand.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Status

from samvern.web.jobs.schedule import JOB_BY_NAME, SCHEDULE, ScheduledJob
from samvern.web.jobs.service_members import list_service_members
from samvern.web.keyring import Keyring

HOUR = timedelta(minutes=55)  # the clock beats every ten minutes
MONTH = 31 * 24
"""Hours a failed job is kept."""


@app.task(name="serve")
def serve(*, round: str, service: str) -> None:
    """Do one round for one organisation."""
    JOB_BY_NAME[round].run(UUID(service))


def start_round(work: ScheduledJob) -> int:
    """Put a round in the queue for each organisation that has none waiting; how many."""
    started = 0
    for service in list_service_members() if work.is_present() else []:
        lock = f"{work.name}:{service}"
        try:
            with transaction.atomic():
                job = serve.configure(queueing_lock=lock, lock=lock)
                job.defer(round=work.name, service=str(service))
        except AlreadyEnqueued:
            continue  # the one that waits does this one's work too
        started += 1
    return started


def _register(work: ScheduledJob) -> None:
    @app.periodic(cron=work.cron)
    @app.task(name=f"start:{work.name}", queueing_lock=f"start:{work.name}")
    def start(timestamp: int) -> None:
        start_round(work)


for each in SCHEDULE:
    _register(each)


@app.periodic(cron="*/10 * * * *")
@app.task(name="anchor", queueing_lock="anchor", lock="anchor")
def anchor(timestamp: int) -> None:
    """Sign the heads of the trail into a file outside the database, once an hour."""
    from samvern.web.audit_trail.anchors import add_anchor

    connection.ensure_connection()
    signer = Keyring.read(settings.SIGNING_FILE).signer()
    due = datetime.now(UTC) - HOUR
    add_anchor(connection.connection, settings.ANCHOR_FILE, signer, unless_after=due)


@app.periodic(cron="*/5 * * * *")
@app.task(name="sweep", queueing_lock="sweep")
def sweep(timestamp: int) -> None:
    """Remove sessions, visits and counters that have run out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.sweep()")
        cursor.execute("SELECT to_regprocedure('gate.sweep_visits()') IS NOT NULL")
        if cursor.fetchone()[0]:
            cursor.execute("SELECT gate.sweep_visits()")


@app.periodic(cron="* * * * *")
@app.task(name="revive", queueing_lock="revive")
async def revive(timestamp: int) -> None:
    """Queue again what a worker was doing when it died; forget what failed a month ago."""
    manager = app.job_manager
    for job in await manager.get_stalled_jobs():
        try:
            await manager.retry_job(job)
        except ConnectorException:  # the same is waiting already
            await manager.finish_job(job, Status.FAILED, delete_job=True)
    await manager.delete_old_jobs(nb_hours=MONTH, include_failed=True, include_cancelled=True)
