# SPDX-License-Identifier: EUPL-1.2
"""`samvern database`: the roles, the tables and the walls of the database."""

import os
from pathlib import Path

import click

from samvern.web.commands.demo import DATA

FOLDER = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path, resolve_path=True),
    default=DATA,
    help="Data folder of a demonstration, where DATABASE_URL is not set; .data when not given.",
)


@click.group()
def command() -> None:
    """Prepare, migrate and check the database.

    \b
    samvern database roles | psql    once, as an administrator of your own PostgreSQL
    samvern database migrate         after each new version, as samvern_owner
    samvern database check           at any time
    samvern database repair          when the check says so
    """


@command.command()
def roles() -> None:
    """Print the SQL that makes the roles and the database, for psql.

    psql asks for the passwords, so that they stand in no file. Needs PostgreSQL 16 or later and
    an administrator who may make a role with BYPASSRLS.
    """
    from samvern.web.database.roles import script

    click.echo("\n".join(script()))


@command.command()
@FOLDER
def migrate(data: Path) -> None:
    """Bring the tables up to date and publish the packs of law, as samvern_owner.

    All of it or nothing: an error on the way leaves the database as it was, and the version that
    runs goes on. Names each function, policy, trigger and grant that was not as this version has
    it and that no migration changed, which it puts right.
    """
    from samvern.web.progress import step
    from samvern.web.publications.built_in import publish_built_in
    from samvern.web.running.installation import installation

    with installation(data) as found:
        found.set_up_django("owner")
        from samvern.web.database.migration import migrate as bring_up_to_date

        with step("Bringing the tables up to date"):
            made = bring_up_to_date()
        for line in made:
            click.echo(f"put right: {line}")
        publish_built_in()


@command.command()
@FOLDER
@click.pass_context
def check(ctx: click.Context, data: Path) -> None:
    """Check roles, row security, functions, views and rights, and compare every function, policy,
    trigger, grant, column, constraint and index with this version. Exit code 1 when something is
    open or differs; an index more is only told.

    Reads the catalogue, as the application; nothing is changed. Names what is shared or sent on a
    consent that no longer holds, which samvern database repair ends. Says so when no coordinator
    is appointed, who would hear of referrals nobody deals with.
    """
    import psycopg

    from samvern.web.database.definitions import find_differences, stopping
    from samvern.web.database.inventory import describe_row_security, find_security_gaps
    from samvern.web.database.lost_consents import find_lost_consents
    from samvern.web.running.installation import installation

    with installation(data) as found, psycopg.connect(found.url("app")) as connection:
        gaps = list(find_security_gaps(connection))
        differences = list(find_differences(connection))
        stops = list(stopping(differences))
        lost = [] if gaps or stops else list(find_lost_consents(connection))
        told = describe_row_security(connection)
        ask = not (gaps or stops)  # else the function may not be there
        coordinated = connection.execute(COORDINATED).fetchone() if ask else None
    if coordinated == (False,):
        click.echo(NO_COORDINATOR, err=True)
    for line in (*gaps, *differences, *lost):
        click.echo(line)
    if stops:
        click.echo(f"{len(stops)} not as in this version: samvern database migrate", err=True)
    if lost:
        click.echo(f"{len(lost)} to end: samvern database repair", err=True)
    if gaps:
        click.echo(f"{len(gaps)} open", err=True)
    if gaps or stops or lost:
        ctx.exit(1)
    counts = {kind: sum(line.startswith(f"{kind} ") for line in told) for kind in KINDS}
    click.echo("The walls are whole: " + ", ".join(f"{n} {KINDS[k]}" for k, n in counts.items()))


@command.command()
@FOLDER
def repair(data: Path) -> None:
    """End what is shared or sent on a consent that no longer holds, and tell its leaders.

    Help under way is never ended: where the person has a bed, is expected or has an appointment,
    the leaders are told to decide. Each is named, with what became of it; no case and nobody is.
    """
    import psycopg

    from samvern.web.database.lost_consents import end_lost_consents
    from samvern.web.running.installation import installation

    with installation(data) as found, psycopg.connect(found.url("app")) as connection:
        lines = list(end_lost_consents(connection))
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo("Nothing stands on a consent that does not hold")


@command.command()
def processing() -> None:
    """Print the record of processing (GDPR article 30), in Markdown. docs/processing.md is this."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    import django

    django.setup()
    from samvern.web.processing_register import read_register, write_record

    click.echo(write_record(read_register()), nl=False)


COORDINATED = "SELECT gate.has_coordinator()"
NO_COORDINATOR = (
    "No coordinator is appointed: unanswered referrals reach nobody above; appoint one by "
    "samvern organisation add --kind coordination, or invite --role coordinator"
)
KINDS = {"relation r": "tables", "policy": "policies", "function": "functions"}
