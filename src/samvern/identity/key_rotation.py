# SPDX-License-Identifier: EUPL-1.2
"""New keys for old. Both run as the owner of the database, from the command line.

A new key-encryption key only wraps the subjects' keys anew: seconds. A new key of a subject
seals everything of hers again; what the history kept, and files, still need the older version,
which therefore stays, wrapped, until the subject is erased.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models, transaction

from samvern.common.sealed_box import UnsealError
from samvern.identity import envelope
from samvern.identity.envelope import SealedPlace
from samvern.identity.keys import KeyKeeper, Wrapped
from samvern.identity.models import Key
from samvern.identity.sealing import sealed_columns

BATCH = 500


class RotationResult(NamedTuple):
    """How many keys were renewed, and how many values were sealed anew."""

    keys: int
    values: int


def rewrap_keys(keeper: KeyKeeper) -> int:
    """Wrap under the keeper's present key whatever another still wraps; how many keys it was.

    Safe to stop and start again: each batch is a transaction, and every wrapping opens.

    Raises:
        KeeperError: a key does not unwrap.
    """
    count = 0
    while done := _wrap_batch(keeper):
        count += done
    return count


def _wrap_batch(keeper: KeyKeeper) -> int:
    with transaction.atomic():
        due = Key.objects.select_for_update(skip_locked=True).filter(wrapped__isnull=False)
        rows = list(due.exclude(keeper=keeper.current)[:BATCH])
        for row in rows:
            key = keeper.unwrap(Wrapped(row.keeper, bytes(row.wrapped or b"")))
            wrapped = keeper.wrap(key)
            row.keeper, row.wrapped = wrapped.keeper, wrapped.data
        Key.objects.bulk_update(rows, ["keeper", "wrapped"])
    return len(rows)


def renew_keys(keeper: KeyKeeper, case_id: UUID) -> RotationResult:
    """Give every subject of a case a new key, and seal what it has in the database with it."""
    with transaction.atomic():
        living = Key.objects.select_for_update().filter(case_id=case_id, wrapped__isnull=False)
        newest: dict[UUID, Key] = {}
        for row in living.order_by("version"):
            newest[row.subject_id] = row
        values = sum(_renew(keeper, row) for row in newest.values())
    return RotationResult(len(newest), values)


def _renew(keeper: KeyKeeper, old: Key) -> int:
    old_key = keeper.unwrap(Wrapped(old.keeper, bytes(old.wrapped or b"")))
    new, version = envelope.new_key(), old.version + 1
    wrapped = keeper.wrap(new)
    Key.objects.create(
        case_id=old.case_id,
        subject_id=old.subject_id,
        version=version,
        keeper=wrapped.keeper,
        wrapped=wrapped.data,
    )
    count = 0
    for field, model, column, row in _sealed_rows(old.case_id):
        place = SealedPlace(field, old.subject_id, row["pk"], old.version)
        try:
            value = envelope.unseal(old_key, place, bytes(row[column]))
        except UnsealError:
            continue  # another subject's
        sealed = envelope.seal(new, replace(place, version=version), value)
        model._default_manager.filter(pk=row["pk"]).update(**{column: sealed})
        count += 1
    return count


def _sealed_rows(case_id: UUID) -> Iterator[tuple[str, type[models.Model], str, dict[str, Any]]]:
    """Every sealed value in the tables of a case: its field, table, column, and row."""
    for field, (model, declared) in sealed_columns().items():
        column = declared.attname
        names = {each.attname for each in model._meta.concrete_fields}
        where = {"case_id": case_id} if "case_id" in names else {"pk": case_id}
        rows = model._default_manager.filter(**where).exclude(**{column: None})
        for row in rows.values("pk", column):
            yield field, model, column, row
