# SPDX-License-Identifier: EUPL-1.2
"""Passwords and keys made for one data folder, in a file only its owner reads."""

import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Self

from samvern.web.refusals import DEMO_KEY_PREFIX

LENGTH = 48  # bytes


@dataclass(frozen=True)
class Secrets:
    """One password for each role, and the key that signs and seals for the web."""

    superuser: str
    owner: str
    app: str
    web_key: str

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Read the folder's secrets, or make them the first time."""
        path = folder / "secrets.json"
        if not path.exists():
            made = cls(*(secrets.token_urlsafe(LENGTH) for _ in fields(cls)))
            fresh = path.with_suffix(".new")
            fresh.unlink(missing_ok=True)
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                json.dump(asdict(made), file)
            fresh.rename(path)
        return cls(**json.loads(path.read_text()))

    @property
    def secret_key(self) -> str:
        """Django's key for a demonstration, marked so that production refuses it."""
        return f"{DEMO_KEY_PREFIX}{self.web_key}"
