# SPDX-License-Identifier: EUPL-1.2
"""`samvern organisation`: what only whoever answers for the installation decides."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import click
import psycopg

from samvern.web.commands import InputError
from samvern.web.commands.database import FOLDER

NAMES = "SELECT id, name, region FROM access_organisation ORDER BY name"
NATIONAL = "national"


@click.group()
def command() -> None:
    """Change what an organisation is called and where it works, as samvern_owner.

    No administrator can: a region decides what a coordinator sees, and a name whom others
    believe they tell. Every change stands in the organisation's trail.
    """


@command.command("list")
@FOLDER
def list_all(data: Path) -> None:
    """List the organisations: id, name and region."""
    with owner(data) as connection:
        for id, name, region in connection.execute(NAMES):
            click.echo(f"{id}  {name}  ({region or 'no region'})")


@command.command()
@FOLDER
@click.argument("organisation", type=click.UUID)
@click.option("--name", help="The new name; no other organisation has one like it.")
@click.option("--region", help="Where it works, as other organisations have it, or national.")
def change(data: Path, organisation: UUID, name: str | None, region: str | None) -> None:
    """Give ORGANISATION (an id that list shows) another name or region.

    The region is one that another organisation has, or national; a new one is made with a new
    organisation, so that a slip of the pen makes none.
    """
    with owner(data) as connection:
        rows = {row[0]: (row[1], row[2]) for row in connection.execute(NAMES)}
        if organisation not in rows:
            raise InputError(f"there is no organisation {organisation}")
        others = [each for id, each in rows.items() if id != organisation]
        new = (rows[organisation][0] if name is None else _name(name, others),
               rows[organisation][1] if region is None else _region(region, others))  # fmt: skip
        connection.execute(
            "UPDATE access_organisation SET name = %s, region = %s WHERE id = %s",
            [*new, organisation],
        )
        told = {"was": list(rows[organisation]), "is": list(new)}
        note(connection, organisation, "organisation.change", organisation, told)
    click.echo(f"{new[0]} ({new[1] or 'no region'})")


@contextmanager
def owner(data: Path) -> Iterator["psycopg.Connection[Any]"]:
    """A connection as the owner of the database, in one transaction."""
    from samvern.web.running.installation import installation

    with installation(data) as found, psycopg.connect(found.url("owner")) as connection:
        yield connection


def note(
    connection: "psycopg.Connection[Any]", of: UUID, act: str, about: UUID, detail: dict[str, Any]
) -> None:
    """A line in an organisation's trail of what was done at the server."""
    entry = json.dumps({"act": act, "object": str(about), "detail": detail})
    connection.execute("SELECT audit.by_operator(%s, %s::jsonb)", [of, entry])


def _name(name: str, others: list[tuple[str, str]]) -> str:
    plain = " ".join(name.split())
    if not plain or len(plain) > 120:
        raise InputError("a name has 1 to 120 signs")
    if plain.casefold() in {other.casefold() for other, _region in others}:
        raise InputError(f"another organisation is called {plain}")
    return plain


def _region(region: str, others: list[tuple[str, str]]) -> str:
    known = sorted({place for _name, place in others if place} | {NATIONAL})
    if region and region not in known:
        raise InputError(f"no organisation works in {region}; there are: {', '.join(known)}")
    return region
