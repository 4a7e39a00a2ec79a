# SPDX-License-Identifier: EUPL-1.2
"""`samvern test`: all tests, or a group of them."""

import click

from samvern.web.testing.groups import choose_group, read_groups
from samvern.web.testing.runner import run_group


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("name", required=False)
@click.argument("pytest_options", nargs=-1, type=click.UNPROCESSED)
@click.option("--list", "listing", is_flag=True, help="List the groups.")
@click.pass_context
def command(
    ctx: click.Context, name: str | None, pytest_options: tuple[str, ...], listing: bool
) -> None:
    """Run the tests: all but the long ones, a group by NAME, or a path.

    Long tests are left out of a group and of a path, too: `./samvern test long` runs them all,
    `./samvern test tests/ops -m long` those of a path.

    What follows the name goes to pytest: `./samvern test law -k replay -x`.
    """
    if listing:
        for key, group in read_groups().items():
            click.echo(f"  {key:<12} {group.about}")
        return
    if name and name.startswith("-"):
        ctx.exit(run_group(choose_group(None), (name, *pytest_options)))
    ctx.exit(run_group(choose_group(name), pytest_options))
