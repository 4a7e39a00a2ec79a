# SPDX-License-Identifier: EUPL-1.2
"""Optimistic locking: a change names the version it was made from."""

from typing import Any, TypeVar

from django.db import models
from django.utils import timezone

from samvern.access.errors import Absent, Conflict

Row = TypeVar("Row", bound=models.Model)


def change(row: Row, *, expected: int, **values: Any) -> Row:
    """Set values on a row that is still at the expected version, and raise its version.

    Raises:
        Conflict: somebody changed it in the meantime; carries the row as it is now.
        Absent: the row is no longer there for this actor.
    """
    manager = type(row)._default_manager
    moment = {"changed_at": timezone.now()}
    changed = manager.filter(pk=row.pk, version=expected).update(
        **values, **moment, version=models.F("version") + 1
    )
    current = manager.filter(pk=row.pk).first()
    if current is None:
        raise Absent(type(row).__name__, row.pk)
    if not changed:
        raise Conflict(current)
    return current
