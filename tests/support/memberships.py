# SPDX-License-Identifier: EUPL-1.2
"""One more membership of somebody of the cast."""

import uuid
from uuid import UUID

from support.workspace import Workspace

HERE, NEXT = "Koordinering av botilbud", "Hjelpetelefonen"
MEMBERSHIP = (
    "INSERT INTO access_member (id, created_at, user_id, organisation_id, unit_id, role, name, "
    "email, phone, since, confirmed_at) SELECT %s, now(), user_id, organisation_id, %s, %s, "
    "name, '', '', now(), now() FROM access_member WHERE id = %s"
)


def member_of(w: Workspace, like: str, unit: str | None, role: str = "leader") -> UUID:
    """Its id; in a unit of Havn, or in all of it."""
    id = uuid.uuid4()
    with w.superuser() as behind:
        where = unit and w.cast.units["havn", unit]
        behind.execute(MEMBERSHIP, [id, where, role, w.cast.members[like]])
    return id
