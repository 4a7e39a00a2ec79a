# SPDX-License-Identifier: EUPL-1.2
"""Whether the trail of an organisation is whole, as far as it can be seen from inside.

The chain is checked from its first line, and compared with the last head that was signed outside
the database. The signatures are checked by ``samvern audit verify``, which holds the key.
"""

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.unit_of_work import log_read
from samvern.common.signing_age import SigningAge, signing_age

TAIL = 1 << 20
"""Bytes from the end of the file of anchors that are read for its last line."""


@dataclass(frozen=True)
class ChainCheck:
    """What was checked of a chain."""

    lines: int
    first_break: int | None
    """The first line that does not follow from the one before it."""
    anchored_at: datetime | None = None
    anchored: int = 0
    """The number of the line that was signed."""
    anchor_holds: bool | None = None
    """Whether that line is still the one that was signed; None where nothing was signed yet."""

    signing: SigningAge = "never"
    """What is wrong with when that was; empty where nothing is."""

    @property
    def whole(self) -> bool:
        """Whether nothing speaks against it."""
        return self.first_break is None and self.anchor_holds is not False


def check_chain(*, actor: Actor) -> ChainCheck:
    """Check the chain of the auditor's organisation."""
    chain = actor.organisation_id
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit.first_break(%s), (SELECT number FROM audit.head WHERE chain = %s)",
            [chain, chain],
        )
        broken, lines = cursor.fetchone()
        log_read("audit.prove", broken=broken)
        anchor = read_last_anchor()
        if anchor is None or str(chain) not in anchor["heads"]:
            return ChainCheck(lines or 0, broken)
        number, digest = anchor["heads"][str(chain)]
        cursor.execute(
            "SELECT encode(hash, 'hex') FROM audit.line WHERE chain = %s AND number = %s",
            [chain, number],
        )
        row = cursor.fetchone()
    holds = row is not None and row[0] == digest
    at = datetime.fromisoformat(anchor["at"])
    return ChainCheck(lines or 0, broken, at, number, holds, signing_age(at, timezone.now()))


def read_last_anchor() -> dict[str, Any] | None:
    """The last line of the file of anchors; None where there is none that can be read."""
    path = Path(settings.ANCHOR_FILE)
    try:
        with path.open("rb") as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - TAIL))
            whole = file.read().decode().rpartition("\n")[0]
        found: dict[str, Any] = json.loads(whole.rpartition("\n")[2])
    except (OSError, ValueError):
        return None
    return found if isinstance(found.get("heads"), dict) else None
