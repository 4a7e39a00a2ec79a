# SPDX-License-Identifier: EUPL-1.2
"""`samvern audit`: whether the trail is whole, and who saw what."""

import csv
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import click

from samvern.web.commands import InputError
from samvern.web.commands.database import FOLDER


@click.group()
def command() -> None:
    """Verify the audit trail, sign its heads, and say who saw what."""


@command.command()
@FOLDER
@click.option(
    "--anchors",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File of signed heads, such as a copy kept elsewhere; SAMVERN_ANCHORS when not given.",
)
@click.pass_context
def verify(ctx: click.Context, data: Path, anchors: Path | None) -> None:
    """Check every chain, and every signed head against it. Exit code 1 when something is wrong.

    A file of signed heads that is missing, empty or more than three hours old is wrong too.
    Signed heads are what a superuser of the database cannot rewrite: keep a copy of the file
    where that person has no access, and verify with it.
    """
    import psycopg

    from samvern.web.audit_trail.verify import verify_trail
    from samvern.web.environment import read_environment
    from samvern.web.keyring import Keyring
    from samvern.web.running.installation import installation

    with installation(data) as found, psycopg.connect(found.url("app")) as connection:
        given = read_environment()
        key = Keyring.read(given.signing_file).signer().public_key()
        now = datetime.now(UTC)
        verdict = verify_trail(connection, anchors or given.anchors, key, now=now)
    for fault in verdict.faults:
        click.echo(fault)
    last = verdict.last_anchor
    when = f"last at {last:%Y-%m-%d %H:%M} UTC" if last else "none yet"
    click.echo(
        f"{verdict.lines} lines in {verdict.chains} chains; {verdict.anchors} anchors, {when}; "
        f"{verdict.unsigned} lines since; {len(verdict.faults)} faults"
    )
    if verdict.faults:
        ctx.exit(1)


@command.command()
@FOLDER
def anchor(data: Path) -> None:
    """Sign the heads of all chains now, besides the hourly signing."""
    import psycopg

    from samvern.web.audit_trail.anchors import add_anchor
    from samvern.web.environment import read_environment
    from samvern.web.keyring import Keyring
    from samvern.web.running.installation import installation

    with installation(data) as found, psycopg.connect(found.url("app")) as connection:
        given = read_environment()
        add_anchor(connection, given.anchors, Keyring.read(given.signing_file).signer())
    click.echo(f"Signed in {given.anchors}")


@command.command("who-saw")
@FOLDER
@click.option("--since", required=True, help="First moment: 2026-11-23 or 2026-11-23T14:00.")
@click.option("--until", help="First moment that no longer counts; now when not given.")
@click.option("--organisation", help="Name or id: the reader's, or the one the case belongs to.")
@click.option("--case", type=click.UUID, help="Id of one case.")
def who_saw(
    data: Path, since: str, until: str | None, organisation: str | None, case: UUID | None
) -> None:
    """Print who did and saw what since a moment, as CSV.

    Times without an offset are this machine's. The trail says that it was read, by this command.
    """
    from samvern.web.running.installation import installation

    start, end = _moment(since), _moment(until) if until else None
    with installation(data) as found:
        found.set_up_django()
        from samvern.web.audit_trail.access_report import AccessReportLine, read_access_report

        rows = 0
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(AccessReportLine.heading())
        asked = {"organisation": organisation, "case": str(case) if case else None}
        for sight in read_access_report(found.url("backup"), since=start, until=end, **asked):
            out.writerow(sight.cells())
            rows += 1
        _tell_the_trail(rows, {"since": start.isoformat(), **asked})
    click.echo(f"{rows} lines", err=True)


def _tell_the_trail(rows: int, asked: dict[str, str | None]) -> None:
    from samvern.access.unit_of_work import log_read, unit_of_work_for

    with unit_of_work_for(""):
        log_read("audit.extract", rows=rows, asked=asked)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        reason = f"{text!r} is not a moment; write it as 2026-11-23 or 2026-11-23T14:00"
        raise InputError(reason) from None
    return moment.astimezone(UTC)
