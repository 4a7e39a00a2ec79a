# SPDX-License-Identifier: EUPL-1.2
"""Optimistic locking: a change names the version it was made from."""

from typing import Any, TypeVar

from django.db import models
from django.utils import timezone

from samvern.access.errors import Conflict, NotFound

Row = TypeVar("Row", bound=models.Model)


def update_versioned(row: Row, *, expected: int, **values: Any) -> Row:
    """Set values on a row that is still at the expected version, and raise its version.

    Raises:
        Conflict: somebody changed it in the meantime; carries the row as it is now.
        NotFound: the row is no longer there for this actor.
    """
    manager = type(row)._default_manager
    moment = {"changed_at": timezone.now()}
    changed = manager.filter(pk=row.pk, version=expected).update(
        **values, **moment, version=models.F("version") + 1
    )
    current = manager.filter(pk=row.pk).first()
    if current is None:
        raise NotFound(type(row).__name__, row.pk)
    if not changed:
        raise Conflict(current)
    return current
