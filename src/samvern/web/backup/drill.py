# SPDX-License-Identifier: EUPL-1.2
"""The restore drill: back up, restore on an empty server, and compare everything."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from samvern.web.audit_trail.verify import verify_trail
from samvern.web.backup.canaries import OpenedCounts, open_everything
from samvern.web.backup.make import back_up
from samvern.web.backup.manifest import hash_file
from samvern.web.backup.restore import restore
from samvern.web.backup.state import DatabaseState
from samvern.web.database import own_server
from samvern.web.database.cluster import SUPERUSER
from samvern.web.database.inventory import find_security_gaps
from samvern.web.database.roles import APP, BACKUP
from samvern.web.keyring import Keyring

Say = Callable[[str], object]


@dataclass
class DrillResult:
    """What a drill found and how long it took."""

    seconds: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    rows: int = 0
    documents: int = 0
    trail_lines: int = 0
    opened: OpenedCounts = field(default_factory=OpenedCounts)
    lost: float = 0.0
    """RPO: seconds of work that were not in the backup when it was finished."""

    @property
    def rto(self) -> float:
        """Seconds from nothing to a restored and checked installation."""
        return self.seconds["restore"] + self.seconds["check"]


def run_drill(
    url: str, documents: Path, anchors: Path, keyring: Keyring, opener: X25519PrivateKey
) -> DrillResult:
    """Back up a running installation, restore it beside, compare, and remove both copies.

    Args:
        url: the database as samvern_backup.
        documents: the folder of documents.
        anchors: the file of signed heads.
        keyring: the installation's keys; ``SAMVERN_KEYS`` names the same.
        opener: the private half of the backup key.
    """
    result = DrillResult()
    with tempfile.TemporaryDirectory(prefix="samvern-drill-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # the database's account must reach its data
        with _timed(result, "back up"):
            manifest = back_up(url, documents, keyring, folder / "backup")
        result.lost = (datetime.now(UTC) - datetime.fromisoformat(manifest.at)).total_seconds()
        started = time.perf_counter()
        with own_server(folder / "data") as server:
            copy = folder / "documents"
            before = restore(folder / "backup", server.url(SUPERUSER), copy, keyring, opener)
            result.seconds["restore"] = time.perf_counter() - started
            with _timed(result, "check"):
                _compare(result, before, server.url(BACKUP), server.url(APP), anchors, keyring)
                _compare_documents(result, documents, copy)
    return result


def _compare(
    result: DrillResult,
    before: DatabaseState,
    backup: str,
    app: str,
    anchors: Path,
    keyring: Keyring,
) -> None:
    from samvern.identity.keys import open_keeper

    with psycopg.connect(backup) as connection:
        after = DatabaseState.of(connection)
        result.faults += before.differences(after)
        result.rows = sum(sum(each.values()) for each in after.rows.values())
        verdict = verify_trail(
            connection, anchors if anchors.exists() else None, keyring.signer().public_key()
        )
        result.opened = open_everything(connection, open_keeper())
    with psycopg.connect(app) as connection:
        result.faults += find_security_gaps(connection)
    result.trail_lines = verdict.lines
    result.faults += verdict.faults
    result.faults += result.opened.faults


def _compare_documents(result: DrillResult, original: Path, copy: Path) -> None:
    mine, theirs = (_hashes(folder) for folder in (original, copy))
    result.documents = len(theirs)
    lost = [name for name, digest in mine.items() if theirs.get(name) != digest]
    result.faults += [f"document {name} is not in the copy as it was" for name in lost]


def _hashes(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): hash_file(path) for path in files}


@contextmanager
def _timed(result: DrillResult, name: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    result.seconds[name] = time.perf_counter() - started
