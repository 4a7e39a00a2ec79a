# SPDX-License-Identifier: EUPL-1.2
"""`samvern restore`: a backup, into an empty database."""

import os
import shutil
from pathlib import Path

import click

from samvern.web.commands import InputError
from samvern.web.commands.database import FOLDER

OPENER = click.option(
    "--opener",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The private half of the backup key; the file of keys with .backup when not given.",
)


@click.command()
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path))
@OPENER
@click.option(
    "--subjects",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A later backup to take the keys of people and cases from: what was erased stays so.",
)
@FOLDER
def command(path: Path, opener: Path | None, subjects: Path | None, data: Path) -> None:
    """Restore the backup PATH into an empty database and an empty folder of documents.

    Needs the file of keys (SAMVERN_KEYS) of the installation that made it. Into a data folder: a
    new one, made here. Into your own PostgreSQL: the roles first (samvern database roles), and
    SAMVERN_ADMIN_URL to connect as a superuser. Everybody signs in again afterwards.
    """
    from samvern.web.backup.restore import read_opener, restore
    from samvern.web.database import own_server
    from samvern.web.database.cluster import SUPERUSER
    from samvern.web.environment import read_environment
    from samvern.web.keyring import Keyring, opener_file
    from samvern.web.running.lockfile import hold_lockfile

    given = read_environment()
    if given.signing_file is None:
        raise InputError("SAMVERN_KEYS is not set; it names the keys of the one that was backed up")
    keyring = Keyring.read(given.signing_file)
    opening = read_opener(opener or opener_file(given.signing_file))
    if os.environ.get("DATABASE_URL"):
        administrator = os.environ.get("SAMVERN_ADMIN_URL")
        if not administrator:
            raise InputError("SAMVERN_ADMIN_URL is not set; a restore connects as a superuser")
        restore(path, administrator, given.documents, keyring, opening, subjects=subjects)
        click.echo("Restored. Next: samvern database migrate; samvern audit verify")
        return
    with hold_lockfile(data, "a backup is being restored"), own_server(data) as server:
        url, documents = server.url(SUPERUSER), data / "documents"
        restore(path, url, documents, keyring, opening, subjects=subjects)
        if given.signing_file != data / "keys.json":
            shutil.copy2(given.signing_file, data / "keys.json")
    click.echo(f"Restored into {data}. Next: samvern demo --data {data}")
