# SPDX-License-Identifier: EUPL-1.2
"""Passwords and keys made for one data folder, in a file only its owner reads."""

import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Self

from samvern.web.environment import DEMO_KEY_PREFIX

LENGTH = 48  # bytes


@dataclass(frozen=True)
class Secrets:
    """One password for each role that logs in, and the keys of the web and of the gate."""

    superuser: str
    owner: str
    app: str
    web_key: str
    backup: str
    gate: str

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Read the folder's secrets; what a folder of an earlier version lacks is made now."""
        path = folder / "secrets.json"
        known = json.loads(path.read_text()) if path.exists() else {}
        names = [each.name for each in fields(cls)]
        found = cls(**{name: known.get(name) or secrets.token_urlsafe(LENGTH) for name in names})
        if asdict(found) != known:
            write_secret_file(path, json.dumps(asdict(found)))
        return found

    @property
    def secret_key(self) -> str:
        """Django's key for a demonstration, marked so that production refuses it."""
        return f"{DEMO_KEY_PREFIX}{self.web_key}"

    @property
    def gate_key(self) -> str:
        """The key that opens sessions, 32 bytes in URL-safe base64, marked as a demonstration's."""
        return f"{DEMO_KEY_PREFIX}{self.gate[:42]}A"  # a last digit that leaves no bits over


def write_secret_file(path: Path, text: str) -> None:
    """Write a file that only we may read, whole or not at all."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.rename(path)
