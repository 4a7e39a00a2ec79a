# SPDX-License-Identifier: EUPL-1.2
"""Restoring a backup into an empty database."""

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from samvern.web.backup.documents import unpack
from samvern.web.backup.make import DATABASE, DOCUMENTS, STATE, SUBJECTS
from samvern.web.backup.manifest import Manifest
from samvern.web.backup.state import DatabaseState
from samvern.web.backup.stream import unsealed
from samvern.web.backup.tools import feed
from samvern.web.exceptions import BackupError
from samvern.web.keyring import Keyring, KeyringError, octets, text

# Row security is switched on after the data are in: COPY does not work under it.
STEPS = (
    (DATABASE, ("--section=pre-data",)),
    (DATABASE, ("--section=data",)),
    (SUBJECTS, ("--data-only",)),
    (DATABASE, ("--section=post-data",)),
)
OURS = """
    SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname IN ('public', 'gate', 'audit')
"""


def restore(
    folder: Path,
    administrator: str,
    documents: Path,
    keyring: Keyring,
    opener: X25519PrivateKey,
    *,
    subjects: Path | None = None,
) -> DatabaseState:
    """Restore a backup; the state it had when it was made, to compare with.

    Args:
        folder: the backup.
        administrator: the empty database, as a superuser; its roles are there already.
        documents: an empty folder.
        keyring: the keys of the installation that made the backup.
        opener: the private half of its backup key.
        subjects: a later backup to take the keys of people and cases from, so that what was
            erased since stays erased.

    Raises:
        BackupError: not a whole backup of this installation, or the target is not empty.
    """
    check_origin(folder, keyring, DATABASE, DOCUMENTS, STATE)
    check_origin(subjects or folder, keyring, SUBJECTS)
    with psycopg.connect(administrator) as connection:
        (found,) = connection.execute(OURS).fetchone() or (0,)
    if found:
        raise BackupError("the database is not empty; a backup is restored into an empty one")
    state = read_state(folder, opener)
    for name, section in STEPS:
        words = ("--exit-on-error", "--dbname=", *section)
        source = subjects if subjects and name == SUBJECTS else folder
        feed("pg_restore", administrator, *words, content=_content(source, name, opener))
    unpack(_content(folder, DOCUMENTS, opener), documents)
    return state


def check_origin(folder: Path, keyring: Keyring, *parts: str) -> None:
    """Make sure that this installation made a backup, and that these parts of it are whole.

    Raises:
        BackupError: it did not, or a part is missing or was changed.
    """
    manifest = Manifest.read(folder, *parts)
    if manifest.key != text(keyring.signer().public_key().public_bytes_raw()):
        raise BackupError(f"{folder} was signed by another installation, or with a former key")


def read_state(folder: Path, opener: X25519PrivateKey) -> DatabaseState:
    """What the database was like when it was backed up."""
    content = json.loads(b"".join(_content(folder, STATE, opener)))
    heads = {chain: (number, hash) for chain, (number, hash) in content["heads"].items()}
    return DatabaseState(content["rows"], content["walls"], heads)


def read_opener(path: Path) -> X25519PrivateKey:
    """The private half of the backup key, from its file.

    Raises:
        KeyringError: there is none.
    """
    try:
        return X25519PrivateKey.from_private_bytes(octets(path.read_text().strip()))
    except OSError as error:
        raise KeyringError(f"cannot read {path}: {error.strerror}") from error
    except ValueError:
        raise KeyringError(f"{path} does not hold the key that opens backups") from None


def _content(folder: Path, name: str, opener: X25519PrivateKey) -> Iterator[bytes]:
    with (folder / name).open("rb") as file:
        yield from unsealed(file, name, opener)
