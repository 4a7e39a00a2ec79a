# SPDX-License-Identifier: EUPL-1.2
"""``samvern assess``: the guide's answer for one person or many, from a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any

import click

from samvern.exchange.people import FileError, PeopleFile, UnreadRow, read_people
from samvern.exchange.report import Named, as_csv, as_table, as_text, unread_rows, unread_text
from samvern.exchange.sherloc import read_sherloc
from samvern.law import InputError, Pack
from samvern.law.brief_result import read_include
from samvern.law.schema import input_schema
from samvern.web.commands.pack import LANGUAGES, Day, open_pack, today


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")
@click.option("--lang", type=LANGUAGES, default="en", help="Language of names and texts.")
@click.option("--on", "asked_on", type=Day(), help="The day asked about; today when left out.")
@click.option("--from", "source", type=click.Choice(["sherloc"]), help="FILE is coded by others.")
@click.option("--pack", "name", default="norway", help="A built-in pack or a folder.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the input and stop.")
@click.option("--include", default="", help="For JSON: texts, changes, or both with a comma.")
@click.option("--replay", is_flag=True, help="FILE is a stored result: answer it again.")
def command(
    file: Path | None, form: str, lang: str, asked_on: date | None,
    source: str | None, name: str, schema: bool, include: str, replay: bool,
) -> None:  # fmt: skip
    """Answer for the person or people in FILE (JSON, JSON lines or CSV; - reads JSON from stdin).

    \b
    samvern assess person.json --lang nb
    samvern assess people.csv --format csv --on 2026-09-15
    samvern assess --from sherloc judgments.csv
    samvern assess person.json --format json --include texts,changes

    JSON holds ids, values and what they turn on. --include adds names, texts and provisions
    (texts), and what would turn each conclusion (changes).

    Answers are written one by one, however many people FILE holds. Rows that cannot be read are
    told with their reason at the end, and the rest is done. Exit code 2 when anything was left
    unread.
    """
    pack = open_pack(name)
    if schema:
        click.echo(json.dumps(input_schema(pack.ruleset, lang), ensure_ascii=False, indent=2))
        return
    if file is None:
        raise click.UsageError("name a FILE, or ask for --schema")
    data, label = _data(file)
    if replay:
        _replay(pack, data, label, lang)
        return
    people = read_sherloc(data, label) if source else read_people(pack.ruleset, data, label)
    unread: list[UnreadRow] = []
    named = _assess(pack, people, asked_on or today(), unread)
    if form == "json":
        _write_json(named, unread, lang, people.single, read_include(include))
    else:
        _write(named, unread, form, lang)
    if any(not one.noted for one in unread):
        sys.exit(2)


def _data(file: Path) -> tuple[bytes, str]:
    if str(file) == "-":
        return sys.stdin.buffer.read(), "stdin"
    try:
        return file.read_bytes(), file.name
    except OSError as error:
        raise FileError(f"{file}: cannot be read ({error.strerror})") from error


def _assess(
    pack: Pack, people: PeopleFile, asked_on: date, unread: list[UnreadRow]
) -> Iterator[Named]:
    """One answer after the other, none held; what could not be read is put into ``unread``."""
    for entry in people.entries:
        if isinstance(entry, UnreadRow):
            unread.append(entry)
            continue
        row, record = entry
        try:
            result = pack.assess_record(record, asked_on=asked_on, today=today())
        except InputError as error:
            unread.append(UnreadRow(row, error.field, error.reason))
        else:
            yield str(record.get("id", "" if people.single else row)), result


def _print_json(found: dict[str, Any]) -> None:
    click.echo(_dumps(found))


def _dumps(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _write(named: Iterator[Named], unread: list[UnreadRow], form: str, lang: str) -> None:
    if form == "csv":
        _write_all(as_csv(named))
    else:
        first = list(islice(named, 2))
        if len(first) == 1:
            _write_all([as_text(*first[0], lang)])
        else:
            _write_all(as_table(chain(first, named), lang))
    if unread:
        click.echo(unread_text(unread, lang), err=form == "csv")


def _write_all(pieces: Iterable[str]) -> None:
    for piece in pieces:
        click.echo(piece, nl=False)


def _write_json(
    named: Iterator[Named],
    unread: list[UnreadRow],
    lang: str,
    single: bool,
    include: tuple[str, ...],
) -> None:
    if single and (one := next(named, None)):
        _print_json(one[1].as_dict(lang, include))
        return
    _write_all(['{"people":['])
    for number, (name, result) in enumerate(named):
        person = _dumps({"id": name, **result.as_dict(lang, include)})
        _write_all(["," if number else "", person])
    click.echo(f'],"unread":{_dumps(unread_rows(unread))}}}')


def _replay(pack: Pack, data: bytes, label: str, lang: str) -> None:
    try:
        stored = json.loads(data)
    except ValueError as error:
        raise FileError(f"{label}: is not JSON: {error}") from error
    again = pack.replayed(stored, lang)
    same = again == stored
    _print_json(again)
    if not same:
        click.echo("The stored result is another one than the pack gives today.", err=True)
        sys.exit(1)
