# SPDX-License-Identifier: EUPL-1.2
"""`samvern demo`: the guide on this machine."""

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
def command(port: int, data: Path) -> None:
    """Build, start the database, migrate and serve the guide on this machine.

    Ctrl-C ends it and leaves nothing running. With DATABASE_URL in the environment that server is
    used instead of our own. Exit code 2 when it already runs or the port is taken.
    """
    # Not before the options have been read: `demo --help` needs none of it.
    from samvern.web.running import run_demo

    click.echo("Samvern", err=True)
    try:
        run_demo(data, port, _announce)
    except KeyboardInterrupt:
        click.echo("\nStopped. Nothing is left running.", err=True)


def _announce(url: str) -> None:
    from samvern.web.running.addresses import addresses

    click.echo("\nThe guide is open. Ctrl-C ends it.\n")
    for name, address in addresses(url):
        click.echo(f"  {name:<10} {address}")
    click.echo()
