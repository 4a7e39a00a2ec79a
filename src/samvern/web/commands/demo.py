# SPDX-License-Identifier: EUPL-1.2
"""`samvern demo`: the guide on this machine."""

from functools import partial
from pathlib import Path

import click

from samvern.web.environment import CHECKOUT

DATA = CHECKOUT / ".data"


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to serve."
)
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path, resolve_path=True),
    default=DATA,
    help="Folder for the database and its secrets; .data in the clone when not given.",
)
@click.option(
    "--people/--no-people",
    default=True,
    show_default=True,
    help="Fill the workspace with synthetic people, or leave it empty.",
)
def command(port: int, data: Path, people: bool) -> None:
    """Build, start the database, migrate, and serve guide and workspace on this machine.

    Ctrl-C ends it and leaves nothing running. With DATABASE_URL in the environment that server is
    used instead of our own. Exit code 2 when it already runs or the port is taken.
    """
    # Not before the options have been read: `demo --help` needs none of it.
    from samvern.web.running import run_demo

    click.echo("Samvern", err=True)
    try:
        run_demo(data, port, partial(_announce, people=people), people=people)
    except KeyboardInterrupt:
        click.echo("\nStopped. Nothing is left running.", err=True)


def _announce(url: str, *, people: bool) -> None:
    from samvern.web.running.listen import site_addresses

    click.echo("\nThe guide and the workspace are open. Ctrl-C ends them.\n")
    for name, address in site_addresses(url):
        click.echo(f"  {name:<10} {address}")
    if people:
        _introduce(url)
    click.echo()


def _introduce(url: str) -> None:
    """Who can sign in, with the password and the code of the moment; all of them are synthetic."""
    from samvern.access.login.demo_accounts import demo_code, demo_password
    from samvern.demo_data.table_files import organisations, test_workers

    houses = organisations()
    url = url.replace("127.0.0.1", "localhost")  # passkeys are bound to a name
    click.echo(f"\n  Workspace  {url}nb/workspace/cast    one click signs you in as any of these")
    click.echo(f"  By hand    {url}nb/workspace/   password {demo_password()}\n")
    first = test_workers()[0]
    for person in test_workers():
        where = houses[person.body].name
        role = "left" if person.left_days_ago else person.role.replace("_", " ")
        click.echo(f"    {person.login:<7} {person.name:<16} {role:<14} {where}")
    click.echo(f"\n  Code of {first.login}’s app just now: {demo_code(first.login)}")
