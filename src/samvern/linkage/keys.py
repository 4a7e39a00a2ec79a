# SPDX-License-Identifier: EUPL-1.2
"""A key holder's half key: made for one project and year, used, destroyed."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from samvern.linkage import oprf
from samvern.linkage.errors import LinkageError


@dataclass(frozen=True)
class KeyHalf:
    """One of the two halves. `scalar` never leaves its holder."""

    project: str
    scalar: bytes


def new_key(path: Path, project: str) -> KeyHalf:
    """Make a half key and write it, readable by its owner only; never over an existing file."""
    key = KeyHalf(project, oprf.random_scalar())
    text = json.dumps({"kind": "samvern-link-key", "project": project, "scalar": key.scalar.hex()})
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise LinkageError(f"{path}: cannot make the key here: {error.strerror}") from None
    with os.fdopen(handle, "w") as out:
        out.write(text + "\n")
    return key


def read_key(path: Path) -> KeyHalf:
    """Read a half key.

    Raises:
        LinkageError: no such file, or not a key.
    """
    try:
        held = json.loads(path.read_text())
        scalar = bytes.fromhex(held["scalar"])
        if held["kind"] != "samvern-link-key" or len(scalar) != oprf.SCALAR:
            raise ValueError
        return KeyHalf(str(held["project"]), scalar)
    except OSError as error:
        raise LinkageError(f"{path}: cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise LinkageError(f"{path}: not a key made by `samvern link key new`") from None


def destroy_key(path: Path) -> None:
    """Overwrite the key and remove it.

    Overwriting reaches the file, not copies a disk or a backup may keep: a key that must be
    provably gone belongs on a medium that is destroyed with it.
    """
    size = len(path.read_bytes()) if read_key(path) else 0
    with path.open("r+b") as out:
        out.write(os.urandom(size))
        out.flush()
        os.fsync(out.fileno())
    path.unlink()
