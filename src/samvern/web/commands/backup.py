# SPDX-License-Identifier: EUPL-1.2
"""`samvern backup`: the database and the documents, sealed."""

from pathlib import Path

import click

from samvern.web.commands.database import FOLDER


@click.command()
@click.argument("path", type=click.Path(path_type=Path, resolve_path=True))
@FOLDER
def command(path: Path, data: Path) -> None:
    """Back up the database and the documents into the new folder PATH, sealed to the backup key.

    Runs beside a working installation, as samvern_backup, and sees one moment of it. The file of
    keys is not part of it: without that file no text about a person can be read from a backup.
    Keep a copy of it elsewhere.
    """
    from samvern.web.backup.make import back_up
    from samvern.web.environment import read_environment
    from samvern.web.keyring import Keyring
    from samvern.web.running.installation import installation

    with installation(data) as found:
        given = read_environment()
        keyring = Keyring.read(given.signing_file)
        manifest = back_up(found.url("backup"), given.documents, keyring, path)
    click.echo(f"{path}: everything committed before {manifest.at}")
    for part in manifest.parts:
        click.echo(f"  {part.name:<18} {part.size:>13,} bytes  {part.sha256[:16]}…")
    click.echo(manifest.left_out, err=True)
