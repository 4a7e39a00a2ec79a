# SPDX-License-Identifier: EUPL-1.2
"""What must be committed before anything opens: a telling, a count, a line in the trail.

A page is one transaction, and what it wrote is undone when it fails. So what it asks for first is
committed by a transaction of its own, on a connection of its own, and the page then reads what that
opened. The database refuses to open it in the same transaction (``gate.told``): whoever could undo
the telling would otherwise read and leave no trace.
"""

from contextlib import closing
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from samvern.access.unit_of_work import current_unit_of_work

PATIENCE = "5s"
"""For a lock: one that this page holds itself would be waited for in vain."""


def fetch_committed(name: str, *values: Any) -> Any:
    """What a function of the gate answers to the actor, after what it wrote has been committed.

    It stays, whatever becomes of the page; what the page has written so far it does not see.
    """
    actor = current_unit_of_work().actor
    marks = ", ".join(["%s"] * len(values))
    with closing(_connection()) as own:
        own.set_autocommit(False)
        with own.cursor() as cursor:
            for setting, value in (
                ("samvern.token", actor.token if actor else ""),
                ("lock_timeout", PATIENCE),
            ):
                cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])
            cursor.execute(f"SELECT gate.{name}({marks})", values)  # the names are our own
            answer = cursor.fetchone()
        own.commit()
    return answer[0]


def _connection() -> BaseDatabaseWrapper:
    """Outside the pool: a page that waited there for a second one could hold up all others."""
    own: BaseDatabaseWrapper = connection.copy()
    own.settings_dict["OPTIONS"].pop("pool", None)
    return own
