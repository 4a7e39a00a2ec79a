# SPDX-License-Identifier: EUPL-1.2
"""`samvern docs`: pages of documentation that are made from the code."""

import os

import click


@click.group()
def command() -> None:
    """Write the pages of documentation that are made from the code."""


@command.command()
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Write docs/commands.md: what every command says of itself."""
    from samvern.web.command_docs import PAGE, write_commands

    PAGE.write_text(write_commands(ctx.find_root().command), encoding="utf-8")
    click.echo(f"docs/{PAGE.name}")


@command.command()
@click.option("--site", metavar="URL", help="A demonstration that already runs.")
@click.pass_context
def pictures(ctx: click.Context, site: str | None) -> None:
    """Take the pictures in docs/images anew, in Chromium.

    They show a demonstration that is started for it, which takes some minutes; or that at --site.
    """
    from samvern.web.testing.screenshots import take_screenshots

    ctx.exit(take_screenshots(site))


@command.command()
def transitions() -> None:
    """Write docs/transitions.md from the moves that code and database share."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    import django

    django.setup()
    from samvern.web.workflow_docs import PAGE, write_transitions

    PAGE.write_text(write_transitions(), encoding="utf-8")
    click.echo(f"docs/{PAGE.name}")
