# SPDX-License-Identifier: EUPL-1.2
"""Whether the keys open what lies in a database: all keys, all sealed values.

Nothing that was opened is kept or shown. Django is set up; the rows are read as samvern_backup.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models
from psycopg import Connection
from psycopg.sql import SQL, Identifier

from samvern.identity.envelope import SealedPlace, UnsealError, unseal
from samvern.identity.keys import KeeperError, KeyKeeper, Wrapped
from samvern.identity.sealing import sealed_columns

KEYS = "SELECT subject_id, version, keeper, wrapped FROM identity_key"
SUBJECTS = ("id", "person_id", "case_id")
"""The columns whose value can be the subject a row was sealed for."""
ELSEWHERE = frozenset({"glass.reason"})
"""Sealed with a key that is no subject's."""
Keys = dict[UUID, list[tuple[int, bytes]]]


@dataclass
class OpenedCounts:
    """What the keys opened."""

    keys: int = 0
    values: int = 0
    erased: int = 0
    """Values whose key was destroyed, as was intended."""
    faults: list[str] = field(default_factory=list)


def open_everything(connection: Connection[Any], keeper: KeyKeeper) -> OpenedCounts:
    """Unwrap every key and open every sealed value with it."""
    opened = OpenedCounts()
    keys, shredded = _unwrap(connection, keeper, opened)
    opened.keys = sum(len(each) for each in keys.values())
    for name, (model, column) in sorted(sealed_columns().items()):
        if name in ELSEWHERE:
            continue
        for row, subjects, value in _rows(connection, model, column):
            if _opens(keys, name, row, subjects, value):
                opened.values += 1
            elif shredded.intersection(subjects):
                opened.erased += 1
            else:
                opened.faults.append(f"{name} of {row} does not open")
    return opened


def _unwrap(
    connection: Connection[Any], keeper: KeyKeeper, opened: OpenedCounts
) -> tuple[Keys, set[UUID]]:
    keys, shredded = Keys(), set[UUID]()
    for subject, version, name, wrapped in connection.execute(KEYS).fetchall():
        if wrapped is None:
            shredded.add(subject)
            continue
        try:
            key = keeper.unwrap(Wrapped(name, bytes(wrapped)))
        except KeeperError as error:
            opened.faults.append(f"key of {subject}: {error}")
        else:
            keys.setdefault(subject, []).append((version, key))
    return keys, shredded


def _rows(
    connection: Connection[Any], model: type[models.Model], column: str
) -> Iterator[tuple[UUID, list[UUID], bytes]]:
    present = {each.column for each in model._meta.concrete_fields}
    subjects = [name for name in SUBJECTS if name in present]
    query = SQL("SELECT id, {value}, {subjects} FROM {table} WHERE {value} IS NOT NULL").format(
        value=Identifier(column),
        subjects=SQL(", ").join(map(Identifier, subjects)),
        table=Identifier("public", model._meta.db_table),
    )
    with connection.cursor("sealed") as cursor:  # fetched by the piece
        cursor.execute(query)
        for row, value, *others in cursor:
            yield row, [each for each in others if each is not None], bytes(value)


def _opens(keys: Keys, name: str, row: UUID, subjects: list[UUID], value: bytes) -> bool:
    for subject in subjects:
        for version, key in keys.get(subject, []):
            try:
                unseal(key, SealedPlace(name, subject, row, version), value)
            except UnsealError:
                continue
            return True
    return False
