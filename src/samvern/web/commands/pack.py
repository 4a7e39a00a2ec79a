# SPDX-License-Identifier: EUPL-1.2
"""``samvern pack``: check a pack of law, compare two days, list duties without a rule."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import click

from samvern.law import BirthError, InputError, Pack, PackError, PackProblem, load_pack
from samvern.law.article_coverage import rules_by_article, uncovered_articles
from samvern.law.checking_needs import matching_problems
from samvern.law.confidence import confidence_table
from samvern.law.example_cases import (
    ChangedConclusion,
    assess_case,
    changed_conclusions,
    check_cases,
)
from samvern.law.localization import localized
from samvern.law.model import ExampleCase
from samvern.law.needs_page import write_needs
from samvern.web.commands import prove as proof

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
@click.option("--no-prove", is_flag=True, help="Leave out the proof of what the pack promises.")
def check(name: str, no_prove: bool) -> None:
    """Read the pack NAME (built in, or a folder), check every part, run its example cases, and
    prove what it promises.

    Exit code 0: all is well. 1: an example case does not come out as expected, or a promise is not
    kept (see `pack prove`). 2: the pack cannot be read.
    """
    pack = open_pack(name)
    if unmatched := matching_problems(pack.ruleset):
        tell(unmatched)
        sys.exit(2)
    problems = check_cases(pack)
    tell(problems)
    click.echo(summary(pack))
    if problems:
        click.echo(f"{len(problems)} expectations are not met.", err=True)
    kept = no_prove or not pack.ruleset.declared.anything or _proved(pack)
    if problems or not kept:
        sys.exit(1)


def _proved(pack: Pack) -> bool:
    report = proof.run(pack, (), proof.SECONDS)
    proof.tell(pack.ruleset, report, "en")
    return report.well


@command.command()
@click.argument("name", default="norway")
@click.option("--on", "days", type=Day(), multiple=True, required=True, help="A day; give two.")
@click.option("--lang", type=LANGUAGES, default="en", help="Language of the names.")
@click.option(
    "--all", "everything", is_flag=True, help="Name the cases that only become open, too."
)
def diff(name: str, days: tuple[date, ...], lang: str, everything: bool) -> None:
    """Say which conclusions of the example cases differ between two days.

    A case that is still going on is asked about as if it went on on each of the days. A conclusion
    that only becomes open (there is law now, but too little is known of the case) is counted;
    --all names those cases as well.
    """
    if len(days) != 2:
        raise click.UsageError("give --on twice: the day before and the day after")
    pack = open_pack(name)
    changes, settled = _changes(pack, days, lang)
    click.echo(f"{pack.id} {pack.ruleset.version}: from {days[0]} to {days[1]}")
    for change, cases in changes.items():
        click.echo(f"\n{change.id} ({change.name}): {change.before} -> {change.after}")
        shown = everything or _settles(change)
        titles = [f"  {case.id}: {case.title}" for case in cases] if shown else []
        click.echo("\n".join(titles or [f"  in {len(cases)} cases of which too little is known"]))
    click.echo(f"\n{settled} of {len(pack.ruleset.cases)} example cases come out otherwise.")


@command.command()
@click.argument("name", default="norway")
@click.option("--write", "file", type=click.Path(path_type=Path), help="Write it to this file.")
def needs(name: str, file: Path | None) -> None:
    """Show what somebody can be referred for: ground, purpose, fields and who may offer it."""
    page = write_needs(open_pack(name).ruleset)
    if file:
        file.write_text(page, encoding="utf-8")
    click.echo(file if file else page, nl=bool(file))


@command.command()
@click.argument("name", default="norway")
@click.option("--property", "only", multiple=True, help="One property; may be given again.")
@click.option("--lang", type=LANGUAGES, default="en", help="Language of the names.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "--time", "seconds", type=float, default=proof.SECONDS, help="Seconds it may compute."
)
@click.option(
    "--write",
    "file",
    type=click.Path(path_type=Path),
    help="Write the page of what is proved, or that part of a page between its marks.",
)
def prove(
    name: str, only: tuple[str, ...], lang: str, as_json: bool, seconds: float, file: Path | None
) -> None:
    """Prove that what the pack NAME promises (its properties) holds in every situation.

    What does not hold is shown by the smallest situation that breaks it. Rules that never answer
    and facts nothing depends on are reported, unless the pack says why. Exit code 0: all is well.
    1: something does not hold, is not proved in the time, or was found and is not explained. 2:
    the pack cannot be read.
    """
    pack = open_pack(name)
    report = proof.run(pack, only, seconds)
    if as_json:
        click.echo(proof.as_json(pack.ruleset, report, lang))
    else:
        proof.tell(pack.ruleset, report, lang)
    if file:
        proof.write(pack.ruleset, report, file)
    if not report.well:
        sys.exit(1)


@command.command("gaps")
@click.argument("name", default="norway")
@click.option("--lang", type=LANGUAGES, default="en", help="Language of the texts.")
@click.option("--all", "everything", is_flag=True, help="Show the fulfilled ones too.")
def list_gaps(name: str, lang: str, everything: bool) -> None:
    """List the duties of the convention for which the pack NAME has no rule of its own."""
    ruleset = open_pack(name).ruleset
    missing = uncovered_articles(ruleset)
    if everything:
        for id, rules in rules_by_article(ruleset).items():
            click.echo(f"{id}: {', '.join(rules) or '-'}")
        click.echo()
    for article in missing:
        click.echo(f"{article.id} {localized(article.name, lang)}: {localized(article.text, lang)}")
    click.echo(f"\n{len(missing)} of {len(ruleset.articles)} duties have no rule in {ruleset.id}.")


@command.command()
@click.argument("name", default="norway")
def fidelity(name: str) -> None:
    """Count how many rules of the pack NAME are verified, derived and unverified, by kind.

    docs/fidelity.md says what each word promises, and what no figure here can promise.
    """
    ruleset = open_pack(name).ruleset
    click.echo(
        f"{ruleset.id} {ruleset.version} ({ruleset.hash[:12]}), law read on {ruleset.law_read_on}\n"
    )
    click.echo(confidence_table(ruleset))


def open_pack(name: str) -> Pack:
    """The pack, or its problems one a line and exit code 2."""
    try:
        return load_pack(name)
    except PackError as error:
        tell(error.problems)
        sys.exit(2)


def tell(problems: list[PackProblem] | tuple[PackProblem, ...]) -> None:
    """Problems on standard error, one a line."""
    for problem in problems:
        click.echo(str(problem), err=True)


def summary(pack: Pack) -> str:
    """What the pack holds, in one paragraph."""
    ruleset = pack.ruleset
    kinds = Counter(rule.kind for rule in ruleset.rules.values())
    counted = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    return (
        f"{ruleset.id} {ruleset.version} ({ruleset.hash[:12]}): {len(ruleset.facts)} facts, "
        f"{len(ruleset.rules)} rules ({counted}), {len(ruleset.actors)} actors, "
        f"{len(ruleset.changes)} changes of law, {len(ruleset.cases)} example cases."
    )


def _changes(
    pack: Pack, days: tuple[date, ...], lang: str
) -> tuple[dict[ChangedConclusion, list[ExampleCase]], int]:
    """Each change and the cases it is in, those that settle something first; and how many cases
    come out otherwise."""
    found: dict[ChangedConclusion, list[ExampleCase]] = {}
    settled = set()
    for case in pack.ruleset.cases:
        try:
            before, after = (assess_case(pack, case, day) for day in days)
        except BirthError:  # on the earlier day this person was not yet born
            continue
        except InputError as error:
            raise click.UsageError(f"{case.id}: {error}") from error
        for change in changed_conclusions(before, after, lang):
            found.setdefault(change, []).append(case)
            if _settles(change):
                settled.add(case.id)
    in_order = sorted(found, key=lambda change: not _settles(change))
    return {change: found[change] for change in in_order}, len(settled)


def _settles(change: ChangedConclusion) -> bool:
    """Whether a change is more than an answer becoming open, or an open one being a no again."""
    return {change.before, change.after} != {"no", "unknown"}
