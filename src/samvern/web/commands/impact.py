# SPDX-License-Identifier: EUPL-1.2
"""``samvern impact``: whom a change of law would touch, and how."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import click

from samvern.exchange.people import FileError, PeopleFile, UnreadRow, read_people
from samvern.exchange.report import unread_rows, unread_text
from samvern.law import InputError, Pack, PackError
from samvern.law.example_cases import ChangedConclusion, changed_conclusions
from samvern.web.commands.pack import LANGUAGES, Day, open_pack, tell, today


@click.command()
@click.option(
    "--reform", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.argument("cases", type=click.Path(path_type=Path))
@click.option("--on", "asked_on", type=Day(), help="The day asked about; today when left out.")
@click.option("--lang", type=LANGUAGES, default="en", help="Language of the names.")
@click.option("--pack", "name", default="norway", help="A built-in pack or a folder.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    reform: Path, cases: Path, asked_on: date | None, lang: str, name: str, as_json: bool
) -> None:
    """Say whom among CASES the reform touches: rules or parameters that are not law yet.

    CASES is a file of people as for assess, or a pack whose example cases are used. The reform is
    YAML with rules: and parameters:, written over those of the pack.
    """
    pack = open_pack(name)
    try:
        reformed = pack.with_reform(reform)
    except PackError as error:
        tell(error.problems)
        sys.exit(2)
    people = _people(pack, cases)
    touched, unread = _touched(pack, reformed, people, asked_on or today(), lang)
    if as_json:
        click.echo(_json(len(people.records), touched, unread))
    else:
        _tell(len(people.records), touched)
    if unread and not as_json:
        click.echo(unread_text(unread, lang), err=True)
    if unread:
        sys.exit(2)


def _people(pack: Pack, cases: Path) -> PeopleFile:
    if (cases / "pack.yaml").is_file() or not cases.exists():
        found = pack if str(cases) == pack.id else open_pack(str(cases))
        rows = [
            {"id": c.id, "facts": c.facts, "asked_on": c.asked_on, "event_on": c.event_on}
            for c in found.ruleset.cases
        ]
        return PeopleFile(enumerate(rows, 1))
    try:
        return read_people(pack.ruleset, cases.read_bytes(), cases.name)
    except OSError as error:
        raise FileError(f"{cases}: cannot be read ({error.strerror})") from error


def _touched(
    pack: Pack, reformed: Pack, people: PeopleFile, asked_on: date, lang: str
) -> tuple[dict[str, list[ChangedConclusion]], list[UnreadRow]]:
    touched, unread = {}, list(people.unread)
    for row, record in people.records:
        try:
            before = pack.assess_record(record, asked_on=asked_on, today=today())
            after = reformed.assess_record(record, asked_on=asked_on)
        except InputError as error:
            unread.append(UnreadRow(row, error.field, error.reason))
            continue
        differences = changed_conclusions(before, after, lang)
        if differences:
            touched[str(record.get("id", row))] = differences
    return touched, unread


def _tell(count: int, touched: dict[str, list[ChangedConclusion]]) -> None:
    ways = Counter((t.id, t.name, t.before, t.after) for found in touched.values() for t in found)
    click.echo(f"The reform touches {len(touched)} of {count} people.")
    for (id, name, before, after), number in ways.most_common():
        click.echo(f"  {number} x {id} ({name}): {before} -> {after}")
    for person, found in touched.items():
        click.echo(f"{person}: {', '.join(f'{t.id} {t.before} -> {t.after}' for t in found)}")


def _json(count: int, touched: dict[str, list[ChangedConclusion]], unread: list[UnreadRow]) -> str:
    rows = [
        {
            "id": person,
            "changes": [
                {"rule": t.id, "name": t.name, "before": t.before, "after": t.after} for t in found
            ],
        }
        for person, found in touched.items()
    ]
    return json.dumps(
        {"people": count, "touched": rows, "unread": unread_rows(unread)},
        ensure_ascii=False,
        indent=1,
    )
