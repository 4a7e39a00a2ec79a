# SPDX-License-Identifier: EUPL-1.2
"""`samvern keys`: make the file of keys, and put new keys in the place of old."""

from pathlib import Path
from uuid import UUID

import click

from samvern.web.commands.database import FOLDER


@click.group()
def command() -> None:
    """Make and change the keys of an installation.

    \b
    samvern keys make FILE       once; keep a copy apart from the backups
    samvern keys rotate          each year, or when somebody who knew them leaves
    samvern keys renew CASE      new keys for the people of one case
    """


@command.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def make(file: Path) -> None:
    """Write a new FILE of keys, and beside it the key that opens backups.

    Move the second file, FILE.backup, off this machine: whoever makes backups need not read them.
    """
    from datetime import date

    from samvern.web.database.secret import write_secret
    from samvern.web.keyring import Keyring, text

    opener_file = file.with_name(file.name + ".backup")
    for path in (file, opener_file):
        if path.exists():
            raise click.ClickException(f"{path} exists already; nothing was changed")
    made, opener = Keyring.make("production", date.today())  # noqa: DTZ011 (a name, not a time)
    write_secret(opener_file, text(opener.private_bytes_raw()) + "\n")
    made.write(file)
    click.echo(f"{file}: keys for SAMVERN_KEYS, mode 0600")
    click.echo(f"{opener_file}: opens backups; move it off this machine")


@command.command()
@FOLDER
@click.option("--wrap-only", is_flag=True, help="Make no new key; only wrap with the newest.")
def rotate(data: Path, wrap_only: bool) -> None:
    """Add a key-encryption key to the file, and wrap the key of every person with it.

    Running servers read the file again by themselves. The old key stays in the file, as backups
    need it; take it out by hand when the last backup made with it is gone. Where Vault keeps the
    keys, rotate there first; then this only wraps. Stopped halfway, run it with --wrap-only.
    """
    from samvern.web.running.installation import installation
    from samvern.web.steps import step

    with installation(data) as found:
        found.set_up_django("owner")
        from samvern.identity.domain.rotation import wrap_again
        from samvern.identity.keys import open_keeper

        before = open_keeper().current
        if not wrap_only and before.startswith("file:"):
            _add_key()
        with step("Wrapping keys"):
            count = wrap_again(open_keeper())
        click.echo(f"{before} -> {open_keeper().current}: {count} keys wrapped")


@command.command()
@FOLDER
@click.argument("case", type=click.UUID)
def renew(data: Path, case: UUID) -> None:
    """Give the people and papers of CASE new keys, and seal with them what the database has.

    What the history keeps, and files, still open with the older keys.
    """
    from samvern.web.running.installation import installation

    with installation(data) as found:
        found.set_up_django("owner")
        from samvern.identity.domain.rotation import renew_keys
        from samvern.identity.keys import open_keeper

        done = renew_keys(open_keeper(), case)
        if not done.keys:
            raise click.ClickException(f"no case {case} with keys; nothing was changed")
        click.echo(f"{done.keys} keys renewed, {done.values} values sealed anew")


def _add_key() -> None:
    from django.conf import settings
    from django.utils import timezone

    from samvern.web.keyring import Keyring

    path = Path(settings.KEY_FILE)
    Keyring.read(path).with_new_kek(timezone.localdate()).write(path)
