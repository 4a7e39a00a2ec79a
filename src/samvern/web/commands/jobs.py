# SPDX-License-Identifier: EUPL-1.2
"""`samvern jobs`: what failed in the background."""

from pathlib import Path

import click

from samvern.web.commands.database import FOLDER


@click.command()
@click.option("--retry", type=int, multiple=True, metavar="JOB", help="Try this job again.")
@click.option("--retry-all", is_flag=True, help="Try all of them again.")
@FOLDER
@click.pass_context
def command(ctx: click.Context, retry: tuple[int, ...], retry_all: bool, data: Path) -> None:
    """List jobs that failed, the latest first, or try them again. Exit code 1 when some failed, or
    when no worker has said for two minutes that it lives.

    The reason stands in the worker's log, by type and place.
    """
    from samvern.web.running.installation import installation

    with installation(data) as found:
        found.set_up_django()
        from samvern.web.jobs.failures import list_failures, queue_state, retry_failure

        failures = list_failures()
        chosen = {each.id for each in failures} if retry_all else set(retry)
        if unknown := sorted(chosen - {each.id for each in failures}):
            raise click.BadParameter(f"{unknown[0]} is not a job that failed", param_hint="--retry")
        for number in sorted(chosen):
            done = "queued" if retry_failure(number) else "the same is waiting already"
            click.echo(f"{number}  {done}")
        if chosen:
            return
        waiting, alive, silent = queue_state()
    for each in failures:
        when = f"{each.at:%Y-%m-%d %H:%M}" if each.at else "-"
        words = [str(each.id), when, each.task, each.round, each.service, f"{each.attempts} tries"]
        click.echo("  ".join(word for word in words if word))
    lives = f"worker last seen {alive:%Y-%m-%d %H:%M:%S %Z}" if alive else "no worker"
    click.echo(f"{len(failures)} failed, {waiting} waiting; {lives}")
    if silent:
        click.echo("No worker does the jobs: start one with samvern work", err=True)
    if failures or silent:
        ctx.exit(1)
