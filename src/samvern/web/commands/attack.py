# SPDX-License-Identifier: EUPL-1.2
"""`samvern attack`: what a reader can work out from a published table."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from samvern.disclosure import (
    HOUSES,
    AttackResult,
    Language,
    ProgressLine,
    ReadingOptions,
    Rounding,
    TableError,
    attack_sheet,
    said_of,
    say,
)
from samvern.web.commands.sheets import read_told, sheet_options, total_options

SHOWN = 20
LANGUAGES = click.Choice(["en", "nb", "nn"])
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("table", type=FILE)
@click.option(
    "--reading",
    type=click.Choice(["exhaustive", "partial"]),
    default="exhaustive",
    show_default=True,
    help="Are the listed groups everybody, or may others exist?",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["glotip", "table"]),
    help="UNODC's export or any table; else seen from the header.",
)
@click.option("--value", metavar="COLUMN", help="The column of counts.")
@click.option("--hidden", metavar="RANGE", help="What a sign such as : or * stands for, as 1-4.")
@click.option(
    "--signs", "house", type=click.Choice(list(HOUSES)), help="Whose signs stand in the cells."
)
@click.option(
    "--sign",
    "signs",
    metavar="SIGN=MEANING",
    multiple=True,
    help="What a sign means: zero, impossible, hidden, low or missing.",
)
@click.option(
    "--label", "labels", metavar="COLUMN", multiple=True, help="This column names groups."
)
@total_options
@click.option(
    "--rounded",
    "base",
    type=click.IntRange(2),
    metavar="BASE",
    help="The table is rounded to this base; else as the report beside it says.",
)
@click.option(
    "--largest-error", "largest", type=click.IntRange(0), help="Of a rounded table, if published."
)
@click.option("--against", type=FILE, help="An earlier release of the same tables.")
@sheet_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON with every cell.")
@click.option("--lang", type=LANGUAGES, default="en", show_default=True)
def command(table: Path, reading: str, form: str | None, value: str | None, hidden: str | None,
            house: str | None, signs: tuple[str, ...], labels: tuple[str, ...],
            totals: tuple[str, ...], not_totals: tuple[str, ...], base: int | None,
            largest: int | None, against: Path | None, sheet: str | None, header: int | None,
            as_json: bool, lang: Language) -> None:  # fmt: skip
    """Say what a reader can work out from the published TABLE (CSV or XLSX).

    Hidden cells are written <5, 1-4, or as a sign (: * x [c]); totals are called Total, I alt and
    the like. A cell that follows from the others is reported exactly, the rest as intervals; zeros
    are not people. Every assumption a reader may make is tried, and the strictest decides.
    """
    progress = ProgressLine(sys.stderr, lang)
    if largest is not None and base is None:
        raise click.UsageError("--largest-error needs --rounded BASE.")
    rounding = Rounding(base, largest) if base else _beside(table)
    how = ReadingOptions(
        "glotip" if form == "glotip" else "table" if form else None, value, hidden, house, signs,
        frozenset(labels), said_of(totals, not_totals), rounding,
    )  # fmt: skip
    attack = attack_sheet(
        read_told(table, sheet, header, lang),
        "partial" if reading == "partial" else "exhaustive", how,
        read_told(against, sheet, header, lang) if against else None, progress,
    )  # fmt: skip
    progress.clear()
    if as_json:
        click.echo(json.dumps(attack.as_dict(), ensure_ascii=False))
    else:
        click.echo("\n".join(_text(attack, lang)))


def _beside(table: Path) -> Rounding | None:
    """What the report beside a table of ours says of its rounding."""
    report = table.with_name(table.name + ".report.json")
    if not report.is_file():
        return None
    try:
        said: dict[str, Any] = json.loads(report.read_text("utf-8"))
        if said.get("method") != "round":
            return None
        return Rounding(int(said["base"]), int(said["max_error"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise TableError(f"{report}: is no report of ours; take it away or mend it.") from None


def _read_as(attack: AttackResult, lang: Language) -> list[str]:
    """The signs as they were read, and the assumptions that were tried."""
    lines = [
        say(lang, "attack.sign", sign=one["sign"] or '""', cells=one["cells"],
            reading=say(lang, f"sign.{one['reading']}"), low=one["low"],
            high="…" if one["high"] is None else one["high"])
        for one in attack.signs
    ]  # fmt: skip
    for one in attack.tried:
        key = "excluded" if one.excluded else "decides" if one is attack.decides else "tried"
        exact, persons = one.fallen.exact_cells, one.fallen.exact_persons
        named = say(lang, f"assumed.{one.name}")
        lines.append(say(lang, f"attack.{key}", assumption=named, exact=exact, persons=persons))
    if attack.rounding is not None:
        lines.append(say(lang, "attack.rounded", base=attack.rounding.base))
    elif attack.looks_rounded:
        lines.append(say(lang, "attack.looks_rounded"))
    return lines


def _text(attack: AttackResult, lang: Language) -> list[str]:
    """The report in words."""
    lines = [say(lang, f"reading.{attack.reading}"), *_read_as(attack, lang)]
    for key, tally in (("attack.whole", attack.whole), ("attack.others", attack.others)):
        if tally.tables:
            lines.append(say(lang, key, **tally.as_dict()))
            lines += [
                f"  {say(lang, part, **tally.as_dict())}"
                for part in ("attack.exact", "attack.groups", "attack.contradictions")
            ]
    if attack.repeated:
        lines.append(say(lang, "attack.repeated", repeated=attack.repeated))
    if attack.compared is not None:
        lines.append(say(lang, "attack.releases", small=len(attack.compared.changed),
                         narrowed=len(attack.compared.narrowed)))  # fmt: skip
    found = [cell for cell in attack.cells() if cell["exact"] and cell["low"]]
    if found:
        lines.append(say(lang, "attack.some", shown=min(SHOWN, len(found)), all=len(found)))
        lines += [
            f"  {cell['table']}: {', '.join(cell['cell'].values())} = {cell['low']}"
            for cell in found[:SHOWN]
        ]
    return lines
