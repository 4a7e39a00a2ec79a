# SPDX-License-Identifier: EUPL-1.2
"""`samvern attack`: what a reader can work out from a published table."""

import json
import sys
from pathlib import Path

import click

from samvern.disclosure import Attack, Language, Progress, attack_sheet, say
from samvern.web.commands.sheets import read_told, sheet_options

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
@click.option("--against", type=FILE, help="An earlier release of the same tables.")
@sheet_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON with every cell.")
@click.option("--lang", type=LANGUAGES, default="en", show_default=True)
def command(table: Path, reading: str, form: str | None, value: str | None, hidden: str | None,
            against: Path | None, sheet: str | None, header: int | None, as_json: bool,
            lang: Language) -> None:  # fmt: skip
    """Say what a reader can work out from the published TABLE (CSV).

    Hidden cells are written <5, 1-4, or as a sign (: . * x); totals are called Total. A cell that
    follows from the others is reported exactly, the rest as intervals; zeros are not people.
    """
    progress = Progress(sys.stderr, lang)
    attack = attack_sheet(
        read_told(table, sheet, header, lang), "partial" if reading == "partial" else "exhaustive",
        "glotip" if form == "glotip" else "table" if form else None, value, hidden,
        read_told(against, sheet, header, lang) if against else None, progress,
    )  # fmt: skip
    progress.clear()
    if as_json:
        click.echo(json.dumps(attack.as_dict(), ensure_ascii=False))
    else:
        click.echo("\n".join(_text(attack, lang)))


def _text(attack: Attack, lang: Language) -> list[str]:
    """The report in words."""
    lines = [say(lang, f"reading.{attack.reading}")]
    for key, tally in (("attack.whole", attack.whole), ("attack.others", attack.others)):
        if tally.tables:
            lines += [
                say(lang, part, **tally.as_dict())
                for part in (key, "attack.exact", "attack.groups", "attack.contradictions")
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
