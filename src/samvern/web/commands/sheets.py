# SPDX-License-Identifier: EUPL-1.2
"""Options of every command that reads a table, and what is told before the table is used."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from samvern.disclosure import Language, TableSheet, read_sheet, say

Command = Callable[..., Any]


def sheet_options(command: Command) -> Command:
    """`--sheet` and `--header-row`, for files with titles above the table or several sheets."""
    command = click.option(
        "--header-row", "header", type=click.IntRange(1), metavar="N",
        help="The row of the column names; else the first that is no title.",
    )(command)  # fmt: skip
    return click.option("--sheet", metavar="NAME", help="The sheet of an XLSX file.")(command)


def total_options(command: Command) -> Command:
    """`--total` and `--not-total`: what a label is, where it cannot be seen from the label."""
    command = click.option(
        "--not-total", "not_totals", metavar="COLUMN=LABEL", multiple=True,
        help="This label is a category, though it looks like a total.",
    )(command)  # fmt: skip
    return click.option(
        "--total", "totals", metavar="COLUMN=LABEL", multiple=True, help="This label is a total."
    )(command)


def read_told(path: Path, sheet: str | None, header: int | None, lang: Language) -> TableSheet:
    """Read a table; where something had to be chosen, say on standard error what was."""
    read = read_sheet(path, sheet, header)
    how = read.read_as
    if how["header_row"] > 1 or "sheet" in how or not how["encoding"].startswith("utf-8"):
        where = "sheet" if "sheet" in how else "text"
        click.echo(say(lang, f"read.{where}", path=path.name, columns=", ".join(read.names), **{
            key: value for key, value in how.items() if key != "columns"
        }), err=True)  # fmt: skip
    return read
