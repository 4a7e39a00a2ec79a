# SPDX-License-Identifier: EUPL-1.2
"""`samvern restore-drill`: the proof that a backup can be restored."""

from pathlib import Path

import click

from samvern.web.commands.database import FOLDER
from samvern.web.commands.restore import OPENER


@click.command()
@OPENER
@FOLDER
@click.pass_context
def command(ctx: click.Context, opener: Path | None, data: Path) -> None:
    """Back up, restore on an empty server beside, compare everything, and remove both again.

    Compared are the walls, the rows of each table by organisation, the audit trail with its signed
    heads, every key with every sealed value, and every document. Prints RPO (what would be
    lost) and RTO (until all is back and checked). Exit code 1 when something differs.
    """
    from samvern.web.backup.restore import read_opener
    from samvern.web.environment import read_environment
    from samvern.web.keyring import Keyring, opener_file
    from samvern.web.running.installation import installation

    with installation(data) as found:
        found.set_up_django()
        from samvern.web.backup.drill import run_drill

        given = read_environment()
        keyring = Keyring.read(given.signing_file)
        assert given.signing_file is not None
        key = read_opener(opener or opener_file(given.signing_file))
        result = run_drill(found.url("backup"), given.documents, given.anchors, keyring, key)
    for fault in result.faults:
        click.echo(fault)
    for name, seconds in result.seconds.items():
        click.echo(f"{name:<8} {seconds:7.2f} s")
    opened = result.opened
    click.echo(
        f"{result.rows} rows, {result.trail_lines} lines of the trail, {opened.keys} keys, "
        f"{opened.values} sealed values opened, {opened.erased} erased, "
        f"{result.documents} documents; {len(result.faults)} differences"
    )
    click.echo(
        f"RPO {result.lost:.2f} s: what was committed after the backup's moment is not in it"
    )
    click.echo(f"RTO {result.rto:.2f} s: from nothing to restored and checked")
    if result.faults:
        ctx.exit(1)
