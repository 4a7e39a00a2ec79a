# SPDX-License-Identifier: EUPL-1.2
"""`samvern work`: the process that does the jobs."""

from pathlib import Path

import click

from samvern.web.commands.database import FOLDER


@click.command()
@click.option("--until-done", is_flag=True, help="End when no job is waiting.")
@FOLDER
def command(until_done: bool, data: Path) -> None:
    """Do the jobs in the background: reminders, anchors, retention, scans, tidying.

    Run one beside `samvern serve`, with the same environment; several share the work. Ctrl-C or
    SIGTERM ends it after the job it is doing.
    """
    from samvern.web.running.installation import installation

    with installation(data) as found:
        found.set_up_django()
        from samvern.web.jobs.worker import work

        work(until_done=until_done)
