# SPDX-License-Identifier: EUPL-1.2
"""`samvern check`: the quick checks of the house, without the tests."""

import click

from samvern.web.testing.groups import choose_group
from samvern.web.testing.runner import run_group


@click.command()
@click.pass_context
def command(ctx: click.Context) -> None:
    """Run the linter, the type checker, the import rule and the budgets (group house)."""
    ctx.exit(run_group(choose_group("house"), ()))
