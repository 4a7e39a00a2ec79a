# SPDX-License-Identifier: EUPL-1.2
"""What a key holder checks and writes down before answering.

A holder sees neither names nor results, only how much is asked. That is what it can limit: a
list of 5,000 people asks for 55,000 to 90,000 elements, one of 20,000 for about 150,000, while a
dictionary of names and dates needs millions.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from samvern.linkage.errors import LinkageError
from samvern.linkage.keys import KeyHalf

LIMIT = 500_000  # elements one list of a project may be answered


def log_path(key: Path) -> Path:
    """The log beside a key."""
    return key.with_name(key.name + ".log")


def allow(
    key: Path, half: KeyHalf, project: str, name: str, asked: list[bytes], limit: int
) -> None:
    """Write the ask into the log, or refuse it.

    Raises:
        LinkageError: another project than the key's, or more than the limit for this list.
    """
    if project != half.project:
        raise LinkageError(
            f"the ask is for project {project!r}, this key for {half.project!r}; "
            "a key serves one project and year"
        )
    path = log_path(key)
    print_of = hashlib.sha256(b"".join(asked)).hexdigest()
    before = sum(
        line["elements"] for line in _lines(path) if line["list"] == name
        and line["sha256"] != print_of
    )  # fmt: skip
    if before + len(asked) > limit:
        raise LinkageError(
            f"{name} has asked for {before + len(asked):,} elements, more than the limit of "
            f"{limit:,}: this is how a dictionary attack looks; ask the list's owner why"
        )
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "project": project, "list": name, "elements": len(asked), "sha256": print_of,
    }  # fmt: skip
    with path.open("a") as out:
        out.write(json.dumps(line) + "\n")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
