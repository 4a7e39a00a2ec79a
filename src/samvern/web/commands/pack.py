# SPDX-License-Identifier: EUPL-1.2
"""``samvern pack``: check a pack of law, compare two days, list duties without a rule."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

import click

from samvern.law import InputError, Pack, PackError, Problem, load_pack
from samvern.law.cases import Turned, assess_case, check_cases, turned
from samvern.law.gaps import fulfilments, gaps
from samvern.law.words import say

LANGUAGES = click.Choice(["nb", "nn", "en"])


class Day(click.ParamType[date]):
    """A date such as 2026-09-15."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read the date, or fail with one clear line."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is not a day that exists; write it as 2026-09-15", param, ctx)


def today() -> date:
    """The day it is where the command runs."""
    return datetime.now().astimezone().date()


@click.group()
def command() -> None:
    """Check a pack of law, compare two days, list duties without a rule."""


@command.command()
@click.argument("name", default="norway")
def check(name: str) -> None:
    """Read the pack NAME (built in, or a folder), check every part and run its example cases.

    Exit code 0: all is well. 1: an example case does not come out as expected. 2: the pack cannot
    be read.
    """
    pack = open_pack(name)
    problems = check_cases(pack)
    tell(problems)
    click.echo(summary(pack))
    if problems:
        click.echo(f"{len(problems)} expectations are not met.", err=True)
        sys.exit(1)


@command.command()
@click.argument("name", default="norway")
@click.option("--on", "days", type=Day(), multiple=True, required=True, help="A day; give two.")
@click.option("--lang", type=LANGUAGES, default="en", help="Language of the names.")
def diff(name: str, days: tuple[date, ...], lang: str) -> None:
    """Say which conclusions of the example cases differ between two days.

    A case that is still going on is asked about as if it went on on each of the days.
    """
    if len(days) != 2:
        raise click.UsageError("give --on twice: the day before and the day after")
    pack = open_pack(name)
    click.echo(f"{pack.id} {pack.book.version}: from {days[0]} to {days[1]}")
    changed = [found for found in _changed(pack, days, lang) if found[1]]
    for title, differences in changed:
        click.echo(f"\n{title}")
        for one in differences:
            click.echo(f"  {one.id} ({one.name}): {one.before} -> {one.after}")
    click.echo(f"\n{len(changed)} of {len(pack.book.cases)} example cases changed.")


@command.command("gaps")
@click.argument("name", default="norway")
@click.option("--lang", type=LANGUAGES, default="en", help="Language of the texts.")
@click.option("--all", "everything", is_flag=True, help="Show the fulfilled ones too.")
def list_gaps(name: str, lang: str, everything: bool) -> None:
    """List the duties of the convention for which the pack NAME has no rule of its own."""
    book = open_pack(name).book
    missing = gaps(book)
    if everything:
        for id, rules in fulfilments(book).items():
            click.echo(f"{id}: {', '.join(rules) or '-'}")
        click.echo()
    for article in missing:
        click.echo(f"{article.id} {say(article.name, lang)}: {say(article.text, lang)}")
    click.echo(f"\n{len(missing)} of {len(book.articles)} duties have no rule in {book.id}.")


def open_pack(name: str) -> Pack:
    """The pack, or its problems one a line and exit code 2."""
    try:
        return load_pack(name)
    except PackError as error:
        tell(error.problems)
        sys.exit(2)


def tell(problems: list[Problem] | tuple[Problem, ...]) -> None:
    """Problems on standard error, one a line."""
    for problem in problems:
        click.echo(str(problem), err=True)


def summary(pack: Pack) -> str:
    """What the pack holds, in one paragraph."""
    book = pack.book
    kinds = Counter(rule.kind for rule in book.rules.values())
    counted = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    return (
        f"{book.id} {book.version} ({book.hash[:12]}): {len(book.facts)} facts, "
        f"{len(book.rules)} rules ({counted}), {len(book.actors)} actors, "
        f"{len(book.changes)} changes of law, {len(book.cases)} example cases."
    )


def _changed(pack: Pack, days: tuple[date, ...], lang: str) -> Iterator[tuple[str, list[Turned]]]:
    for case in pack.book.cases:
        try:
            before, after = (assess_case(pack, case, day) for day in days)
        except InputError as error:
            raise click.UsageError(f"{case.id}: {error}") from error
        yield f"{case.id}: {case.title}", turned(before, after, lang)
