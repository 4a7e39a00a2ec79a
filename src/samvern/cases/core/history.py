# SPDX-License-Identifier: EUPL-1.2
"""What rows were before they were changed, kept by the database where nobody can rewrite it."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

BEFORE = """
    SELECT h.at, h.member_id, coalesce(m.name, ''), h.was
    FROM audit.history h LEFT JOIN access_member m ON m.id = h.member_id
    WHERE h.row_id = %s AND h.source = %s
    ORDER BY h.id DESC LIMIT %s
"""
MOST = 100


@dataclass(frozen=True)
class EarlierVersion:
    """A row as it was until somebody changed it, and who that was."""

    at: datetime
    member_id: UUID | None
    who: str
    was: dict[str, Any]

    def sealed(self, column: str) -> bytes | None:
        """The bytes a sealed column held."""
        text = self.was.get(column)
        return bytes.fromhex(text.removeprefix("\\x")) if text else None


def list_earlier_versions(source: str, row_id: UUID) -> list[EarlierVersion]:
    """What a row of the table ``source`` was, latest first; nothing where its case is unseen."""
    with connection.cursor() as cursor:
        cursor.execute(BEFORE, [row_id, source, MOST])
        rows = cursor.fetchall()
    return [EarlierVersion(at, member, who, _loaded(was)) for at, member, who, was in rows]


def _loaded(was: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(was) if isinstance(was, str) else was
    return found
