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
WITHOUT_CONFIRMER = "SELECT * FROM gate.without_confirmer()"
WHY_NOT = {
    "absent": "nobody of that id waits",
    "leader": "a leader of the organisation can confirm; ask that leader",
    "link": "the link to sign in has not been used yet",
    "names": "give the names of two people, neither of them the one who is confirmed",
}


@click.group()
def command() -> None:
    """Decide, as samvern_owner, what no administrator can.

    What an organisation is called and where it works: a region decides what a coordinator sees,
    and a name whom others believe they tell. Who is its first leader: each later one is
    confirmed by a leader. Everything stands in the organisation's trail.
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


@command.command()
@FOLDER
def waiting(data: Path) -> None:
    """List leaders whose access waits and whom nobody in their organisation can confirm."""
    with owner(data) as connection:
        for id, name, organisation in connection.execute(WITHOUT_CONFIRMER):
            click.echo(f"{id}  {name}, {organisation}")


@command.command()
@FOLDER
@click.argument("member", type=click.UUID)
@click.option("--owner", "first", prompt="Name of the owner of the installation")
@click.option("--second", prompt="Name of the second person")
def confirm(data: Path, member: UUID, first: str, second: str) -> None:
    """Confirm MEMBER, the first leader of an organisation, once.

    The owner of the installation and a second person do it together and know that it is she or he
    who has signed in; both names stand in the trail. Where a leader could confirm, a leader must.
    """
    with owner(data) as connection:
        row = connection.execute(
            "SELECT gate.confirm_first(%s, %s, %s)", [member, first, second]
        ).fetchone()
    outcome = row[0] if row else "absent"
    if outcome in WHY_NOT:
        raise InputError(WHY_NOT[outcome])
    click.echo("confirmed")


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
