# SPDX-License-Identifier: EUPL-1.2
"""`samvern keys`: the file of keys."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import click

from samvern.web.commands import InputError
from samvern.web.commands.database import FOLDER


@click.group()
def command() -> None:
    """Make the keys of an installation, and change them."""


@command.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False, resolve_path=True))
def make(path: Path) -> None:
    """Make a new file of keys at PATH, and PATH.backup, which opens backups.

    Move PATH.backup to another place: the machine that makes backups need not read them. Keep a
    copy of PATH elsewhere too: without it nothing written about people can ever be read again.
    """
    from samvern.web.database.secret_file import write_secret_file
    from samvern.web.keyring import Keyring, opener_file, text

    opener = opener_file(path)
    for each in (path, opener):
        if each.exists():
            raise InputError(f"{each} exists already; nothing was changed")
    try:
        keyring, private = Keyring.make("production", datetime.now(UTC).date())
        write_secret_file(opener, text(private.private_bytes_raw()) + "\n")
        keyring.write(path)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
    click.echo(f"{path}\n{opener}  (move this one to another machine)")


@command.command()
@FOLDER
@click.option("--wrap-only", is_flag=True, help="Make no new key; wrap with the newest there is.")
def rotate(data: Path, wrap_only: bool) -> None:
    """Add a new key-encryption key and wrap the keys of all people and cases with it.

    Nothing sealed is touched, so it takes seconds, and servers read the file again by themselves.
    Stopped halfway, run it again with --wrap-only; so do where a vault keeps the keys, after
    rotating there. The former key stays in the file, for backups made before: remove it when the
    last of those is gone.
    """
    from samvern.web.environment import read_environment
    from samvern.web.keyring import Keyring
    from samvern.web.running.installation import installation

    with installation(data) as found:
        path = read_environment().signing_file
        assert path is not None
        found.set_up_django("owner")
        from samvern.identity.key_rotation import rewrap_keys
        from samvern.identity.keys import open_keeper

        if not wrap_only:
            Keyring.read(path).with_new_kek(datetime.now(UTC).date()).write(path)
        keeper = open_keeper()
        count = rewrap_keys(keeper)
        click.echo(f"{count} keys are wrapped by {keeper.current}")


@command.command()
@FOLDER
@click.argument("case", type=click.UUID)
def renew(data: Path, case: UUID) -> None:
    """Give the people and papers of CASE new keys, and seal anew what the database has of them.

    What the history keeps, and files, still open with the older keys until the case is erased.
    """
    from samvern.web.running.installation import installation

    with installation(data) as found:
        found.set_up_django("owner")
        from samvern.identity.key_rotation import renew_keys
        from samvern.identity.keys import open_keeper

        done = renew_keys(open_keeper(), case)
    if not done.keys:
        raise InputError(f"no case {case} has keys; nothing was changed")
    click.echo(f"{done.keys} keys renewed, {done.values} values sealed anew")


@command.command("rotate-anchor")
@FOLDER
def rotate_anchor(data: Path) -> None:
    """Make a new key for signing the heads of the trail; the old one vouches for it."""
    import psycopg

    from samvern.web.audit_trail.anchors import add_anchor
    from samvern.web.environment import read_environment
    from samvern.web.keyring import Keyring
    from samvern.web.running.installation import installation

    with installation(data) as found, psycopg.connect(found.url("app")) as connection:
        given = read_environment()
        assert given.signing_file is not None
        old = Keyring.read(given.signing_file)
        new = old.with_new_anchor()
        following = new.signer().public_key()
        add_anchor(connection, given.anchors, old.signer(), next_key=following)
        new.write(given.signing_file)
        add_anchor(connection, given.anchors, new.signer())
    click.echo(f"{given.anchors} is signed with a new key. Start the worker again.")
