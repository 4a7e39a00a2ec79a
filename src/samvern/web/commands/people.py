# SPDX-License-Identifier: EUPL-1.2
"""`samvern people`: who is in the demonstration."""

from datetime import UTC, datetime

import click


@click.command()
@click.option("--figures", is_flag=True, help="Show how well they fit the published figures.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day the three years end on; today when not given.",
)
@click.option("--seed", default="samvern", show_default=True, help="Another seed, other people.")
def command(figures: bool, today: datetime | None, seed: str) -> None:
    """Show who works in the demonstration, all of them invented.

    The same seed and day give the same people, on every machine. Exit code 1 when --figures finds a
    year that does not fit.
    """
    if figures:
        _show_figures(today or datetime.now(UTC), seed)
    else:
        _show_workers(seed)


def _show_workers(seed: str) -> None:
    from samvern.demo_data.organisations.workers import workers
    from samvern.demo_data.random_draws import Draws
    from samvern.demo_data.table_files import organisations

    names = {body.code: body.name for body in organisations().values()}
    rows = [
        (each.login, each.name, each.role, names[each.body], each.unit or "")
        for each in workers(Draws(seed))
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _show_figures(today: datetime, seed: str) -> None:
    from samvern.demo_data.stories.build import stories
    from samvern.demo_data.stories.fit import figures

    day = today.date()
    click.echo(f"{'a year':<22}{'published':>10}{'made, three years':>20}   source")
    found = figures(stories(day, seed), day)
    for each in found:
        least, most = each.published
        published = str(least) if least == most else f"{least}–{most}"
        made = " ".join(f"{number:>4}" for number in each.made)
        mark = "" if each.fits else "   does not fit"
        click.echo(f"{each.name:<22}{published:>10}{made:>20}   {each.source}{mark}")
    if not all(each.fits for each in found):
        raise SystemExit(1)
