# SPDX-License-Identifier: EUPL-1.2
"""``samvern pack``: check a pack of law, compare days, list gaps."""

from __future__ import annotations

import sys
from collections import Counter

import click

from samvern.law import Pack, load_pack
from samvern.law.cases import check_cases


@click.group()
def command() -> None:
    """Check a pack of law, compare two days, list duties without a rule."""


@command.command()
@click.argument("name", default="norway")
def check(name: str) -> None:
    """Read the pack NAME (built in, or a folder), check every part and run its example cases."""
    pack = load_pack(name)
    problems = check_cases(pack)
    for problem in problems:
        click.echo(str(problem), err=True)
    click.echo(summary(pack))
    if problems:
        click.echo(f"{len(problems)} expectations are not met.", err=True)
        sys.exit(1)


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
