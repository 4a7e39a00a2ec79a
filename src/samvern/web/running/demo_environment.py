# SPDX-License-Identifier: EUPL-1.2
"""The environment of a demonstration: everything production takes from its administrator."""

import os
from datetime import UTC, datetime
from pathlib import Path

from samvern.web.database import Server
from samvern.web.database.roles import BACKUP, OWNER
from samvern.web.database.secret_file import Secrets, write_secret_file
from samvern.web.keyring import Keyring, opener_file, text

OTHERS = ("SAMVERN_OWNER_URL", "SAMVERN_BACKUP_URL")


def demo_environment(folder: Path, server: Server | None) -> dict[str, str]:
    """The variables for a data folder, with keys made the first time and marked as a demonstration.

    Args:
        folder: the data folder.
        server: our own server; None when ``DATABASE_URL`` names another.
    """
    secrets = Secrets.of(folder)
    found = {
        "SAMVERN_MODE": "demo",
        "SAMVERN_SECRET_KEY": secrets.secret_key,
        "SAMVERN_GATE_KEY": secrets.gate_key,
        "SAMVERN_KEYS": str(_key_file(folder)),
        "SAMVERN_DOCUMENTS": str(folder / "documents"),
        "SAMVERN_ANCHORS": str(folder / "anchors.jsonl"),
    }
    if server is not None:
        found["SAMVERN_OWNER_URL"] = server.url(OWNER)
        found["SAMVERN_BACKUP_URL"] = server.url(BACKUP)
    return found


def application_environment(url: str) -> dict[str, str]:
    """This process's environment for those that serve: with their own way into the database only.

    Args:
        url: the database as samvern_app.
    """
    kept = {name: value for name, value in os.environ.items() if name not in OTHERS}
    return {**kept, "DATABASE_URL": url}


def _key_file(folder: Path) -> Path:
    path = folder / "keys.json"
    if not path.exists():
        keyring, opener = Keyring.make("demo", datetime.now(UTC).date())
        write_secret_file(opener_file(path), text(opener.private_bytes_raw()))
        keyring.write(path)
    return path
