# SPDX-License-Identifier: EUPL-1.2
"""`samvern setup`: the organisations of an installation, from a file."""

from contextlib import ExitStack
from pathlib import Path

import click

from samvern.web.commands.database import FOLDER
from samvern.web.commands.organisation import show_links


@click.command()
@FOLDER
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option(
    "--links", "kept", type=click.Path(dir_okay=False, path_type=Path),
    help="Write the links into this new file, which only you can read, and print none.",
)  # fmt: skip
@click.pass_context
def command(ctx: click.Context, data: Path, file: Path, dry_run: bool, kept: Path | None) -> None:
    """Make the organisations, units, administrators and coordinators of FILE (YAML).

    deploy/organisations.example.yaml is one. What the database lacks is made; a region that is
    another in the file is changed; nothing is taken away. All of it is done or nothing, and
    again does nothing. Each administrator and coordinator gets a one-time link, shown once: a
    new one is made by samvern organisation invite.

    What is wrong in FILE is told line by line. Exit code 2 then, and nothing was done.
    """
    from samvern.web.organisations import records
    from samvern.web.organisations.links import write_links
    from samvern.web.organisations.setup import set_up
    from samvern.web.organisations.setup_file import SetupProblems, SetupReader

    with ExitStack() as undo:
        try:
            with records.owner(data, changes=True) as connection:
                rows = records.list_organisations(connection)
                reader = SetupReader(file, [row.region for row in rows])
                done = set_up(connection, file.name, rows, reader.organisations())
                if dry_run:
                    connection.rollback()
                elif kept and done.links:
                    write_links(kept, done.links)
                    undo.callback(kept.unlink)  # they would open nothing
        except SetupProblems as error:
            for problem in error.problems:
                click.echo(problem, err=True)
            click.echo(f"{len(error.problems)} to mend; nothing was done", err=True)
            ctx.exit(2)
        undo.pop_all()
    for line in done.lines:
        click.echo(line)
    if not done.lines:
        click.echo(f"Nothing to do: everything in {file.name} is there")
    elif dry_run:
        click.echo(f"{len(done.lines)} to do; nothing was done")
    elif kept and done.links:
        click.echo(f"{len(done.links)} links are in {kept}")
    else:
        show_links(done.links)
