# SPDX-License-Identifier: EUPL-1.2
"""`samvern protect`: round or suppress tables, attack them, write them."""

import json
import sys
from pathlib import Path

import click

from samvern.disclosure import (
    Language,
    ProgressLine,
    Protected,
    ProtectionOptions,
    RefusedError,
    Rules,
    lists_of,
    protect,
    read_sheet,
    said_of,
    say,
)
from samvern.web.commands.sheets import read_told, sheet_options, total_options

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, writable=True, path_type=Path)


class ProtectError(click.ClickException):
    """The release must not be made."""

    exit_code = RefusedError.exit_code


def _dominance(_: click.Context, __: click.Parameter, text: str | None) -> tuple[int, float] | None:
    if text is None:
        return None
    number, _sign, share = text.partition(":")
    if number.isdigit() and share.isdigit() and int(number) and 0 < int(share) <= 100:
        return int(number), float(share)
    raise click.BadParameter("write it as N:PERCENT, for example 1:85")


@click.command()
@click.argument("file", type=FILE)
@click.option("--formula", required=True, help='As "year*sex*age + (county+municipality)*year".')
@click.option(
    "--method", type=click.Choice(["round", "suppress"]), default="round", show_default=True
)
@click.option(
    "--base",
    type=click.IntRange(2, 1000),
    default=5,
    show_default=True,
    help="No cell of 1 to base - 1 persons is published.",
)
@click.option("--count", metavar="COLUMN", help="The column of counts; else by its usual names.")
@click.option("--people", is_flag=True, help="Each row is one person, whatever the columns hold.")
@total_options
@click.option(
    "--zeros",
    type=click.Choice(["open", "protect"]),
    default="open",
    show_default=True,
    help="Publish empty cells as they are, or hide them too (suppress).",
)
@click.option("--unit", metavar="COLUMN", help="Contributing units, as agencies (suppress).")
@click.option("--min-units", type=click.IntRange(0), default=0, help="Units a cell needs at least.")
@click.option(
    "--dominance",
    metavar="N:PERCENT",
    callback=_dominance,
    help="Hide a cell where N units hold more than PERCENT.",
)
@click.option("--codebook", type=FILE, help="Public labels, columns column,value (rounding).")
@click.option(
    "--impossible", type=FILE, help="Pairs that cannot be: column1,value1,column2,value2."
)
@click.option("--keep", type=OUT, help="Rounding: the ledger of inner cells of all releases.")
@sheet_options
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@click.option("--out", type=OUT, help="Write the table here; its report beside it.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--lang", type=click.Choice(["en", "nb", "nn"]), default="en", show_default=True)
def command(file: Path, formula: str, method: str, base: int, count: str | None, people: bool,
            totals: tuple[str, ...], not_totals: tuple[str, ...], zeros: str, unit: str | None,
            min_units: int, dominance: tuple[int, float] | None, codebook: Path | None,
            impossible: Path | None, keep: Path | None, sheet: str | None, header: int | None,
            seed: int, out: Path | None, as_json: bool, lang: Language) -> None:  # fmt: skip
    """Protect the tables of --formula over FILE (CSV or XLSX) so that they give nobody away.

    In the formula a*b is the table by a and b with its totals, a:b without a and b alone, and
    (a+b) a hierarchy. Rounding keeps every cell and adds up exactly; suppression hides cells. The
    result is attacked first; if anything falls, nothing is written and the exit code is 3.
    """
    if (min_units or dominance) and not unit:
        raise click.UsageError("--min-units and --dominance need --unit COLUMN.")
    if count and people:
        raise click.UsageError("--count and --people exclude each other.")
    progress = ProgressLine(sys.stderr, lang)
    earlier = read_sheet(keep) if keep and keep.exists() else None
    table = read_told(file, sheet, header, lang)
    lists = lists_of(read_sheet(codebook) if codebook else None,
                     read_sheet(impossible) if impossible else None)  # fmt: skip
    asked = ProtectionOptions(
        Rules(base, zeros == "protect", min_units, dominance),
        seed,
        count,
        people,
        unit,
        said_of(totals, not_totals),
        lists,
    )
    if keep and method == "suppress":
        raise click.UsageError("--keep is for rounding: suppressed releases tell of each other.")
    try:
        made = protect(
            table,
            formula,
            "suppress" if method == "suppress" else "round",
            asked,
            earlier,
            progress,
        )
    except RefusedError as refusal:
        raise ProtectError(str(refusal)) from None
    progress.clear()
    _write(made, out, keep)
    click.echo(json.dumps(made.report) if as_json else "\n".join(_text(made, out, lang)))


def _write(made: Protected, out: Path | None, keep: Path | None) -> None:
    """The table, its report beside it, and the inner cells for the next release."""
    if out:
        replace(out, made.csv())
        replace(out.with_name(out.name + ".report.json"), json.dumps(made.report, indent=1) + "\n")
    if keep and made.ledger is not None:
        replace(keep, made.ledger)


def replace(path: Path, text: str) -> None:
    """Write whole or not at all: an interrupted run leaves no half file."""
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_text(text, "utf-8")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _assumed(names: list[str], lang: Language) -> str:
    return "; ".join(say(lang, f"assumed.{name}") for name in names)


def _text(made: Protected, out: Path | None, lang: Language) -> list[str]:
    report = made.report
    lines = [
        say(lang, f"protect.{made.method}", most=report["base"] - 1, **report),
        say(lang, "protect.loss", **report),
        say(lang, "protect.attack", **report["attack"]),
        say(lang, "assumed", list=_assumed(report["attack"]["assumptions"], lang)),
    ]
    if report.get("releases", {}).get("releases"):
        lines.append(say(lang, "protect.releases", **report["releases"]))
        lines += [say(lang, "protect.changed")] if report["releases"]["changed"] else []
    return [*lines, say(lang, "written", path=out)] if out else [*lines, "", made.csv().rstrip()]
