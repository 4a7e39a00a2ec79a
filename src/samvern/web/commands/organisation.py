# SPDX-License-Identifier: EUPL-1.2
"""`samvern organisation`: what only whoever answers for the installation decides."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click

from samvern.web.commands import InputError
from samvern.web.commands.database import FOLDER

if TYPE_CHECKING:
    from samvern.web.organisations.links import Link

WITHOUT_CONFIRMER = "SELECT * FROM gate.without_confirmer()"
KEEPERS = "SELECT * FROM gate.keepers()"
WHY_NOT = {
    "absent": "nobody of that id waits",
    "leader": "a leader of the organisation can confirm; ask that leader",
    "link": "the link to sign in has not been used yet",
    "names": "give the names of two people, neither of them the one who is confirmed",
}
GIVE = "Give each link to the person it names, in person. It is good for three days and one use."
ORGANISATION = click.argument("organisation")
NEW_REGION = click.option(
    "--new-region", is_flag=True, help="The region is meant, though nobody has it yet."
)
KEEPER = 'Who keeps it, as "Name <login>"; may be given several times.'


@click.group()
def command() -> None:
    """Decide, as samvern_owner, what no administrator can.

    Which organisations there are, what each is called and where it works: a region decides what a
    coordinator sees, and a name whom others believe they tell. Who is the first administrator and
    the first leader of each; later ones are invited and confirmed by their own. Everything stands
    in the organisation's trail. Many organisations at once: samvern setup.
    """


@command.command()
@FOLDER
@click.option("--name", required=True, help="What it is called; no other has the name.")
@click.option("--kind", required=True, help="What it does; a wrong one names all there are.")
@click.option("--region", required=True, help="A county, a region in use, or national.")
@NEW_REGION
@click.option("--actor", default="", help="Which actor of the pack of law it is, if it is one.")
@click.option("--unit", "units", multiple=True, help="A unit; may be given several times.")
@click.option("--administrator", "administrators", multiple=True, required=True, help=KEEPER)
@click.option(
    "--coordinator", "coordinators", multiple=True,
    help="Who coordinates, where the kind is coordination; in the same form.",
)  # fmt: skip
def add(
    data: Path, name: str, kind: str, region: str, new_region: bool, actor: str,
    units: tuple[str, ...], administrators: tuple[str, ...], coordinators: tuple[str, ...],
) -> None:  # fmt: skip
    """Make an organisation, and print a one-time link for each who keeps it.

    \b
    samvern organisation add --name "Eksempelvik krisesenter" --kind crisis_centre \\
        --region Vestland --administrator "Guro Utkast <guro@eksempel.no>"

    The administrator signs in by the link, adds units and invites colleagues. A leader she
    invites is confirmed by: samvern organisation confirm. A body that coordinates has the kind
    coordination, and coordinators; with the region national they see the whole country.
    """
    from samvern.web.organisations import records, values
    from samvern.web.organisations.links import invite_new

    with records.owner(data, changes=True) as connection:
        rows = records.list_organisations(connection)
        name = values.read_name("name", name)
        records.refuse_taken(name, rows)
        region = values.read_region(region, [row.region for row in rows], is_new=new_region)
        kind, actor = values.read_kind(kind), values.read_actor(actor)
        if coordinators:
            values.refuse_coordinators(kind)
        made = records.add_organisation(
            connection, name=name, kind=kind, region=region, actor=actor
        )
        for unit in dict.fromkeys(values.read_name("unit", unit) for unit in units):
            records.add_unit(connection, made.id, unit)
        links = [
            invite_new(connection, made, values.read_keeper(role, text), role)
            for role, texts in (("administrator", administrators), ("coordinator", coordinators))
            for text in texts
        ]
    click.echo(f"{made.id}  {made.name}  ({made.region}, {made.kind})")
    show_links(links)


@command.command("list")
@FOLDER
def list_all(data: Path) -> None:
    """List the organisations: id, name, region and kind; who has not used the link; the closed."""
    from samvern.web.organisations import records

    with records.owner(data) as connection:
        rows = records.list_organisations(connection)
        keepers = connection.execute(KEEPERS).fetchall()
    for row in rows:
        about = [row.region or "no region", row.kind, *([] if row.active else ["closed"])]
        click.echo(f"{row.id}  {row.name}  ({', '.join(about)})")
        mine = [each for each in keepers if each[0] == row.id]
        if row.active and not any(role == "administrator" for _id, _login, role, *_ in mine):
            click.echo("    no administrator: samvern organisation invite")
        for _id, login, role, _name, has_link, came_in in mine:
            if not came_in:
                link = "has a link" if has_link else "the link is over: organisation invite"
                click.echo(f"    {login}, {role}, has not come in: {link}")


@command.command()
@FOLDER
@ORGANISATION
@click.option("--name", help="The new name; no other organisation has one like it.")
@click.option("--region", help="A county, a region other organisations have, or national.")
@NEW_REGION
@click.option("--actor", help="Which actor of the pack of law it is; empty for none.")
def change(
    data: Path, organisation: str, name: str | None, region: str | None, new_region: bool,
    actor: str | None,
) -> None:  # fmt: skip
    """Give ORGANISATION (id or name) another name, region or actor.

    A region that nobody has is refused, so that a slip of the pen makes none: --new-region says
    that it is meant. The kind never changes: what was shared was decided by it.
    """
    from samvern.web.organisations import records, values

    with records.owner(data, changes=True) as connection:
        rows = records.list_organisations(connection)
        found = records.find_organisation(rows, organisation)
        if not found.active:
            raise InputError(f"{found.name} is closed: its name and region stay as they were")
        others = [each for each in rows if each.id != found.id]
        new = found
        if name is not None:
            new = new._replace(name=values.read_name("name", name))
            records.refuse_taken(new.name, others)
        if region is not None:
            known = [each.region for each in others]
            new = new._replace(region=values.read_region(region, known, is_new=new_region))
        if actor is not None:
            new = new._replace(actor=values.read_actor(actor))
        records.change_organisation(connection, found, new)
    click.echo(f"{new.name} ({new.region or 'no region'})")


@command.command()
@FOLDER
@ORGANISATION
@click.argument("who")
@click.option(
    "--role", type=click.Choice(["administrator", "coordinator"]), default="administrator",
    show_default=True, help="What somebody new is.",
)  # fmt: skip
def invite(data: Path, organisation: str, who: str, role: str) -> None:
    """Make a link for WHO keeps ORGANISATION (id or name), or coordinates, and print it.

    WHO is a login name for somebody who has not used the link or has lost password or phone: the
    new link ends the earlier one and, once used, every way she had to sign in. For somebody new
    it is "Name <login>". Case workers and leaders get theirs from an administrator.
    """
    from samvern.web.organisations import links, records, values

    with records.owner(data, changes=True) as connection:
        found = records.find_organisation(records.list_organisations(connection), organisation)
        if role == "coordinator":
            values.refuse_coordinators(found.kind)
        if "<" in who:
            keeper = values.read_keeper("who", who)
            link = links.invite_new(connection, found, keeper, role)
        else:
            link, _again = links.invite(connection, found, values.known_keeper(who), role)
    show_links([link])


@command.command()
@FOLDER
@ORGANISATION
@click.option("--yes", is_flag=True, help="Do not ask.")
def close(data: Path, organisation: str, yes: bool) -> None:
    """Close ORGANISATION (id or name) for good.

    Refused while it has cases, referrals, rooms, questions or anything else that somebody must
    bring to an end; each is named with its number. Its members and programs can do nothing from
    then on, what others share with it ends and they are told, and nothing more can be given to
    it. Its trail stays.
    """
    from samvern.web.organisations import closing, records

    with records.owner(data, changes=True) as connection:
        found = records.find_organisation(records.list_organisations(connection), organisation)
        if not yes:
            click.confirm(f"Close {found.name} for good?", abort=True)
        members, shares = closing.close_organisation(connection, found)
    click.echo(f"{found.name} is closed: {members} memberships and {shares} shares ended")


@command.command()
@FOLDER
def waiting(data: Path) -> None:
    """List leaders whose access waits and whom nobody in their organisation can confirm."""
    from samvern.web.organisations import records

    with records.owner(data) as connection:
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
    from samvern.web.organisations import records

    with records.owner(data) as connection:
        row = connection.execute(
            "SELECT gate.confirm_first(%s, %s, %s)", [member, first, second]
        ).fetchone()
    outcome = row[0] if row else "absent"
    if outcome in WHY_NOT:
        raise InputError(WHY_NOT[outcome])
    click.echo("confirmed")


def show_links(links: "Sequence[Link]") -> None:
    """Print links, once: nobody can ask for them again."""
    for link in links:
        who = f"{link.name} <{link.login}>" if link.name else link.login
        click.echo(f"{who}, {link.role}, {link.organisation}:\n    {link.address}")
    if links:
        click.echo(GIVE)
