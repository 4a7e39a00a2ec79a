# SPDX-License-Identifier: EUPL-1.2
"""`samvern link`: count unique people across registers without pooling identities."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from samvern.linkage import (
    Encoding,
    LinkageError,
    answer,
    find_duplicates,
    load_linkage,
    load_tokens,
    match,
    overlap,
    write_overlap,
)
from samvern.linkage.custody import LIMIT, allow
from samvern.linkage.keys import destroy_key, new_key, read_key
from samvern.linkage.listing import listing, told
from samvern.linkage.match import cannot_judge as lists_cannot_judge
from samvern.linkage.overlap import write_draws
from samvern.linkage.plain import cannot_judge
from samvern.linkage.reading import RegisterFile, read_file
from samvern.linkage.rounds import read_elements, write_elements
from samvern.web.commands.sheets import sheet_options

EXAMPLE = """\b
A worked example: two agencies, two key holders, a linkage unit, a counter.
\b
  1. Each key holder makes half a key, for this project and year only.
       bureau$ samvern link key new bureau.key --project count-2026
       ombud$  samvern link key new ombud.key --project count-2026
  2. Each agency asks, on its own file. Nothing readable leaves it.
       police$ samvern link encode police.csv --project count-2026
                 --name police --ask police.ask
  3. Both key holders answer what they cannot read.
       bureau$ samvern link key answer police.ask bureau.key --out police.1
       ombud$  samvern link key answer police.ask ombud.key --out police.2
  4. The agency makes its tokens (and forgets police.ask.keep).
       police$ samvern link encode police.csv --keep police.ask.keep
                 --answer police.1 --answer police.2 --out police.tokens
     Steps 2 to 4 again for health.csv.
  5. The linkage unit sees tokens only.
       unit$   samvern link match police.tokens health.tokens --out people.links
  6. Whoever counts sees record numbers only.
       count$  samvern link overlap people.links --out lists.csv --draws-out draws.csv
       count$  samvern estimate draws.csv
  7. The keys are destroyed.
       bureau$ samvern link key destroy bureau.key
       ombud$  samvern link key destroy ombud.key
\b
Try it with made-up people on one machine: in place of steps 2 to 4,
       samvern link encode police.csv --project count-2026 --name police
         --rehearse bureau.key --rehearse ombud.key --out police.tokens
"""

InFile = click.Path(path_type=Path)
OutFile = click.Path(path_type=Path, dir_okay=False)
as_json = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
with_columns = click.option(
    "--columns", metavar="FIELD=COLUMN,...", help="Which column holds what; guessed otherwise."
)


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar with the time left on standard error; silent where nobody looks."""
    with click.progressbar(length=1000, label=label, file=sys.stderr, show_eta=True) as bar:

        def show(done: int, total: int) -> None:
            bar.update(max(round(1000 * done / max(total, 1)) - bar.pos, 0))

        yield show


def _tell(as_json: bool, result: dict[str, Any], text: str) -> None:
    click.echo(json.dumps(result, ensure_ascii=False) if as_json else text)


def _columns(text: str | None) -> dict[str, str]:
    pairs = [part.split("=", 1) for part in (text or "").split(",") if part]
    if any(len(pair) != 2 for pair in pairs):
        raise LinkageError(f"--columns: {text!r} is not FIELD=COLUMN,FIELD=COLUMN")
    return {field.strip(): column.strip() for field, column in pairs}


def _read(
    file: Path, columns: str | None, sheet: str | None = None, header: int | None = None
) -> RegisterFile:
    """The file, after saying on standard error which columns are used, how, and which are not."""
    reading = read_file(file, _columns(columns), sheet, header)
    click.echo("\n".join([f"{file}: {len(reading.people):,} records", *listing(reading)]), err=True)
    return reading


@click.group(epilog=EXAMPLE)
def command() -> None:
    """Count unique people across registers without pooling identities.

    Three commands for three parties who never see each other's data: encode (an agency), match
    (the linkage unit), overlap (whoever counts); key is for the two key holders, duplicates
    for one organisation's own file.
    """


@command.command(epilog=EXAMPLE)
@click.argument("file", type=InFile)
@click.option("--project", help="Name of the count, with its year.")
@click.option("--name", help="The list's name in the table [default: the file's name].")
@with_columns
@sheet_options
@click.option("--ask", type=OutFile, help="First round: write what the key holders answer.")
@click.option("--keep", type=InFile, help="Second round: the secret kept beside the ask.")
@click.option("--answer", "answers", type=InFile, multiple=True, help="Second round, twice.")
@click.option("--rehearse", "keys", type=InFile, multiple=True, help="Made-up people only: twice.")
@click.option("--out", type=OutFile, help="Where to write the tokens.")
@click.option("--cap", type=click.IntRange(1), default=1, show_default=True,
              help="People of this file who may share a token.")  # fmt: skip
@as_json
def encode(
    file: Path, project: str | None, name: str | None, columns: str | None, ask: Path | None,
    keep: Path | None, answers: tuple[Path, ...], keys: tuple[Path, ...], out: Path | None,
    cap: int, as_json: bool, sheet: str | None, header: int | None,
) -> None:  # fmt: skip
    """At the agency: turn FILE (CSV or XLSX) into keyed tokens.

    The list must hold each person once: run `samvern link duplicates` first.
    """
    started = time.perf_counter()
    chosen = [bool(ask), bool(keep and out), bool(keys and out)]
    if sum(chosen) != 1:
        raise click.UsageError(
            "say which round: --ask FILE, or --keep FILE --answer FILE --answer FILE --out FILE, "
            "or for a rehearsal --rehearse KEY --rehearse KEY --out FILE"
        )
    if keep is not None:
        project, name, secret = _kept(keep)
    elif project:
        name, secret = name or file.stem, os.urandom(32)
    else:
        raise click.UsageError("say which count this is for: --project NAME")
    reading = _read(file, columns, sheet, header)
    people = reading.people
    encoding = Encoding(project, name, people, secret, cap)
    result = {"project": project, "name": name, "people": len(people),
              "elements": len(encoding.asked), "columns": told(reading)}  # fmt: skip
    if ask is not None:
        with _progress("Blinding") as show:
            write_elements(ask, "ask", project, name, encoding.ask(show))
        path = _keep(ask, project, name, secret)
        text = f"{len(people):,} people; wrote {ask} for both key holders; keep {path} to yourself"
        _tell(as_json, {**result, "ask": str(ask), "keep": str(path)}, text)
        return
    assert out is not None
    found = _rehearsed(encoding, keys) if keys else _answered(encoding, answers)
    with _progress("Making tokens") as show:
        encoding.finish(found, show).save(out)
    seconds = round(time.perf_counter() - started, 2)
    size = out.stat().st_size
    _tell(
        as_json, {**result, "out": str(out), "bytes": size, "seconds": seconds},
        f"{len(people):,} people; wrote {out} ({size / 1e6:.1f} MB) for the linkage unit",
    )  # fmt: skip


def _keep(ask: Path, project: str, name: str, secret: bytes) -> Path:
    path = ask.with_name(ask.name + ".keep")
    text = json.dumps({"project": project, "name": name, "secret": secret.hex()})
    try:
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(text + "\n")
    except OSError as error:
        raise LinkageError(f"{path}: cannot be written: {error.strerror}") from None
    return path


def _kept(path: Path) -> tuple[str, str, bytes]:
    try:
        held = json.loads(path.read_text())
        return str(held["project"]), str(held["name"]), bytes.fromhex(held["secret"])
    except OSError as error:
        raise LinkageError(f"{path}: cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise LinkageError(f"{path}: not what `link encode --ask` kept; ask again") from None


def _answered(encoding: Encoding, paths: tuple[Path, ...]) -> list[list[bytes]]:
    found = []
    for path in paths:
        project, name, elements = read_elements(path, "answer")
        if (project, name) != (encoding.project, encoding.name):
            raise LinkageError(f"{path}: answers {name} in {project}, not this list")
        found.append(elements)
    return found


def _rehearsed(encoding: Encoding, keys: tuple[Path, ...]) -> list[list[bytes]]:
    click.echo("Rehearsal: both keys in one place. Use made-up people only.", err=True)
    with _progress("Asking") as show:
        asked = encoding.ask(show)
    found = []
    for key in keys:
        with _progress("Answering") as show:
            found.append(answer(read_key(key).scalar, asked, show))
    return found


@command.group(epilog=EXAMPLE)
def key() -> None:
    """At a key holder: make, use and destroy half a key."""


@key.command(name="new")
@click.argument("file", type=OutFile)
@click.option("--project", required=True, help="Name of the count, with its year.")
def key_new(file: Path, project: str) -> None:
    """Make half a key in FILE, for one project and year."""
    new_key(file, project)
    click.echo(f"{file}: half a key for {project}; nobody else may have it")


@key.command(name="answer")
@click.argument("ask", type=InFile)
@click.argument("file", type=InFile)
@click.option("--out", type=OutFile, required=True, help="Where to write the answer.")
@click.option("--limit", type=click.IntRange(1), default=LIMIT, show_default=True,
              help="Elements one list may be answered in this project.")  # fmt: skip
def key_answer(ask: Path, file: Path, out: Path, limit: int) -> None:
    """Answer an agency's ASK with the key in FILE; a line goes into FILE.log."""
    half = read_key(file)
    project, name, elements = read_elements(ask, "ask")
    allow(file, half, project, name, elements, limit)
    with _progress("Answering") as show:
        write_elements(out, "answer", project, name, answer(half.scalar, elements, show))
    click.echo(f"answered {len(elements):,} elements for {name}; wrote {out}")


@key.command(name="destroy")
@click.argument("file", type=InFile)
def key_destroy(file: Path) -> None:
    """Overwrite and remove the key in FILE. Backups and snapshots are for you to destroy."""
    destroy_key(file)
    click.echo(f"{file}: destroyed; no token of this project can be made again")


@command.command(name="match", epilog=EXAMPLE)
@click.argument("files", type=InFile, nargs=-1, required=True)
@click.option("--out", type=OutFile, required=True, help="Where to write who is who.")
@click.option("--draws", type=click.IntRange(1, 10_000), default=100, show_default=True,
              help="Plausible linkages to draw.")  # fmt: skip
@click.option("--seed", type=int, default=1, show_default=True, help="Of the draws.")
@as_json
def match_command(files: tuple[Path, ...], out: Path, draws: int, seed: int, as_json: bool) -> None:
    """At the linkage unit: find who is probably who in token FILES."""
    started = time.perf_counter()
    lists = [load_tokens(path) for path in files]
    with _progress("Matching") as show:
        linkage = match(lists, draws=draws, seed=seed, progress=show)
    linkage.save(out)
    unjudged = lists_cannot_judge(lists)
    click.echo("".join(f"{line}\n" for line in unjudged), err=True, nl=False)
    result = {
        "lists": dict(zip(linkage.names, linkage.candidates.sizes, strict=True)),
        "links": len(linkage.chosen),
        "expected_links": round(linkage.expected_links, 1),
        "pairs_considered": len(linkage.probability),
        "draws": draws, "seed": seed, "out": str(out), "cannot_judge": unjudged,
        "seconds": round(time.perf_counter() - started, 2),
    }  # fmt: skip
    text = (
        f"{result['links']:,} links ({result['expected_links']:,} expected) between "
        f"{len(lists)} lists; wrote {out}"
    )
    _tell(as_json, result, text)


@command.command(name="overlap", epilog=EXAMPLE)
@click.argument("file", type=InFile)
@click.option("--out", type=OutFile, help="CSV for `samvern estimate` [default: print it].")
@click.option("--draws-out", type=OutFile, help="CSV with one table for each plausible linkage.")
@as_json
def overlap_command(file: Path, out: Path | None, draws_out: Path | None, as_json: bool) -> None:
    """For whoever counts: the overlap table of the links in FILE.

    A cell of 1 is a person: protect the table (`samvern protect`) before it is published.
    """
    linkage = load_linkage(file)
    table = overlap(linkage)
    small = sum(0 < count < 5 for count in table.values())
    if out is not None:
        try:
            with out.open("w", newline="", encoding="utf-8") as stream:
                write_overlap(stream, linkage.names, table)
        except OSError as error:
            raise LinkageError(f"{out}: cannot be written: {error.strerror}") from None
    if draws_out is not None:
        tables = (overlap(linkage, draw) for draw in range(len(linkage.draws)))
        write_draws(draws_out, linkage.names, tables)
    if as_json:
        rows = [{"lists": list(pattern), "count": count} for pattern, count in table.items()]
        result = {"names": list(linkage.names), "people": sum(table.values()), "table": rows,
                  "small_cells": small}  # fmt: skip
        click.echo(json.dumps(result, ensure_ascii=False))
    elif out is None:
        write_overlap(sys.stdout, linkage.names, table)
    else:
        click.echo(f"{sum(table.values()):,} people; wrote {out}")
    if small:
        click.echo(f"{small} cells below 5: protect the table before it is published", err=True)


@command.command()
@click.argument("file", type=InFile)
@with_columns
@sheet_options
@click.option("--out", type=OutFile, help="CSV of the pairs [default: print it].")
@click.option("--engine", type=click.Choice(["own", "duckdb", "spark"]), default="own",
              help="Past 100,000 records: Splink on DuckDB or Spark [default: own].")  # fmt: skip
@as_json
def duplicates(
    file: Path, columns: str | None, out: Path | None, engine: str, as_json: bool,
    sheet: str | None, header: int | None,
) -> None:  # fmt: skip
    """Within one organisation: records of FILE that are probably one person. No keys needed."""
    reading = _read(file, columns, sheet, header)
    people = reading.people
    if engine == "own":
        found = find_duplicates(people)
    else:
        from samvern.linkage.scale import find_duplicates_at_scale

        found = find_duplicates_at_scale(people, engine)
    rows = [(people[a].key, people[b].key, round(p, 4)) for a, b, p in found]
    unjudged = cannot_judge(file.name, people)
    click.echo("".join(f"{line}\n" for line in unjudged), err=True, nl=False)
    if as_json:
        pairs = [{"first": a, "second": b, "probability": p} for a, b, p in rows]
        result = {"records": len(people), "pairs": pairs, "columns": told(reading),
                  "cannot_judge": unjudged}  # fmt: skip
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    lines = "first,second,probability\n" + "".join(f"{a},{b},{p}\n" for a, b, p in rows)
    if out is None:
        click.echo(lines, nl=False)
        return
    try:
        out.write_text(lines, encoding="utf-8")
    except OSError as error:
        raise LinkageError(f"{out}: cannot be written: {error.strerror}") from None
    click.echo(f"{len(rows):,} pairs among {len(people):,} records; wrote {out}")
