# SPDX-License-Identifier: EUPL-1.2
"""Making a backup of a running installation."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg import Connection, IsolationLevel

from samvern import __version__
from samvern.web.backup.documents import pack
from samvern.web.backup.manifest import BackupPart, Manifest, describe
from samvern.web.backup.state import LEFT_OUT, DatabaseState
from samvern.web.backup.stream import SealingWriter
from samvern.web.backup.tools import output_of
from samvern.web.exceptions import BackupError
from samvern.web.keyring import Keyring, text

SUBJECT_KEYS = "public.identity_key"
DATABASE = "database.sealed"
SUBJECTS = "subjects.sealed"
DOCUMENTS = "documents.sealed"
STATE = "state.sealed"
CONTENT = {
    DATABASE: "The database without open sessions and without the keys of people and cases.",
    SUBJECTS: "The wrapped keys of people and cases. Keep only the latest: a restore of an older "
    "backup takes the keys from it (--subjects), and what was erased since stays erased.",
    DOCUMENTS: "The documents, as they lie encrypted in their folder.",
    STATE: "What a restored copy must equal: walls, rows by organisation, heads of the trail.",
}
DUMP = ("--format=custom", "--compress=gzip:1", "--no-sync")


def back_up(url: str, documents: Path, keyring: Keyring, target: Path) -> Manifest:
    """Back up a database and its documents into a new folder, which appears when it is whole.

    Args:
        url: the database as samvern_backup.
        documents: the folder of documents.
        keyring: seals to its backup key, signs with its anchor key.
        target: the folder to make.

    Raises:
        BackupError: the folder exists, cannot be written, or the database could not be read.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise BackupError(f"{target} exists already; name a new folder")
    fresh = target.with_name(f".{target.name}.part")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700, parents=True)
        manifest = _write_parts(url, documents, keyring, fresh)
        if target.is_dir():
            target.rmdir()
        fresh.rename(target)
    except OSError as error:
        raise BackupError(f"cannot write {target}: {error.strerror}") from error
    except psycopg.Error as error:
        raise BackupError(f"cannot read the database: {str(error).splitlines()[0]}") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return manifest


def _write_parts(url: str, documents: Path, keyring: Keyring, folder: Path) -> Manifest:
    parts: list[BackupPart] = []

    @contextmanager
    def part(name: str) -> Iterator[SealingWriter]:
        path = folder / name
        with path.open("wb") as file:
            writer = SealingWriter(file, name, keyring.recipient())
            yield writer
            writer.close()
        parts.append(describe(path, CONTENT[name]))

    with snapshot(url) as (connection, name, at):
        held = f"--snapshot={name}"
        left_out = [f"--exclude-table-data={table}" for table in (*LEFT_OUT, SUBJECT_KEYS)]
        with part(DATABASE) as out:
            for piece in output_of("pg_dump", url, *DUMP, held, *left_out):
                out.write(piece)
        with part(SUBJECTS) as out:
            only = ("--data-only", f"--table={SUBJECT_KEYS}")
            for piece in output_of("pg_dump", url, *DUMP, held, *only):
                out.write(piece)
        with part(STATE) as out:
            out.write(json.dumps(asdict(DatabaseState.of(connection))).encode())
        version = connection.info.parameter_status("server_version") or ""
    with part(DOCUMENTS) as out:
        pack(documents, out)
    signer = keyring.signer()
    public = text(signer.public_key().public_bytes_raw())
    manifest = Manifest(at.isoformat(), __version__, version.split()[0], public, tuple(parts))
    manifest.write(folder, signer)
    return manifest


@contextmanager
def snapshot(url: str) -> Iterator[tuple[Connection[Any], str, datetime]]:
    """A transaction whose view of the database other programs can take, its name and moment."""
    with psycopg.connect(url) as connection:
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        row = connection.execute("SELECT clock_timestamp(), pg_export_snapshot()").fetchone()
        assert row is not None
        yield connection, row[1], row[0]
