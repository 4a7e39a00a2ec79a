# SPDX-License-Identifier: EUPL-1.2
"""`samvern manage`: Django's own commands, with the settings of the house."""

from pathlib import Path

import click

from samvern.web.commands.demo import DATA


@click.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path, resolve_path=True),
    default=DATA,
    help="Data folder of a demonstration, where DATABASE_URL is not set; .data when not given.",
)
@click.argument("words", metavar="COMMAND [ARGS]...", nargs=-1, type=click.UNPROCESSED)
def command(words: tuple[str, ...], data: Path) -> None:
    """Run one of Django's commands, for whoever develops Samvern.

    \b
    samvern manage check
    samvern manage makemigrations --dry-run
    samvern manage sqlmigrate cases 0001
    samvern manage help

    What reads only the code (check, makemigrations, help, ...) needs no database. Everything else
    works as samvern_owner on the database of DATABASE_URL, else that of `samvern demo`; sqlmigrate
    makes an empty one for itself where there is none. Not in production: there it is
    `samvern database migrate`.
    """
    from samvern.web.running.management import run_management

    run_management(words or ("help",), data)
